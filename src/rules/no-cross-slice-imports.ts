import { referenceRule } from './reference-rule.ts';

export const noCrossSliceImports = referenceRule({
  name: 'no-cross-slice-imports',
  docs: { description: 'Disallow references from one slice of a module to another', config: 'strict' },
});
