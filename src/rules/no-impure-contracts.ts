import { pathOf, projectOfFile } from './project-of-file.ts';
import { referenceRule } from './reference-rule.ts';

export const noImpureContracts = referenceRule({
  name: 'no-impure-contracts',
  docs: { description: 'Disallow behaviour and input/output in the contract of a module', config: 'recommended' },
  findings(context) {
    const { ast, text } = context.sourceCode;
    return projectOfFile(context).project?.judgeContract(pathOf(context), text, ast) ?? [];
  },
});
