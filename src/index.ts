import { packageMeta, rules } from './rules/index.ts';
export default { meta: packageMeta, rules };
