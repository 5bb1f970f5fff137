import type { LeakedEntity, ResponseFact } from '../facts/index.ts';
import { createRule } from './create-rule.ts';
import { onFacts } from './on-facts.ts';
import { locOf } from './place.ts';

interface Options {
  readonly allow: readonly string[];
}

/** Files whose responses no client sees. */
const ELSEWHERE = ['test', 'seed', 'generated'] as const;

export const noRawEntityReturns = createRule<[Options], 'raw' | 'through'>({
  name: 'no-raw-entity-returns',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow stored entities in responses', config: 'recommended', concern: 'security' },
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          allow: {
            description: 'Entities that hold nothing a client may not see.',
            type: 'array',
            items: { type: 'string' },
            uniqueItems: true,
          },
        },
      },
    ],
    defaultOptions: [{ allow: [] }],
    messages: {
      raw: '{{what}} leaves the endpoint as the database gave it (`{{operation}}`): a column that is added tomorrow leaves with it. Name the fields of the response, or parse it with a response schema.',
      through:
        '{{what}} leaves the endpoint as the database gave it (`{{operation}}` in `{{through}}`): a column that is added tomorrow leaves with it. Name the fields of the response, or parse it with a response schema.',
    },
  },
  create(context, [{ allow }]) {
    return onFacts(context, 'response', (response, { roles }) => {
      if (isChecked(response) || ELSEWHERE.some((role) => roles.has(role))) return;
      for (const leak of response.entities) {
        if (leak.certainty === 'guess' || isAllowed(leak, allow)) continue;
        const through = leak.through[0];
        context.report({
          loc: locOf(context, leak.at),
          messageId: through === undefined ? 'raw' : 'through',
          data: { what: nameOf(leak), operation: leak.operation, through: through ?? '' },
        });
      }
    });
  },
});

/** A schema or serializer of the framework stands between the handler and the client. */
function isChecked(response: ResponseFact): boolean {
  return response.certainty === 'guess' || response.hasOutputSchema;
}

function isAllowed({ entity }: LeakedEntity, allow: readonly string[]): boolean {
  return entity !== undefined && allow.includes(entity.name);
}

function nameOf({ entity, isMany }: LeakedEntity): string {
  if (entity === undefined) return isMany ? 'Rows of the database' : 'A row of the database';
  return isMany ? `Every \`${entity.name}\`` : `\`${entity.name}\``;
}
