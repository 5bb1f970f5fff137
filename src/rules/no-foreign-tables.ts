import { mentionsOf } from '../facts/index.ts';
import { tableFindings } from '../tables/index.ts';
import { createRule, EVERY_LANGUAGE, isScript } from './create-rule.ts';
import { tablesOfFile } from './on-facts.ts';
import { askProject, pathOf } from './project-of-file.ts';

export const noForeignTables = createRule<[], 'finding'>({
  name: 'no-foreign-tables',
  meta: {
    type: 'problem',
    docs: { description: "Disallow the use of another module's tables", config: 'recommended', concern: 'architecture' },
    languages: EVERY_LANGUAGE,
    schema: [],
    defaultOptions: [],
    messages: { finding: '{{message}}' },
  },
  create(context) {
    const judge = (): void => {
      const path = pathOf(context);
      const { text } = context.sourceCode;
      const found = askProject(context, (project) => {
        const { isTest, module } = project.placeOf(path);
        // A schema of Prisma's says by itself whose its models are.
        if (isTest || (module === undefined && isScript(context.sourceCode))) return [];
        if (isScript(context.sourceCode) && !speaksOfTables(text)) return [];
        const { facts, libraries } = tablesOfFile(context);
        return tableFindings(project.outlook(), path, text, facts, libraries);
      });
      for (const { message, line, column, endLine, endColumn } of found ?? []) {
        context.report({ loc: { start: { line, column: column - 1 }, end: { line: endLine, column: endColumn - 1 } }, messageId: 'finding', data: { message } });
      }
    };
    return { Program: judge, SqlFile: judge, Schema: judge };
  },
});

/** By its words alone: most files of a module know no database. */
function speaksOfTables(text: string): boolean {
  const { mayUseTables, mayDeclareTables } = mentionsOf();
  return mayUseTables(text) || mayDeclareTables(text);
}
