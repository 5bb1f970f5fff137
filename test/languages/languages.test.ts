import { ESLint, Linter, type Rule } from 'eslint';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import { describe, expect, it } from 'vitest';
import fortress from '../../src/index.ts';

const MIGRATION = `-- Orders get their lines.
CREATE TABLE order_lines (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  note text DEFAULT '-- none; /* really */'
);

/* The old column
   goes later. */
ALTER TABLE orders ADD COLUMN lines_count integer;
DO $$ BEGIN RAISE NOTICE '-- no comment'; END $$;
`;

const SCHEMA = `generator client {
  provider = "prisma-client"
}

/// An order of the shop.
model Order {
  id   String @id @default(uuid()) // by the database
  note String @default("// none }")
}

enum Status {
  OPEN
  CLOSED
}
`;

/** Reports the larger nodes of a file. */
const everything: Rule.RuleModule = {
  meta: { languages: ['*'], schema: [] },
  create(context) {
    const top = (node: Rule.Node): void => {
      const { verb, keyword } = node as unknown as { verb?: string; keyword?: string };
      context.report({ node, message: [node.type, verb ?? keyword].filter(Boolean).join(' ') });
    };
    return { SqlFile: top, SqlStatement: top, Schema: top, Block: top };
  },
};

function lint(code: string, language: 'sql' | 'prisma', rules: Linter.RulesRecord, plugins: Record<string, ESLint.Plugin> = {}): string[] {
  const linter = new Linter({ configType: 'flat' });
  const messages = linter.verify(code, [{ files: [`**/*.${language}`], language: `fortress/${language}`, plugins: { fortress, ...plugins }, rules }], { filename: `migrations/0001.${language}` });
  return messages.map(({ line, column, message, ruleId }) => `${line}:${column} ${ruleId ?? ''} ${message}`);
}

const test: ESLint.Plugin = { rules: { everything } };

describe('fortress/sql', () => {
  it('gives each statement its place', () => {
    expect(lint(MIGRATION, 'sql', { 'test/everything': 'error' }, { test })).toEqual([
      '1:1 test/everything SqlFile',
      '2:1 test/everything SqlStatement create-table',
      '9:1 test/everything SqlStatement alter-table',
      '10:1 test/everything SqlStatement other',
    ]);
  });

  it.each([
    ['a line', '-- eslint-disable-next-line test/everything -- old\nSELECT 1;', ['1:1 test/everything SqlFile']],
    ['the rest of the file', '-- eslint-disable test/everything\nSELECT 1;', []],
    ['this line', 'SELECT 1; -- eslint-disable-line', []],
    ['a part', '/* eslint-disable */\nSELECT 1;\n/* eslint-enable */\nSELECT 2;', ['4:1 test/everything SqlStatement select']],
    ['nothing where a string says so', "SELECT '-- eslint-disable-line';", ['1:1 test/everything SqlFile', '1:1 test/everything SqlStatement select']],
  ])('a comment switches rules off for %s', (_, code, expected) => {
    expect(lint(code, 'sql', { 'test/everything': 'error' }, { test })).toEqual(expected);
  });

  it('tells that a comment switches nothing off', () => {
    const linter = new Linter({ configType: 'flat' });
    const config: Linter.Config = { files: ['**/*.sql'], language: 'fortress/sql', plugins: { fortress, test }, linterOptions: { reportUnusedDisableDirectives: 'error' } };
    expect(linter.verify('-- eslint-disable-next-line test/everything\nSELECT 1;', [config], { filename: '0001.sql' }).map(({ message, line }) => [line, message])).toEqual([
      [1, "Unused eslint-disable directive (no problems were reported from 'test/everything')."],
    ]);
  });

  it.each(['', ';', 'SELECT', "SELECT 'open", '/* open', '$$ open', 'CREATE TABLE (', ')))', '\ufeffSELECT 1;', 'SELECT 1;\r\nSELECT 2;\r\n'])('survives %j', (code) => {
    expect(() => lint(code, 'sql', { 'test/everything': 'error' }, { test })).not.toThrow();
  });
});

describe('fortress/prisma', () => {
  it('gives each block its place', () => {
    expect(lint(SCHEMA, 'prisma', { 'test/everything': 'error' }, { test })).toEqual([
      '1:1 test/everything Schema',
      '1:1 test/everything Block generator',
      '6:1 test/everything Block model',
      '11:1 test/everything Block enum',
    ]);
  });

  it.each(['//', '///'])('takes a comment behind %s', (mark) => {
    expect(lint(`${mark} eslint-disable-next-line test/everything -- legacy\nmodel Order {\n  id String @id\n}\n`, 'prisma', { 'test/everything': 'error' }, { test })).toEqual(['1:1 test/everything Schema']);
  });

  it.each(['', 'model', 'model Order {', 'model Order { id', '"open', '}}}'])('survives %j', (code) => {
    expect(() => lint(code, 'prisma', { 'test/everything': 'error' }, { test })).not.toThrow();
  });
});

describe('rules for JavaScript that are switched on for every file', () => {
  const all = Object.fromEntries([...builtinRules.keys()].map((name) => [name, 'error'] as const));

  it.each([
    ['sql', MIGRATION],
    ['sql', ''],
    ['prisma', SCHEMA],
    ['prisma', ''],
  ] as const)('find nothing in %s, and do not crash', (language, code) => {
    expect(lint(code, language, all)).toEqual([]);
  });

  it('include our own', () => {
    const own = Object.fromEntries(Object.entries(fortress.rules).filter(([, rule]) => !rule.meta?.languages).map(([name]) => [`fortress/${name}`, 'error' as const]));
    expect(lint(MIGRATION, 'sql', own)).toEqual([]);
    expect(lint(SCHEMA, 'prisma', own)).toEqual([]);
  });

  it('may come with language options', () => {
    const linter = new Linter({ configType: 'flat' });
    const config: Linter.Config[] = [
      { languageOptions: { globals: { process: 'readonly' }, ecmaVersion: 2024, sourceType: 'module' } },
      { files: ['**/*.sql'], language: 'fortress/sql', plugins: { fortress } },
    ];
    expect(linter.verify('SELECT 1;', config, { filename: '0001.sql' })).toEqual([]);
  });
});
