import { referenceRule } from './reference-rule.ts';

export const noCrossModuleImports = referenceRule({
  name: 'no-cross-module-imports',
  docs: { description: "Disallow references to another module's internals", config: 'recommended' },
  isFixable: true,
});
