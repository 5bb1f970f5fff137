import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { gitlab } from '../../src/reporters/gitlab.ts';
import { contextWith, coverage, deepImport, found, nasty } from './sample.ts';

const schema = JSON.parse(readFileSync(new URL('schemas/gitlab-code-quality.schema.json', import.meta.url), 'utf8')) as object;
const isCodeQuality = new Ajv().compile(schema);

describe('gitlab', () => {
  test.each([
    ['nothing found', []],
    ['one finding', [deepImport]],
    ['characters of every kind', [nasty]],
  ])('passes the schema of code quality reports: %s', (_, findings) => {
    isCodeQuality(JSON.parse(gitlab({ findings, coverage }, contextWith())));
    expect(isCodeQuality.errors).toBeNull();
  });

  test('tells an issue with its place and words', () => {
    expect(JSON.parse(gitlab({ findings: [deepImport], coverage }, contextWith({ prefix: 'apps/api/' })))).toEqual([
      {
        type: 'issue',
        description: deepImport.message,
        check_name: 'no-cross-module-imports',
        fingerprint: `${deepImport.fingerprint}:1`,
        severity: 'major',
        location: { path: 'apps/api/src/modules/orders/logic.ts', lines: { begin: 3, end: 3 } },
      },
    ]);
  });

  test('gives every issue a fingerprint of its own: GitLab shows one of those that share one', () => {
    const issues = JSON.parse(gitlab({ findings: [found(), found({ line: 2 }), found({ line: 3 })], coverage }, contextWith())) as { readonly fingerprint: string }[];
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });

  test('leaves out what the baseline tolerates', () => {
    expect(gitlab({ findings: [found({ status: 'baselined' })], coverage }, contextWith())).toBe('[]\n');
  });
});
