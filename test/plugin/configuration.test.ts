import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyRuleFor, lint } from '../support/lint.ts';

const FILE = 'src/modules/orders/handler.ts';
const CODE = "import { findInvoice } from '../billing/db.ts';\nexport const handler = () => findInvoice();\n";

let cwd: string;

beforeAll(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'fortress-configuration-')));
  write('package.json', '{ "name": "shop" }');
  write('src/modules/billing/db.ts', 'export const findInvoice = () => 1;\n');
  write(FILE, CODE);
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

const linted = (): string[] => lint({ code: CODE, filename: FILE, cwd, rules: everyRuleFor(FILE) }).map(({ line, column, message }) => `${line}:${column} ${message}`);

describe('the editor follows the configuration', () => {
  it('judges by convention where there is none', () => {
    expect(linted()).toEqual([expect.stringContaining("`orders` may not use `billing`'s internals")]);
  });

  it('says once a file what is wrong with it', () => {
    write('fortress.config.json', '{ "module": ["src/modules/*"] }');
    expect(linted()).toEqual([expect.stringMatching(/^1:1 `module` is no key of the configuration\. Did you mean `modules`\?/)]);
  });

  it('follows it when it changes, without a restart', () => {
    write('fortress.config.json', '{ "exceptions": [{ "from": "orders", "to": "billing", "reason": "until invoices are events", "until": "2999-01-01" }] }');
    expect(linted()).toEqual([]);
    rmSync(join(cwd, 'fortress.config.json'));
    expect(linted()).toHaveLength(1);
  });

  it("knows a team's own library by the configuration", () => {
    const code = "import { db } from '../../shared/db.ts';\nexport const list = (page: number) => db.page({ offset: page * 20 });\n";
    const offsets = (): number => lint({ code, filename: FILE, cwd, rules: { 'no-offset-pagination': 'error' } }).length;
    write('src/shared/db.ts', "export { db } from '@acme/db';\n");
    expect(offsets()).toBe(0);
    const page = { name: 'acme-db', concern: 'database', modules: ['@acme/db'], exports: { db: { gives: 'client' } }, types: { client: { methods: { page: { query: 'read', offset: '0.offset', gives: 'rows' } } } } };
    write('fortress.config.json', JSON.stringify({ libraries: [page] }));
    expect(offsets()).toBe(1);
    rmSync(join(cwd, 'fortress.config.json'));
    expect(offsets()).toBe(0);
  });

  it('follows another file when it changes', () => {
    write('src/modules/billing/contract.ts', "export type { findInvoice } from './db.ts';\n");
    write('src/modules/billing/db.ts', 'export type findInvoice = string;\n');
    expect(linted()).toEqual([expect.stringContaining('`billing/contract.ts` exports it: import it from there.')]);
  });
});
