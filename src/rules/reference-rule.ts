import type { Finding } from '../arch/index.ts';
import { createRule, type RuleDocs } from './create-rule.ts';
import { pathOf, projectOfFile, referencesOfFile, type Context } from './project-of-file.ts';

type MessageIds = 'finding' | 'configuration';

/** A rule of the law of references, in the editor. */
export interface ReferenceRule {
  readonly name: string;
  readonly docs: Omit<RuleDocs, 'concern'>;
  readonly isFixable?: boolean;
  /** What the project says of the file, where it is not what its references are judged by. */
  findings?(context: Context): readonly Finding[];
}

const configurationTold = new WeakSet<object>();

/** The editor's side of a check: the project judges the file, and the rule reports what the command would, in the same words and place. */
export function referenceRule({ name, docs, isFixable = false, findings }: ReferenceRule) {
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
          const { problem } = projectOfFile(context);
          if (problem) {
            // Every rule of the law would say the same: the first that asks says it.
            if (configurationTold.has(context.sourceCode)) return;
            configurationTold.add(context.sourceCode);
            context.report({ node: program, loc: { line: 1, column: 0 }, messageId: 'configuration', data: { message: problem.message, next: problem.next } });
            return;
          }
          for (const finding of findings?.(context) ?? judged(context, name)) if (finding.rule === name) report(context, finding);
        },
      };
    },
  });
}

function judged(context: Context, rule: string): readonly Finding[] {
  const references = referencesOfFile(context);
  if (references.length === 0) return [];
  return projectOfFile(context).project?.judgeFile(pathOf(context), context.sourceCode.text, references, { rule }) ?? [];
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
