import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Finding } from '../../src/arch/index.ts';
import { junit } from '../../src/reporters/junit.ts';
import { contextWith, coverage, deepImport, found, nasty } from './sample.ts';

const schema = readFileSync(new URL('schemas/junit.xsd', import.meta.url), 'utf8');

function printed(findings: readonly Finding[]): string {
  return junit({ findings, coverage }, contextWith());
}

describe('junit', () => {
  test.each([
    ['nothing found', []],
    ['one finding', [deepImport]],
    ['characters of every kind', [nasty, { ...nasty, severity: 'error' as const }, { ...nasty, status: 'baselined' as const }]],
  ])('passes the schema: %s', async (_, findings) => {
    const { errors } = await validateXML({ xml: { fileName: 'report.xml', contents: printed(findings) }, schema });
    expect(errors).toEqual([]);
  });

  test('has a suite for each file and a failure for each error', () => {
    expect(printed([deepImport])).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="fortress" tests="1" failures="1" errors="0" time="0">
  <testsuite name="src/modules/orders/logic.ts" tests="1" failures="1" errors="0" skipped="0" time="0">
    <testcase name="no-cross-module-imports (3:25)" classname="src/modules/orders/logic.ts" time="0">
      <failure type="no-cross-module-imports" message="${deepImport.message}">src/modules/orders/logic.ts:3:25
${deepImport.message}</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  test('lets a warning pass and skips what the baseline tolerates, as the exit code does', () => {
    const report = printed([found({ severity: 'warning' }), found({ status: 'baselined' })]);
    expect(report).toContain('<testsuites name="fortress" tests="2" failures="0" errors="0" time="0">');
    expect(report).toContain('<system-out>src/modules/orders/logic.ts:1:1');
    expect(report).toContain('<skipped message="In the baseline: `orders` may not');
    expect(report).not.toContain('<failure');
  });

  test('has one case that passes where nothing is found: an empty report is an error to most readers', () => {
    expect(printed([])).toContain('<testcase name="fortress check" classname="fortress" time="0">');
  });
});
