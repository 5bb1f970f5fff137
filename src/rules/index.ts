/** The contract of the room: every rule by its name, and what the pages and configs are made from. */
export { packageMeta, type Concern, type RuleDocs } from './create-rule.ts';
import { noConsoleLog } from './no-console-log.ts';

/** Every rule, in the order of its name. */
export const rules = {
  'no-console-log': noConsoleLog,
} as const;
