import { referenceRule } from './reference-rule.ts';

export const noImpureSharedKernel = referenceRule({
  name: 'no-impure-shared-kernel',
  docs: { description: 'Disallow references from the shared kernel to a module', config: 'recommended' },
});
