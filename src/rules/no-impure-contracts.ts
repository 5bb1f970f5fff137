import { pathOf } from './project-of-file.ts';
import { referenceRule } from './reference-rule.ts';

export const noImpureContracts = referenceRule({
  name: 'no-impure-contracts',
  docs: { description: 'Disallow behaviour and input/output in the contract of a module', config: 'recommended' },
  findings(project, context) {
    const { ast, text } = context.sourceCode;
    return project.judgeContract(pathOf(context), text, ast);
  },
});
