import { renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/types';
import { describe, expect, it } from 'vitest';
import { projectOf as projectOfFile, readReferences } from '../../src/arch/index.ts';
import { projectOf, write } from './support/projects.ts';

const CODE = 'export const value = 1;\n';

/** One lint of one file, as an editor that stays open does it. */
function lint(root: string, path: string, text: string): string[] {
  const file = join(root, path);
  const turn = {};
  const program = parser.parse(text, { range: true, loc: true, comment: true, sourceType: 'module' }) as TSESTree.Program & { comments: TSESTree.Comment[] };
  const project = projectOfFile(file, turn);
  if (project === undefined) throw new Error('There is no project.');
  const references = readReferences(program, text, program.comments, file);
  return [...project.judgeFile(file, text, references), ...project.judgeContract(file, text, program)].map(({ rule, line, message }) => `${line} ${rule}: ${message}`);
}

const rules = (lines: readonly string[]): string[] => lines.map((line) => line.replace(/:.*/, ''));

const LOGIC = 'src/modules/orders/logic.ts';
const USES_DB = "import { value } from '../billing/db';\n";
const FOUND = ['1 no-cross-module-imports'];

function shop(): string {
  return projectOf({ 'package.json': '{ "name": "shop" }', 'src/modules/billing/db.ts': CODE, [LOGIC]: USES_DB });
}

describe('an editor that stays open', () => {
  it('judges what is typed, not what is saved', () => {
    const root = shop();
    expect(rules(lint(root, LOGIC, USES_DB))).toEqual(FOUND);
    expect(lint(root, LOGIC, CODE)).toEqual([]);
    expect(rules(lint(root, LOGIC, `\n${USES_DB}`))).toEqual(['2 no-cross-module-imports']);
  });

  it('judges a file that is not saved yet', () => {
    const root = shop();
    expect(rules(lint(root, 'src/modules/orders/new.ts', USES_DB))).toEqual(FOUND);
    expect(rules(lint(root, 'src/modules/fresh/new.ts', USES_DB))).toEqual(FOUND);
  });

  it('sees a configuration come, change and go', () => {
    const root = shop();
    expect(rules(lint(root, LOGIC, USES_DB))).toEqual(FOUND);
    write(root, { 'fortress.config.ts': "export default { contract: ['db.ts'] };\n" });
    expect(lint(root, LOGIC, USES_DB)).toEqual([]);
    write(root, { 'fortress.config.ts': "export default { contract: ['dx.ts'] };\n" });
    expect(rules(lint(root, LOGIC, USES_DB))).toEqual(FOUND);
    write(root, { 'fortress.config.ts': "import { contract } from './contract.config.ts';\n\nexport default { contract };\n", 'contract.config.ts': "export const contract = ['db.ts'];\n" });
    expect(lint(root, LOGIC, USES_DB)).toEqual([]);
    write(root, { 'contract.config.ts': "export const contract = ['dx.ts'];\n" });
    expect(rules(lint(root, LOGIC, USES_DB))).toEqual(FOUND);
    write(root, { 'fortress.config.ts': 'export default { contracts: [] };\n' });
    expect(() => lint(root, LOGIC, USES_DB)).toThrow('`contracts` is no key of the configuration.');
    rmSync(join(root, 'fortress.config.ts'));
    expect(rules(lint(root, LOGIC, USES_DB))).toEqual(FOUND);
  });

  it('sees a contract come, with what it offers', () => {
    const root = shop();
    expect(lint(root, LOGIC, USES_DB)[0]).toContain('create `billing/contract.ts`');
    write(root, { 'src/modules/billing/contract.ts': 'export type Other = string;\n' });
    expect(lint(root, LOGIC, USES_DB)[0]).toContain('move it to `billing/contract.ts`');
    write(root, { 'src/modules/billing/contract.ts': 'export const value = 1;\n' });
    expect(lint(root, LOGIC, USES_DB)[0]).toContain('`billing/contract.ts` exports it: import it from there.');
  });

  it('sees a file move', () => {
    const root = shop();
    renameSync(join(root, 'src/modules/billing/db.ts'), join(root, 'src/modules/billing/contract.ts'));
    expect(rules(lint(root, LOGIC, USES_DB))).toEqual(['1 no-unresolved-imports']);
    renameSync(join(root, 'src/modules/billing'), join(root, 'src/modules/money'));
    expect(lint(root, LOGIC, "import { value } from '../money/contract';\n")).toEqual([]);
  });

  it('sees an internal change what it is', () => {
    const root = shop();
    write(root, { 'src/modules/billing/contract.ts': 'export type Other = string;\n' });
    expect(lint(root, LOGIC, USES_DB)[0]).toContain('If it is a constant');
    write(root, { 'src/modules/billing/db.ts': 'export function value(): void {}\n' });
    expect(lint(root, LOGIC, USES_DB)[0]).toContain('A contract shares no behaviour');
  });

  it('sees an alias change, also in what the tsconfig extends', () => {
    const root = shop();
    const text = "import { value } from '@b/db';\n";
    expect(lint(root, LOGIC, text)).toEqual([]);
    write(root, { 'tsconfig.json': '{ "extends": "./base.json" }', 'base.json': '{ "compilerOptions": { "paths": { "@b/*": ["./src/modules/billing/*"] } } }' });
    expect(rules(lint(root, LOGIC, text))).toEqual(FOUND);
    write(root, { 'base.json': '{ "compilerOptions": { "paths": { "@c/*": ["./src/modules/billing/*"] } } }' });
    expect(lint(root, LOGIC, text)).toEqual([]);
    write(root, { 'src/modules/orders/tsconfig.json': '{ "compilerOptions": { "paths": { "@b/*": ["../billing/*"] } } }' });
    expect(rules(lint(root, LOGIC, text))).toEqual(FOUND);
  });

  it('sees what git ignores change', () => {
    const root = shop();
    expect(rules(lint(root, LOGIC, USES_DB))).toEqual(FOUND);
    write(root, { '.git/HEAD': '', '.gitignore': 'orders/\n' });
    expect(lint(root, LOGIC, USES_DB)).toEqual([]);
  });

  it('sees a package of the workspace come', () => {
    const root = projectOf({
      'package.json': '{ "workspaces": ["packages/*"] }',
      'packages/orders/package.json': '{ "name": "@acme/orders" }',
      'packages/orders/src/modules/orders/logic.ts': CODE,
      'packages/billing/src/modules/billing/db.ts': CODE,
    });
    const file = 'packages/orders/src/modules/orders/logic.ts';
    const text = "import { value } from '@acme/billing/src/modules/billing/db';\n";
    expect(lint(root, file, text)).toEqual([]);
    write(root, { 'packages/billing/package.json': '{ "name": "@acme/billing" }' });
    expect(rules(lint(root, file, text))).toEqual(FOUND);
    write(root, { 'packages/billing/package.json': '{ "name": "@acme/money" }' });
    expect(lint(root, file, text)).toEqual([]);
  });

  it('is not fooled by time stamps that stay', () => {
    const root = shop();
    const contract = join(root, 'src/modules/billing/contract.ts');
    const old = new Date('2020-01-01');
    write(root, { 'src/modules/billing/contract.ts': 'export const valu = 1;;\n' });
    utimesSync(contract, old, old);
    expect(lint(root, LOGIC, USES_DB)[0]).not.toContain('exports it');
    writeFileSync(contract, 'export const value = 1;\n');
    utimesSync(contract, old, old);
    expect(lint(root, LOGIC, USES_DB)[0]).toContain('exports it');
  });

  it('looks at the disk once a lint', () => {
    const root = shop();
    const file = join(root, LOGIC);
    const turn = {};
    const before = projectOfFile(file, turn)?.resolve(file, '../billing/db');
    rmSync(join(root, 'src/modules/billing/db.ts'));
    expect(projectOfFile(file, turn)?.resolve(file, '../billing/db')).toEqual(before);
    expect(projectOfFile(file, {})?.resolve(file, '../billing/db')).toMatchObject({ status: 'unresolved' });
    expect(projectOfFile(file)?.resolve(file, '../billing/db')).toMatchObject({ status: 'unresolved' });
  });
});

describe('the project of a file', () => {
  const files = {
    'package.json': '{ "workspaces": ["packages/*"] }',
    'packages/api/package.json': '{ "name": "api" }',
    'packages/api/src/modules/billing/db.ts': CODE,
    'packages/api/src/modules/package.json': '{ "type": "module" }',
    'other/package.json': '{ "name": "other" }',
    'other/src/modules/orders/a.ts': CODE,
    'other/src/deep/package.json': '{ "type": "commonjs" }',
    'other/src/deep/b.ts': CODE,
    'configured/fortress.config.json': '{}',
    'configured/src/modules/x/a.ts': CODE,
    'configured/packages/y/package.json': '{}',
    'configured/packages/y/src/a.ts': CODE,
    'loose/a.ts': CODE,
  };

  it.each([
    ['packages/api/src/modules/billing/db.ts', ''],
    ['packages/api/src/modules/billing/new.ts', ''],
    ['other/src/modules/orders/a.ts', 'other'],
    ['other/src/deep/b.ts', 'other'],
    ['configured/src/modules/x/a.ts', 'configured'],
    ['configured/packages/y/src/a.ts', 'configured'],
    ['loose/a.ts', ''],
  ])('%s is %s', (path, expected) => {
    const root = projectOf(files);
    expect(projectOfFile(join(root, path))?.root.slice(root.length + 1)).toBe(expected);
  });

  it('may be come to through a link', () => {
    const root = projectOf({ 'real/package.json': '{}', 'real/src/modules/billing/db.ts': CODE, [`real/${LOGIC}`]: USES_DB }, { linked: 'real' });
    expect(projectOfFile(join(root, 'linked', LOGIC))?.root).toBe(join(root, 'real'));
    expect(rules(lint(join(root, 'linked'), LOGIC, USES_DB))).toEqual(FOUND);
    expect(rules(lint(join(root, 'linked'), 'src/modules/orders/new.ts', USES_DB))).toEqual(FOUND);
  });

  it('ends at the repository', () => {
    const root = projectOf({ 'package.json': '{}', 'repository/.git/HEAD': '', 'repository/src/modules/billing/a.ts': CODE });
    expect(projectOfFile(join(root, 'repository/src/modules/billing/a.ts'))?.root).toBe(join(root, 'repository'));
  });
});
