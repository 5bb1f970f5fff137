import { referenceRule } from './reference-rule.ts';

export const noUnresolvedImports = referenceRule({
  name: 'no-unresolved-imports',
  docs: { description: 'Disallow references into a module that lead to no file', config: 'recommended' },
});
