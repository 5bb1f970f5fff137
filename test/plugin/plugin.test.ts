import { ESLint, type Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import * as module from '../../src/index.ts';
import { SHOP } from '../support/documented-shop.ts';

const fortress = module.default;

const HANDLER = 'src/modules/orders/features/close-order/handler.ts';

async function rulesFor(config: Linter.Config[], file: string): Promise<string[]> {
  const eslint = new ESLint({ cwd: SHOP, overrideConfigFile: true, overrideConfig: config });
  const { rules = {} } = ((await eslint.calculateConfigForFile(file)) ?? {}) as { rules?: Record<string, [number]> };
  return Object.keys(rules).sort();
}

describe('the plugin', () => {
  it('says who it is', () => {
    expect(fortress.meta).toEqual({ name: packageJson.name, version: packageJson.version, namespace: 'fortress' });
  });

  it('can be required: what stands on the plugin stands on the module', () => {
    const { default: plugin, ...names } = module;
    expect(Object.keys(names).sort()).toEqual(Object.keys(plugin).sort());
    for (const [name, value] of Object.entries(names)) expect(plugin[name as keyof typeof plugin], name).toBe(value);
  });

  it('has a config for each concern, recommended and strict', () => {
    expect(Object.keys(fortress.configs).sort()).toEqual(['api', 'architecture', 'database', 'observability', 'recommended', 'resilience', 'security', 'strict']);
  });
});

describe.each(Object.entries(fortress.configs))('the config %s', (name, config) => {
  it('has named parts, which say what files they are for', () => {
    for (const part of config) {
      expect(part.name).toMatch(new RegExp(`^fortress/${name}(?:/[a-z]+)?$`));
      expect(part.files).toBeDefined();
    }
  });

  it('can be spread, nested and extended', async () => {
    const { defineConfig } = await import('eslint/config');
    const spread = await rulesFor([...config], HANDLER);
    expect(await rulesFor(defineConfig([config]), HANDLER)).toEqual(spread);
    expect(await rulesFor(defineConfig({ plugins: { fortress }, extends: [`fortress/${name}`] }), HANDLER)).toEqual(spread);
  });

  it('reaches migrations and schemas with the rules that read them', async () => {
    for (const language of ['sql', 'prisma']) {
      const expected = config.filter(({ files = [] }) => files.includes(`**/*.${language}`)).flatMap(({ rules = {} }) => Object.keys(rules));
      expect(await rulesFor(config, `prisma/a.${language}`)).toEqual(expected.sort());
    }
  });
});

describe('the parser of the configs', () => {
  it('reads TypeScript, and leaves JavaScript to ESLint', async () => {
    const eslint = new ESLint({ cwd: SHOP, overrideConfigFile: true, overrideConfig: fortress.configs.recommended });
    const parserOf = async (file: string) => ((await eslint.calculateConfigForFile(file)) as { languageOptions: { parser: Linter.Parser } }).languageOptions.parser.meta?.name;
    expect(await parserOf(HANDLER)).toBe('eslint-plugin-fortress/typescript');
    expect(await parserOf('src/main.js')).toBeUndefined();
    const [result] = await eslint.lintText('export const total: number = 1;\n', { filePath: HANDLER });
    expect(result?.messages).toEqual([]);
  });

  it('gives way to one that comes after it', async () => {
    const parser: Linter.Parser = { meta: { name: 'own' }, parse: () => ({ type: 'Program', body: [], sourceType: 'module', range: [0, 0], loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } }, tokens: [], comments: [] }) };
    const eslint = new ESLint({ cwd: SHOP, overrideConfigFile: true, overrideConfig: [...fortress.configs.recommended, { files: ['**/*.ts'], languageOptions: { parser } }] });
    const config = (await eslint.calculateConfigForFile(HANDLER)) as { languageOptions: { parser: Linter.Parser } };
    expect(config.languageOptions.parser).toBe(parser);
  });
});
