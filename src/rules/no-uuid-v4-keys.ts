import type { TSESLint } from '@typescript-eslint/utils';
import type { ColumnFact, Facts, Located, Replacement, UuidValue } from '../facts/index.ts';
import { createRule, EVERY_LANGUAGE } from './create-rule.ts';
import { onFile } from './on-facts.ts';
import { locOf } from './place.ts';

interface Options {
  readonly allow: readonly string[];
}

type MessageIds = 'key' | 'old' | 'useOrdered';

/** Files whose keys are never stored, or that a tool wrote. */
const ELSEWHERE = ['test', 'generated', 'frontend'] as const;

/** A key that chance makes, and where. */
interface RandomKey {
  readonly uuid: UuidValue;
  readonly at: Located;
  readonly owner: string | undefined;
}

export const noUuidV4Keys = createRule<[Options], MessageIds>({
  name: 'no-uuid-v4-keys',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow random UUIDs as keys', config: 'recommended', concern: 'database' },
    languages: EVERY_LANGUAGE,
    fixable: 'code',
    hasSuggestions: true,
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
      key: '`{{generator}}` makes the key{{of}} random: each insert lands on another page of the index, until the index no longer fits in memory. Use UUIDv7{{ordered}}.',
      old: '`{{generator}}` makes the key{{of}} a UUID of version {{version}}, which does not sort by time: inserts scatter over the whole index. Use UUIDv7{{ordered}}.',
      useOrdered: 'Use `{{text}}`{{since}}.',
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
          data: { generator: shortened(uuid.generator), version: String(uuid.version), of: owner === undefined ? '' : ` of \`${owner}\``, ordered: firstOf(uuid) },
          ...repairs(uuid),
        });
      }
    });
  },
});

type Repairs = Pick<TSESLint.ReportDescriptor<MessageIds>, 'fix' | 'suggest'>;

/** What needs nothing else is a fix; what needs a version of a database or a package is for the user to choose. */
function repairs({ replacements = [] }: UuidValue): Repairs {
  const safe = replacements.find(({ isSafe }) => isSafe === true);
  if (safe) return { fix: editsOf(safe) };
  return { suggest: replacements.map((one) => ({ messageId: 'useOrdered', data: { text: shortened(one.text), since: sinceOf(one) }, fix: editsOf(one) })) };
}

function editsOf({ edits }: Replacement): TSESLint.ReportFixFunction {
  return (fixer) => edits.map(({ range: [start, end], text }) => fixer.replaceTextRange([start, end], text));
}

function firstOf({ replacements: [first] = [] }: UuidValue): string {
  return first ? `: \`${shortened(first.text)}\`${sinceOf(first)}` : '';
}

function sinceOf({ since }: Replacement): string {
  return since === undefined ? '' : ` (${since})`;
}

/** Each place once, however many facts lead to it. */
function randomKeys(facts: Facts): Iterable<RandomKey> {
  const keys = new Map<number, RandomKey>();
  const add = (uuid: UuidValue | undefined, fallback: Located, owner: string | undefined): void => {
    // Versions 6 and 7 sort by time; 3 and 5 are made of a name, on purpose.
    if (uuid?.version !== 4 && uuid?.version !== 1) return;
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
