import type { Finding, Project } from '../arch/index.ts';
import { createRule, type RuleDocs } from './create-rule.ts';
import { askProject, pathOf, referencesOfFile, type Context } from './project-of-file.ts';

type MessageIds = 'finding' | 'configuration';

/** A rule of the law of references, in the editor. */
export interface ReferenceRule {
  readonly name: string;
  readonly docs: Omit<RuleDocs, 'concern'>;
  readonly isFixable?: boolean;
  /** What the project says of the file, where it is not what its references are judged by. */
  findings?(project: Project, context: Context, rule: string): readonly Finding[];
}

const configurationTold = new WeakSet<object>();

/** The editor's side of a check: the project judges the file, and the rule reports what the command would, in the same words and place. */
export function referenceRule({ name, docs, isFixable = false, findings = judged }: ReferenceRule) {
  return createRule<[], MessageIds>({
    name,
    meta: {
      type: 'problem',
      docs: { ...docs, concern: 'architecture' },
      ...(isFixable && { fixable: 'code' }),
      schema: [],
      defaultOptions: [],
      messages: { finding: '{{message}}', configuration: '{{message}} {{next}}' },
    },
    create(context) {
      return {
        'Program:exit'(program) {
          const found = askProject(context, (project) => findings(project, context, name), (problem) => {
            // Every rule of the law would say the same: the first that asks says it.
            if (configurationTold.has(context.sourceCode)) return;
            configurationTold.add(context.sourceCode);
            context.report({ node: program, loc: { line: 1, column: 0 }, messageId: 'configuration', data: { message: problem.message, next: problem.next } });
          });
          for (const finding of found ?? []) if (finding.rule === name) report(context, finding);
        },
      };
    },
  });
}

function judged(project: Project, context: Context, rule: string): readonly Finding[] {
  const references = referencesOfFile(context);
  return references.length === 0 ? [] : project.judgeFile(pathOf(context), context.sourceCode.text, references, { rule });
}

function report(context: Readonly<Parameters<ReturnType<typeof referenceRule>['create']>[0]>, finding: Finding): void {
  const { fix } = finding;
  context.report({
    loc: { start: { line: finding.line, column: finding.column - 1 }, end: { line: finding.endLine, column: finding.endColumn - 1 } },
    messageId: 'finding',
    data: { message: finding.message },
    ...(fix && { fix: (fixer) => fixer.replaceTextRange([fix.start, fix.end], fix.text) }),
  });
}
