import type { Offset, QueryFact } from '../facts/index.ts';
import { createRule, EVERY_LANGUAGE } from './create-rule.ts';
import { onFacts } from './on-facts.ts';
import { locOf } from './place.ts';

interface Options {
  readonly allow: readonly string[];
}

/** Files whose queries no user waits for, or that run elsewhere. */
const ELSEWHERE = ['test', 'seed', 'migration', 'frontend', 'generated'] as const;

export const noOffsetPagination = createRule<[Options], 'offset' | 'page'>({
  name: 'no-offset-pagination',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow OFFSET pagination', config: 'recommended', concern: 'database' },
    languages: EVERY_LANGUAGE,
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          allow: {
            description: 'Tables or entities that stay small: OFFSET is cheap there.',
            type: 'array',
            items: { type: 'string' },
            uniqueItems: true,
          },
        },
      },
    ],
    defaultOptions: [{ allow: [] }],
    messages: {
      offset: '`{{name}}` makes the database read and throw away every row{{of}} before the page, and pages shift while rows arrive. Go on after the last key seen{{example}}.',
      page: '`{{name}}` turns a page number into OFFSET: the database reads and throws away every row{{of}} before the page. Go on after the last key seen{{example}}.',
    },
  },
  create(context, [{ allow }]) {
    return onFacts(context, 'query', (query, { roles }) => {
      if (query.certainty === 'guess' || ELSEWHERE.some((role) => roles.has(role))) return;
      if (isAllowed(query, allow)) return;
      for (const offset of query.offsets) {
        if (isFirstPage(offset)) continue;
        context.report({
          loc: locOf(context, offset.at),
          messageId: offset.name === 'page' ? 'page' : 'offset',
          data: { name: offset.name === 'page' ? context.sourceCode.text.slice(...offset.at.range) : offset.name, of: tableOf(query), example: query.keyset === undefined ? '' : `: \`${query.keyset}\`` },
        });
      }
    });
  },
});

/** 0 skips nothing, and 1 is how a cursor steps over the row it stands on. */
function isFirstPage({ constants }: Offset): boolean {
  return constants !== undefined && constants.every((skipped) => skipped <= 1);
}

function isAllowed({ entity }: QueryFact, allow: readonly string[]): boolean {
  return entity !== undefined && (allow.includes(entity.name) || (entity.table !== undefined && allow.includes(entity.table)));
}

function tableOf({ entity }: QueryFact): string {
  return entity === undefined ? '' : ` of \`${entity.name}\``;
}
