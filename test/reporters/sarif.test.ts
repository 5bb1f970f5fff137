import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/arch/index.ts';
import { sarif } from '../../src/reporters/sarif.ts';
import { contextWith, coverage, deepImport, found, nasty } from './sample.ts';

const main = createRequire(import.meta.url).resolve('@microsoft/jest-sarif');
const ajv = new Ajv({ strict: false, unicodeRegExp: false });
addFormats.default(ajv);
// The schema is written in draft 4, and uses no word that later drafts read otherwise.
const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(join(dirname(main), 'schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as Record<string, unknown>;
const isSarif = ajv.compile(schema);

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string }; readonly region: Record<string, number> } }[];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly suppressions: readonly { readonly kind: string; readonly status: string }[];
}

interface Rule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown?: string };
  readonly helpUri: string;
  readonly defaultConfiguration: { readonly level: string };
}

function runOf(findings: readonly Finding[], context = contextWith()): { readonly results: readonly Result[]; readonly tool: { readonly driver: { readonly rules: readonly Rule[] } } } {
  const log = JSON.parse(sarif({ findings, coverage }, context)) as { readonly runs: [ReturnType<typeof runOf>] };
  return log.runs[0];
}

describe('sarif', () => {
  test.each([
    ['nothing found', []],
    ['one finding', [deepImport]],
    ['characters of every kind', [nasty]],
    ['something tolerated', [found({ status: 'baselined' }), found()]],
  ])('passes the schema of SARIF 2.1.0: %s', (_, findings) => {
    isSarif(JSON.parse(sarif({ findings, coverage }, contextWith({ pages: { 'no-cross-module-imports': '# Page\n\nDisallow it.\n' } }))));
    expect(isSarif.errors).toBeNull();
  });

  test('places a finding by a path from the root of the repository, as GitHub counts it', () => {
    const [result] = runOf([deepImport], contextWith({ prefix: 'apps/api/' })).results;
    expect(result?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'apps/api/src/modules/orders/logic.ts', uriBaseId: '%SRCROOT%' },
          region: { startLine: 3, startColumn: 25, endLine: 3, endColumn: 40 },
        },
      },
    ]);
  });

  test('writes a path as a URI that leads back to it', () => {
    const uri = runOf([nasty]).results[0]?.locations[0]?.physicalLocation.artifactLocation.uri ?? '';
    expect(uri).toMatch(/^[\w/%.,&-]+$/);
    expect(decodeURIComponent(uri)).toBe(nasty.file);
  });

  test('leads to what is referred to, where that is there', () => {
    const related = (sources: Record<string, string>) => (JSON.parse(sarif({ findings: [deepImport], coverage }, contextWith({ sources }))) as { runs: [{ results: [{ relatedLocations?: unknown }] }] }).runs[0].results[0].relatedLocations;
    expect(related({ 'src/modules/billing/db.ts': '' })).toMatchObject([{ physicalLocation: { artifactLocation: { uri: 'src/modules/billing/db.ts' } } }]);
    expect(related({})).toBeUndefined();
  });

  test('says the words of the message and of the notes', () => {
    expect(runOf([{ ...deepImport, notes: ['`invoices` is affected too.'] }]).results[0]?.message.text).toBe(`${deepImport.message}\n\`invoices\` is affected too.`);
  });

  test('marks what the baseline tolerates as suppressed, and says of the rest that it is not', () => {
    const { results } = runOf([found({ status: 'baselined' }), found({ line: 9 })]);
    expect(results.map(({ suppressions }) => suppressions.map(({ kind, status }) => `${kind} ${status}`))).toEqual([['external accepted'], []]);
  });

  test('tells two violations of one identity apart, and keeps both when lines move', () => {
    const hashes = (lines: readonly number[]): readonly string[] => runOf(lines.map((line) => found({ line }))).results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);
    expect(new Set(hashes([3, 9])).size).toBe(2);
    expect(hashes([3, 9])).toEqual(hashes([13, 40]));
  });

  test('describes each rule once, from its page', () => {
    const page = '# no-cross-module-imports\n\n> generated\n\nDisallow references to the internals of other modules. Long text follows.\n';
    const { tool, results } = runOf([deepImport, nasty, found({ line: 9 })], contextWith({ pages: { 'no-cross-module-imports': page } }));
    expect(tool.driver.rules).toEqual([
      {
        id: 'no-cross-module-imports',
        name: 'NoCrossModuleImports',
        shortDescription: { text: 'Disallow references to the internals of other modules.' },
        fullDescription: { text: 'Disallow references to the internals of other modules.' },
        help: {
          text: 'Disallow references to the internals of other modules. The page of the rule tells why, and the ways out: https://unpkg.com/eslint-plugin-fortress@1.2.3/docs/rules/no-cross-module-imports.md',
          markdown: page,
        },
        helpUri: 'https://unpkg.com/eslint-plugin-fortress@1.2.3/docs/rules/no-cross-module-imports.md',
        defaultConfiguration: { level: 'error' },
        properties: { tags: ['architecture'], precision: 'very-high', 'problem.severity': 'error' },
      },
      expect.objectContaining({ id: 'no-unresolved-imports', shortDescription: { text: 'No unresolved imports.' }, defaultConfiguration: { level: 'warning' } }),
    ]);
    expect(results.map(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]?.id === ruleId)).toEqual([true, true, true]);
  });
});
