import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/arch/index.ts';
import { check, fixture, projectOf } from '../support/projects.ts';

type Files = Readonly<Record<string, string>>;

/** The only finding of a project. */
function only(files: Files): Finding {
  const [finding, ...others] = check(projectOf(files)).findings;
  if (finding === undefined || others.length > 0) throw new Error(`${others.length + (finding ? 1 : 0)} findings`);
  return finding;
}

/** What follows the first sentence of the only finding. */
const wayOut = (files: Files): string => only(files).message.replace(/^.*?(?:`|default export|uses `[^`]*`)\. /, '');

const orders = (text: string): Files => ({ 'src/modules/orders/logic.ts': text });

describe('the way out', () => {
  const internals = { 'src/modules/billing/db.ts': "export interface Row { id: string }\nexport enum State { Draft }\nexport const LIMIT = 5;\nexport function find(): void {}\nexport class Repo {}\nexport const load = (): void => undefined;\nexport default find;\n" };

  it.each([
    ['import type { Row } from', '`billing` has no contract: create `billing/contract.ts` with the type `Row`.'],
    ['import { State } from', '`billing` has no contract: create `billing/contract.ts` with the type `State`.'],
    ['import type { Row, Repo } from', '`billing` has no contract: create `billing/contract.ts` with these types.'],
    ['import { find } from', '`billing` has no contract: create `billing/contract.ts` with an event that others listen to.'],
    ['import { LIMIT } from', '`billing` has no contract: create `billing/contract.ts` with the types, constants and events that others may use.'],
    ['import db from', '`billing` has no contract: create `billing/contract.ts` with what others may use.'],
    ['import', '`billing` has no contract: create `billing/contract.ts` with what others may use.'],
  ])('is a contract to create: %s', (start, way) => {
    expect(wayOut({ ...internals, ...orders(`${start} '../billing/db.ts';\n`) })).toBe(way);
  });

  const contract = { ...internals, 'src/modules/billing/contract.ts': 'export type InvoiceId = string;\n' };

  it.each([
    ['import type { Row } from', 'Move it to `billing/contract.ts` and import it from there.'],
    ['import { State, type Row } from', 'Move them to `billing/contract.ts` and import them from there.'],
    ['import type { Repo } from', 'Declare its type in `billing/contract.ts` and import it from there.'],
    ['import { find } from', 'A contract shares no behaviour: let `billing` publish an event in `billing/contract.ts` and listen to it.'],
    ['import { load } from', 'A contract shares no behaviour: let `billing` publish an event in `billing/contract.ts` and listen to it.'],
    ['import { Repo } from', 'A contract shares no behaviour: let `billing` publish an event in `billing/contract.ts` and listen to it.'],
    ['import { LIMIT } from', 'If it is a constant, a schema or a type, move it to `billing/contract.ts`; else let `billing` publish an event in `billing/contract.ts` and listen to it.'],
    ['import * as db from', 'Import what you need from `billing/contract.ts`.'],
  ])('is the contract that is there: %s', (start, way) => {
    expect(wayOut({ ...contract, ...orders(`${start} '../billing/db.ts';\n`) })).toBe(way);
  });

  it('is the event that the contract has', () => {
    const events = { ...contract, 'src/modules/billing/events/paid.ts': 'export interface InvoicePaid { id: string }\nexport const invoicePaidSchema = {};\n' };
    expect(wayOut({ ...events, ...orders("import { find } from '../billing/db.ts';\n") })).toBe('A contract shares no behaviour: listen to `InvoicePaid` from `billing/events/paid.ts`.');
  });

  it('is what the contract has of it, and for the rest what holds', () => {
    const both = { ...internals, 'src/modules/billing/contract.ts': 'export enum State { Draft }\n' };
    expect(wayOut({ ...both, ...orders("import { State, find } from '../billing/db.ts';\n") })).toBe(
      '`billing/contract.ts` exports `State`. As for `find`: a contract shares no behaviour: let `billing` publish an event in `billing/contract.ts` and listen to it.',
    );
  });

  it('is said when the contract has a thing of that name, but of another kind', () => {
    const other = { ...internals, 'src/modules/billing/contract.ts': 'export interface Repo { find(): void }\n' };
    const { message, fix } = only({ ...other, ...orders("import { Repo } from '../billing/db.ts';\n") });
    expect(message).toMatch(/The contract has one of this name, but of another kind: use what `billing\/contract\.ts` offers\.$/);
    expect(fix).toBeUndefined();
  });

  it('is a configured contract', () => {
    const config = { 'fortress.config.json': '{ "contract": ["public/**", "api.ts"] }' };
    expect(wayOut({ ...config, ...internals, ...orders("import type { Row } from '../billing/db.ts';\n") })).toBe('`billing` has no contract: create `billing/public/index.ts` with the type `Row`.');
  });

  it('is a contract in the language of the module', () => {
    expect(wayOut({ 'src/modules/billing/db.js': 'exports.find = 1;\n', 'src/modules/orders/logic.js': "require('../billing/db');\n" })).toBe('`billing` has no contract: create `billing/contract.js` with what others may use.');
  });

  it('is no event for a script, which listens to none', () => {
    expect(wayOut({ ...contract, 'scripts/run.ts': "import { find } from '../src/modules/billing/db.ts';\n" })).toBe('A contract shares no behaviour: move what needs it into `billing`.');
  });
});

describe('the fix', () => {
  it('names the contract in the manner of the specifier', () => {
    const fixes = check(fixture('way-out-is-in-the-contract')).findings.map(({ file, fix }) => [file.replace('src/modules/orders/', ''), fix?.text]);
    expect(fixes).toEqual([
      ['not-fixable.ts', undefined],
      ['not-fixable.ts', undefined],
      ['not-fixable.ts', undefined],
      ['with-alias.ts', "'@/modules/billing/contract'"],
      ['with-import-type.ts', "'@/modules/billing/contract.js'"],
      ['with-js.ts', "'../billing/contract.js'"],
      ['with-ts.ts', '"../billing/contract.ts"'],
    ]);
  });

  const billing = {
    'src/modules/billing/contracts/index.ts': 'export interface Row { id: string }\n',
    'src/modules/billing/db.ts': "export type { Row } from './contracts/index';\n",
  };

  it.each([
    ['a folder', {}, '../billing/db', '../billing/contracts'],
    ['an alias of one module', { 'tsconfig.json': '{ "compilerOptions": { "paths": { "@b/*": ["./src/modules/billing/*"] } } }' }, '@b/db', '@b/contracts'],
    ['an alias with an extension', { 'tsconfig.json': '{ "compilerOptions": { "paths": { "@b/*": ["./src/modules/billing/*"] } } }' }, '@b/db.js', '@b/contracts/index.js'],
    ['an alias of one file, where another alias leads there', { 'tsconfig.json': '{ "compilerOptions": { "paths": { "@b-db": ["./src/modules/billing/db.ts"], "~/*": ["./src/*"] } } }' }, '@b-db', '~/modules/billing/contracts'],
    ['an alias of one file, where none leads there', { 'tsconfig.json': '{ "compilerOptions": { "paths": { "@b-db": ["./src/modules/billing/db.ts"] } } }' }, '@b-db', '../billing/contracts'],
    ['imports', { 'package.json': '{ "imports": { "#billing/*": "./src/modules/billing/*.ts" } }' }, '#billing/db', '#billing/contracts/index'],
    ['baseUrl', { 'tsconfig.json': '{ "compilerOptions": { "baseUrl": "src" } }' }, 'modules/billing/db', '../billing/contracts'],
  ])('goes by %s', (_, files: Files, specifier, expected) => {
    const { fix } = only({ ...billing, ...files, ...orders(`import type { Row } from '${specifier}';\n`) });
    expect(fix?.text).toBe(`'${expected}'`);
  });

  it('goes by a package, where its exports let it', () => {
    const packages = (exports: object): Files => ({
      'package.json': '{ "workspaces": ["packages/*"] }',
      'fortress.config.json': '{ "modules": ["packages/*"], "contract": ["src/contract.ts"] }',
      'packages/billing/package.json': JSON.stringify({ name: '@acme/billing', exports }),
      'packages/billing/src/contract.ts': 'export interface Row { id: string }\n',
      'packages/billing/src/db.ts': "export type { Row } from './contract.ts';\n",
      'packages/orders/package.json': '{ "name": "@acme/orders" }',
      'packages/orders/src/logic.ts': "import type { Row } from '@acme/billing/db';\n",
    });
    expect(only(packages({ './*': './dist/*.js' })).fix?.text).toBe("'@acme/billing/contract'");
    expect(only(packages({ './db': './dist/db.js', './api': './dist/contract.js' })).fix?.text).toBe("'@acme/billing/api'");
    expect(only(packages({ './db': './dist/db.js' })).fix).toBeUndefined();
  });

  it('replaces just the string', () => {
    const text = "import /* kept */ type { Row as R } /* kept */ from /* kept */ '../billing/db'; // kept\n";
    const { fix } = only({ ...billing, ...orders(text) });
    expect(fix && text.slice(0, fix.start) + fix.text + text.slice(fix.end)).toBe("import /* kept */ type { Row as R } /* kept */ from /* kept */ '../billing/contracts'; // kept\n");
  });

  it('is not offered where the specifier is a constant', () => {
    const { fix } = only({ ...billing, ...orders("const path = '../billing/db';\n\nexport const load = async (): Promise<unknown> => (await import(path)).Row;\n") });
    expect(fix).toBeUndefined();
  });
});
