import { referenceRule } from './reference-rule.ts';

export const noTestImports = referenceRule({
  name: 'no-test-imports',
  docs: { description: 'Disallow references from code to test files', config: 'recommended' },
});
