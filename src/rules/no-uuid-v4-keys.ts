import type { ColumnFact, Facts, Located, UuidValue } from '../facts/index.ts';
import { createRule, EVERY_LANGUAGE } from './create-rule.ts';
import { onFile } from './on-facts.ts';
import { locOf } from './place.ts';

interface Options {
  readonly allow: readonly string[];
}

/** Files whose keys are never stored, or that a tool wrote. */
const ELSEWHERE = ['test', 'generated', 'frontend'] as const;

/** A key that chance makes, and where. */
interface RandomKey {
  readonly uuid: UuidValue;
  readonly at: Located;
  readonly owner: string | undefined;
}

export const noUuidV4Keys = createRule<[Options], 'key' | 'old'>({
  name: 'no-uuid-v4-keys',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow random UUIDs as keys', config: 'recommended', concern: 'database' },
    languages: EVERY_LANGUAGE,
    fixable: 'code',
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          allow: {
            description: 'Tables or entities whose keys must not tell when they were made.',
            type: 'array',
            items: { type: 'string' },
            uniqueItems: true,
          },
        },
      },
    ],
    defaultOptions: [{ allow: [] }],
    messages: {
      key: '`{{generator}}` makes the key{{of}} a random UUID: each insert lands on another page of the index, until the index no longer fits in memory. Use UUIDv7.',
      old: '`{{generator}}` makes the key{{of}} a UUID of version {{version}}, whose time does not sort: inserts are scattered over the index. Use UUIDv7.',
    },
  },
  create(context, [{ allow }]) {
    return onFile(context, (facts) => {
      if (ELSEWHERE.some((role) => facts.roles.has(role))) return;
      for (const { uuid, at, owner } of randomKeys(facts)) {
        if (owner !== undefined && allow.includes(owner)) continue;
        context.report({
          loc: locOf(context, at),
          messageId: uuid.version === 4 ? 'key' : 'old',
          data: { generator: shortened(uuid.generator), version: String(uuid.version), of: owner === undefined ? '' : ` of \`${owner}\`` },
        });
      }
    });
  },
});

/** Each place once, however many facts lead to it. */
function randomKeys(facts: Facts): Iterable<RandomKey> {
  const keys = new Map<number, RandomKey>();
  const add = (uuid: UuidValue | undefined, fallback: Located, owner: string | undefined): void => {
    if (!uuid || uuid.version === 0 || uuid.version === 7 || uuid.version === 6) return;
    const at = uuid.isLocal ? uuid.at : fallback;
    if (!keys.has(at.range[0])) keys.set(at.range[0], { uuid, at, owner });
  };
  for (const table of facts.table) {
    if (table.certainty === 'guess') continue;
    for (const column of table.columns) if (isKey(column)) add(column.uuid, column.at, table.name);
  }
  for (const { written, entity, effect, certainty } of facts.query) {
    if (certainty === 'guess' || effect === 'read') continue;
    for (const value of written) if (isKeyName(value.column)) add(value.uuid, value.at, entity?.name);
  }
  for (const { uuid, at, entity, certainty } of facts['entity-id']) if (certainty !== 'guess') add(uuid, at, entity?.name);
  return keys.values();
}

function isKey(column: ColumnFact): boolean {
  return column.isPrimary || isKeyName(column.name);
}

function isKeyName(name: string): boolean {
  return name === 'id' || name === '_id';
}

function shortened(generator: string): string {
  const text = generator.replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
