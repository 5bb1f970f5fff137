import { languageOf, type PlainNode } from './language.ts';

const BLOCK = /^[ \t]*(model|view|type|enum|datasource|generator)[ \t]+(\w+)[ \t]*\{/gm;

/** `.prisma`: the schema. The tree is the list of blocks. */
export const prisma = languageOf({
  root: 'PrismaFile',
  syntax: { lineComments: ['///', '//'], quotes: [{ mark: '"', isEscaped: true }], hasDollarQuotes: false },
  nodesOf: blocksIn,
});

function blocksIn(text: string): PlainNode[] {
  return [...text.matchAll(BLOCK)].map(({ index, 0: head, 1: keyword, 2: name }) => {
    // A block ends with a brace at the start of a line: none of its lines begins with one.
    const rest = /^[ \t]*\}/m.exec(text.slice(index + head.length));
    const end = rest ? index + head.length + rest.index + rest[0].length : text.length;
    return { type: 'PrismaBlock', range: [index + head.search(/\S/), end], keyword, name };
  });
}
