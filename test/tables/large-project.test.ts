import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openProject } from '../../src/arch/index.ts';
import { checkTables } from '../../src/tables/index.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fortress-tables-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** More files than are parsed whole, each with a query on a table of its own module. */
function writeLargeModule(): void {
  for (let index = 0; index < 320; index++) {
    write(`src/modules/catalog/queries/query-${index}.ts`, `import { pool } from '../pool.ts';\nexport const read = () => pool.query('select id from products where rank = ${index}');\n`);
  }
  write('src/modules/catalog/pool.ts', `import { Pool } from 'pg';\nexport const pool = new Pool();\n`);
}

async function findings(): Promise<string[]> {
  const project = openProject({ root });
  project.check();
  const report = await checkTables(project.outlook(), project.libraries);
  return report.findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}

describe('a project with more files of a database than are parsed whole', () => {
  it('finds the query on another module’s table', async () => {
    writeLargeModule();
    write('src/modules/billing/migrations/001.sql', 'CREATE TABLE invoices (id uuid PRIMARY KEY);\n');
    write('src/modules/billing/index.ts', 'export const currency = \'EUR\';\n');
    write('src/modules/orders/orders.ts', `import { Pool } from 'pg';\nconst pool = new Pool();\nexport const due = () => pool.query('select id from invoices');\n`);
    expect(await findings()).toEqual(['src/modules/orders/orders.ts:3 no-foreign-tables']);
  });

  it('finds nothing where each module keeps to its own', async () => {
    writeLargeModule();
    write('src/modules/billing/migrations/001.sql', 'CREATE TABLE invoices (id uuid PRIMARY KEY);\n');
    write('src/modules/billing/invoices.ts', `import { Pool } from 'pg';\nconst pool = new Pool();\nexport const due = () => pool.query('select id from invoices');\n`);
    expect(await findings()).toEqual([]);
  });
});
