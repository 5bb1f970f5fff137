import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { json } from '../../src/reporters/json.ts';
import { contextWith, coverage, deepImport, found, nasty } from './sample.ts';

const schema = JSON.parse(readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8')) as object;
const isReport = new Ajv({ strict: true }).compile(schema);

describe('json', () => {
  test('prints exactly the public contract, keys in its order', () => {
    const report = json({ findings: [deepImport], coverage }, contextWith());
    expect(report).toBe(`{
  "schemaVersion": 1,
  "violations": [
    {
      "rule": "no-cross-module-imports",
      "severity": "error",
      "file": "src/modules/orders/logic.ts",
      "line": 3,
      "column": 25,
      "endLine": 3,
      "endColumn": 40,
      "message": "\`orders\` may not use \`billing\`'s internals: \`Invoice\` comes from \`billing/db.ts\`. \`billing/contract.ts\` exports it: import it from there.",
      "fingerprint": "${deepImport.fingerprint}",
      "status": "new",
      "from": {
        "module": "orders"
      },
      "to": {
        "module": "billing",
        "file": "src/modules/billing/db.ts"
      },
      "kind": "value"
    }
  ],
  "coverage": {
    "files": 1204,
    "assignedFiles": 1100,
    "modules": 4,
    "references": 5120,
    "resolvedReferences": 5118,
    "unanalysableReferences": 2
  },
  "summary": {
    "errors": 1,
    "warnings": 0,
    "baselined": 0
  }
}
`);
  });

  test('passes its schema, also without optional parts and with characters of every kind', () => {
    const { from: _from, to: _to, kind: _kind, ...bare } = found({ rule: 'parse-error' });
    const report: unknown = JSON.parse(json({ findings: [bare, nasty, found({ status: 'baselined' })], coverage }, contextWith()));
    isReport(report);
    expect(isReport.errors).toBeNull();
  });

  test('counts what the baseline tolerates apart, whatever its severity', () => {
    const findings = [found(), found({ severity: 'warning' }), found({ status: 'baselined' }), found({ status: 'baselined', severity: 'warning' })];
    expect(JSON.parse(json({ findings, coverage }, contextWith()))).toMatchObject({ summary: { errors: 1, warnings: 1, baselined: 2 } });
  });

  test('gives the same bytes each time', () => {
    const report = { findings: [deepImport, nasty], coverage };
    expect(json(report, contextWith())).toBe(json(report, contextWith()));
  });
});
