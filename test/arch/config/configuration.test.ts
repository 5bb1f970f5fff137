import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv } from 'ajv';
import * as valibot from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { configSchema } from '../../../src/arch/config/schema.ts';
import { openProject } from '../../../src/arch/index.ts';
import { defineConfig, type FortressConfig } from '../../../src/config.ts';
import { check, places, projectOf } from '../support/projects.ts';

const ROOT = join(import.meta.dirname, '../../..');

const SHOP = {
  'package.json': '{ "name": "configured", "private": true }',
  'src/app/billing/index.ts': 'export const billing = 1;\n',
  'src/app/orders/index.ts': "import { billing } from '../billing/index.ts';\n\nexport const orders = billing;\n",
};

const FOUND = ['src/app/orders/index.ts:1:25 no-cross-module-imports'];

describe('a configuration', () => {
  it.each([
    ['fortress.config.ts', "import { defineConfig } from 'eslint-plugin-fortress/config';\n\nexport default defineConfig({ modules: ['src/app/*'] });\n"],
    ['fortress.config.ts', "import type { FortressConfig } from 'eslint-plugin-fortress/config';\n\nexport default { modules: [`src/app/*`] } satisfies FortressConfig;\n"],
    ['fortress.config.ts', "import { defineConfig } from 'eslint-plugin-fortress/config';\n\nconst app: string = 'src/app';\n\nexport default defineConfig({ modules: [`${app}/*`] });\n"],
    ['fortress.config.mts', "export default { modules: ['src/app/*'] };\n"],
    ['fortress.config.cts', "module.exports = { modules: ['src/app/*'] };\n"],
    ['fortress.config.js', "module.exports = { modules: ['src/app/*'] };\n"],
    ['fortress.config.js', "const { join } = require('node:path');\n\nmodule.exports = { modules: [join('src', 'app', '*')] };\n"],
    ['fortress.config.mjs', "import { join } from 'node:path';\n\nexport default { modules: [join('src', 'app', '*')] };\n"],
    ['fortress.config.cjs', "exports.modules = ['src/app/*'];\n"],
    ['fortress.config.json', '\uFEFF{ "$schema": "./node_modules/eslint-plugin-fortress/schema.json", "modules": ["./src/app/*/"] }'],
  ])('is read from %s: %j', (name, text) => {
    expect(places(check(projectOf({ ...SHOP, [name]: text })).findings)).toEqual(FOUND);
  });

  it('may be made of several files', () => {
    const root = projectOf({
      ...SHOP,
      'fortress.config.ts': "import { modules } from './build/layout.js';\n\nexport default { modules };\n",
      'build/layout.ts': "export const modules: string[] = ['src/app/*'];\n",
    });
    expect(places(check(root).findings)).toEqual(FOUND);
  });

  it('may lie elsewhere: patterns are relative to the root all the same', () => {
    const root = projectOf({ ...SHOP, 'ci/strict.json': '{ "modules": ["src/app/*"] }' });
    expect(places(check(root, { configFile: join(root, 'ci/strict.json') }).findings)).toEqual(FOUND);
  });

  it('leaves nothing on disk', () => {
    const root = projectOf({ ...SHOP, 'fortress.config.ts': "const path = 'src/app/*';\n\nexport default { modules: [path] };\n" });
    check(root);
    expect(() => readFileSync(join(root, 'node_modules'))).toThrow('ENOENT');
  });

  it('names modules, their owners and what of them is open', () => {
    const root = projectOf({
      ...SHOP,
      'fortress.config.json': '{ "modules": ["src/app/*", { "path": "src/app/billing", "name": "money", "owner": "@shop/money", "open": true, "contract": ["api.ts"] }] }',
    });
    const modules = openProject({ root }).modules.map(({ path, ...module }) => ({ ...module, contract: module.contract.length }));
    expect(modules).toEqual([
      { name: 'money', owner: '@shop/money', open: true, contract: 1 },
      { name: 'orders', open: false, contract: 6 },
    ]);
  });

  it('switches a rule off, down and up', () => {
    const level = (value: string): string[] => {
      const text = JSON.stringify({ modules: ['src/app/*'], rules: { 'no-cross-module-imports': value } });
      return places(check(projectOf({ ...SHOP, 'fortress.config.json': text })).findings);
    };
    expect(level('off')).toEqual([]);
    expect(level('warn')).toEqual(FOUND.map((line) => `${line} (warning)`));
    expect(level('error')).toEqual(FOUND);
  });

  it('takes out with ! what other patterns take in', () => {
    const root = projectOf({ ...SHOP, 'fortress.config.json': '{ "modules": ["src/app/*", "!src/app/billing"] }' });
    expect(openProject({ root }).modules.map(({ name }) => name)).toEqual(['orders']);
    expect(places(check(root).findings)).toEqual([]);
  });
});

describe('the schema of the configuration', () => {
  const schema: unknown = JSON.parse(readFileSync(join(ROOT, 'schema.json'), 'utf8'));

  it('is what the checker checks by', () => {
    expect(schema).toEqual({ title: 'fortress.config', ...toJsonSchema(configSchema(valibot), { typeMode: 'input' }) });
  });

  it('takes the configuration of the README, and not one with a slip', () => {
    const isValid = new Ajv({ strict: false, validateFormats: false }).compile(schema as object);
    const config: FortressConfig = {
      modules: ['src/modules/*', { path: 'packages/billing', name: 'billing', contract: ['index.ts'], owner: '@acme/billing' }],
      slices: ['features/*'],
      tables: { invoices: 'billing', countries: 'shared' },
      exceptions: [{ from: 'orders', to: 'billing', reason: 'until invoices are events', until: '2027-03-31' }],
      rules: { 'no-cross-slice-imports': 'error' },
    };
    expect(isValid(config)).toBe(true);
    expect(isValid({ ...config, module: [] })).toBe(false);
  });

  it('says of every key what it is for', () => {
    const { properties } = schema as { properties: Record<string, { description?: string }> };
    for (const [key, { description }] of Object.entries(properties)) expect(description, key).toBeTruthy();
  });

  it('agrees with the type that defineConfig takes', () => {
    type Checked = valibot.InferOutput<ReturnType<typeof configSchema>>;
    expectTypeOf<keyof Checked>().toEqualTypeOf<keyof FortressConfig>();
    expect(defineConfig({ modules: ['src/modules/*'] })).toEqual({ modules: ['src/modules/*'] });
  });
});
