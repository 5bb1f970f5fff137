import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/pages.ts';

const MINUTES = 60_000;

const FIVE_LINES = `import fortress from 'eslint-plugin-fortress';

export default [
  ...fortress.configs.recommended,
];
`;

/** What every project finds, in its own words. */
const FINDINGS = ["`orders` may not use `billing`'s internals", '`console.log` writes a line without level'];

let scratch: string;
let tarball: string;

beforeAll(() => {
  scratch = realpathSync(mkdtempSync(join(tmpdir(), 'fortress-packed-')));
  // Other tests run what is built: building anew under them would take it away. `npm test` has built before.
  if (!existsSync(join(ROOT, 'dist/index.js'))) run(ROOT, 'npm', ['run', 'build']);
  run(ROOT, 'npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', scratch]);
  tarball = join(scratch, readdirSync(scratch).find((name) => name.endsWith('.tgz')) ?? '');
}, 5 * MINUTES);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Ended {
  readonly status: number | null;
  readonly output: string;
}

function run(cwd: string, command: string, args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32', env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined } });
  return { status, output: `${stdout}${stderr}` };
}

/** A small shop with the packed plugin, installed as a user would. */
function install(name: string, packages: readonly string[], flags: readonly string[] = []): string {
  const cwd = join(scratch, name);
  write(cwd, 'package.json', '{ "name": "shop", "private": true, "type": "module" }\n');
  write(cwd, 'src/modules/billing/db.ts', 'export const pay: number = 1;\n');
  write(cwd, 'src/modules/orders/handler.ts', "import { pay } from '../billing/db.ts';\n\nconsole.log(pay);\n");
  write(cwd, 'eslint.config.js', FIVE_LINES);
  const { status, output } = run(cwd, 'npm', ['install', '--save-dev', '--no-audit', '--no-fund', '--prefer-offline', ...flags, ...packages, tarball]);
  expect(status, output).toBe(0);
  return cwd;
}

function write(cwd: string, path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

const eslint = (cwd: string, ...args: string[]): Ended => run(cwd, 'npx', ['eslint', '.', ...args]);

function expectFindings({ status, output }: Ended): void {
  for (const finding of FINDINGS) expect(output).toContain(finding);
  expect(output).toContain('✖ 2 problems (2 errors, 0 warnings)');
  expect(status).toBe(1);
}

describe('the package', () => {
  it.each([
    ['publint', ['publint', '--strict']],
    ['attw', ['attw', '--profile', 'esm-only']],
  ])('is clean by %s', (_, args) => {
    const { status, output } = run(ROOT, 'npx', [...args, tarball]);
    expect(status, output).toBe(0);
  }, MINUTES);
});

describe('with ESLint 10 and TypeScript 6', () => {
  let cwd: string;
  beforeAll(() => {
    cwd = install('eslint-10', ['eslint@10', 'typescript@6']);
  }, 5 * MINUTES);

  it('finds what there is by five lines of eslint.config.js', () => expectFindings(eslint(cwd)), MINUTES);

  it.each([
    ['mjs', FIVE_LINES],
    ['cjs', "const fortress = require('eslint-plugin-fortress');\n\nmodule.exports = [...fortress.configs.recommended];\n"],
    ['ts', "import { defineConfig } from 'eslint/config';\nimport fortress from 'eslint-plugin-fortress';\n\nexport default defineConfig(fortress.configs.recommended);\n"],
    ['mts', "import { defineConfig } from 'eslint/config';\nimport fortress from 'eslint-plugin-fortress';\n\nexport default defineConfig({ files: ['**/*.ts'], plugins: { fortress }, extends: ['fortress/recommended'] });\n"],
  ])('loads in eslint.config.%s', (extension, text) => {
    write(cwd, `eslint.config.${extension}`, text);
    expectFindings(eslint(cwd, '--config', `eslint.config.${extension}`));
    rmSync(join(cwd, `eslint.config.${extension}`));
  }, MINUTES);

  it('loads nothing heavy before a file is linted', () => {
    const script = "import('eslint-plugin-fortress').then(() => process.stdout.write(Object.keys(require.cache).join('\\n')))";
    const { output } = run(cwd, process.execPath, ['--input-type=commonjs', '-e', script]);
    expect(output.split('\n').filter((path) => /node_modules[\\/](?:typescript|ts-morph|@ts-morph|dependency-cruiser|@typescript-eslint[\\/](?:parser|typescript-estree|scope-manager))[\\/]/.test(path))).toEqual([]);
  }, MINUTES);

  it('has types for the configuration of both', () => {
    write(cwd, 'fortress.config.ts', "import { defineConfig } from 'eslint-plugin-fortress/config';\n\nexport default defineConfig({ modules: ['src/modules/*'] });\n");
    write(cwd, 'eslint.config.mts', "import { defineConfig } from 'eslint/config';\nimport fortress from 'eslint-plugin-fortress';\n\nexport default defineConfig(fortress.configs.strict, { plugins: { fortress }, rules: { 'fortress/no-console-log': 'off' } });\n");
    const { status, output } = run(cwd, 'npx', ['tsc', '--noEmit', '--strict', '--module', 'nodenext', 'fortress.config.ts', 'eslint.config.mts']);
    expect(status, output).toBe(0);
    rmSync(join(cwd, 'eslint.config.mts'));
  }, MINUTES);

  it('brings the command, which reads the configuration in TypeScript', () => {
    const { status, output } = run(cwd, 'npx', ['fortress', 'check']);
    expect(output).toContain(FINDINGS[0]);
    expect(status).toBe(1);
  }, MINUTES);
});

describe('with the oldest ESLint 9 that is supported, and TypeScript 5', () => {
  let cwd: string;
  beforeAll(() => {
    cwd = install('eslint-9', ['eslint@9.15.0', 'typescript@5.4']);
  }, 5 * MINUTES);

  it('finds the same', () => expectFindings(eslint(cwd)), MINUTES);

  it('reads SQL and Prisma', () => {
    write(cwd, 'prisma/schema.prisma', 'model Order {\n  id String @id @default(uuid())\n}\n');
    write(cwd, 'migrations/0001.sql', 'CREATE TABLE orders (id uuid PRIMARY KEY DEFAULT gen_random_uuid());\n');
    const { output } = eslint(cwd);
    expect(output.match(/fortress\/no-uuid-v4-keys/g)).toHaveLength(2);
  }, MINUTES);
});

describe('with TypeScript 7 alone', () => {
  let cwd: string;
  beforeAll(() => {
    cwd = install('typescript-7', ['eslint@10', 'typescript@7']);
  }, 5 * MINUTES);

  it('ESLint says of each file why it cannot be read, and the way out', () => {
    const { status, output } = eslint(cwd);
    expect(output.match(/TypeScript 7\.\d+\.\d+ has no compiler API for ESLint to read this file with: run `npm install --save-dev typescript@6 typescript-7@npm:typescript@7`/g)).toHaveLength(2);
    expect(status).toBe(1);
  }, MINUTES);

  it('the command works as ever', () => {
    const { status, output } = run(cwd, 'npx', ['fortress', 'check']);
    expect(output).toContain(FINDINGS[0]);
    expect(status).toBe(1);
  }, MINUTES);

  it('the way out is one', () => {
    expect(run(cwd, 'npm', ['install', '--save-dev', '--no-audit', '--no-fund', '--prefer-offline', 'typescript@6', 'typescript-7@npm:typescript@7']).status).toBe(0);
    expectFindings(eslint(cwd));
  }, 3 * MINUTES);
});
