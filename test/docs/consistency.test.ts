import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULE_NAMES, type RuleName } from '../../src/arch/config/rule-names.ts';
import { severityOf } from '../../src/arch/law/finding.ts';
import fortress from '../../src/index.ts';
import { rules } from '../../src/rules/index.ts';
import { pageOf, ROOT } from '../support/pages.ts';
import { STANDARD } from '../support/standard.ts';

const names = Object.keys(rules);
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

interface Schema {
  readonly type?: string;
  readonly additionalProperties?: boolean;
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
}

describe.each(Object.entries(rules))('%s', (name, rule) => {
  const { meta } = rule;

  it('has a name of the standard, a file, a test and a page', () => {
    expect(STANDARD).toContain(name);
    expect(existsSync(join(ROOT, 'src/rules', `${name}.ts`))).toBe(true);
    expect(existsSync(join(ROOT, 'test/rules', `${name}.test.ts`))).toBe(true);
    expect(pageOf(name)).toContain(`# ${name}\n`);
    expect(meta.docs?.url).toMatch(new RegExp(`/docs/rules/${name}\\.md$`));
  });

  it('stands in the README and in its configs', () => {
    expect(readme).toContain(`[${name}](docs/rules/${name}.md)`);
    const has = (config: keyof typeof fortress.configs): boolean => fortress.configs[config].some((one) => one.rules?.[`fortress/${name}`] !== undefined);
    expect(has('strict')).toBe(true);
    expect(has('recommended')).toBe(meta.docs?.config === 'recommended');
    expect(meta.docs && has(meta.docs.concern)).toBe(true);
  });

  it('is described in one line', () => {
    expect(meta.docs?.description).toMatch(/^(?:Disallow|Require|Prefer) [^.]+$/);
    expect(meta.docs?.description.length).toBeLessThan(80);
  });

  it('speaks in short sentences', () => {
    for (const [id, message] of Object.entries(meta.messages)) {
      expect(message.length, id).toBeLessThanOrEqual(220);
      // A message that is only a placeholder is made elsewhere, by the check that has the same words.
      if (!/^(?:\{\{\w+\}\} ?)+$/.test(message)) expect(message, id).toMatch(/^[A-Z`{].*\.$/s);
    }
  });

  it('describes its options', () => {
    const [schema, ...more] = (Array.isArray(meta.schema) ? meta.schema : [meta.schema]) as Schema[];
    expect(more).toEqual([]);
    if (!schema) return;
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    const properties = Object.entries(schema.properties ?? {});
    const [defaults = {}] = (meta.defaultOptions ?? []) as readonly object[];
    expect(Object.keys(defaults).sort()).toEqual(properties.map(([key]) => key).sort());
    for (const [key, { description }] of properties) expect(description, key).toMatch(/^[A-Z].*\.$/);
  });
});

const checks = readdirSync(join(ROOT, 'docs/rules'))
  .map((file) => file.slice(0, -'.md'.length))
  .filter((name) => pageOf(name).startsWith('<!-- check -->'));

describe.each(checks)('%s', (name) => {
  it('has a name that the configuration knows, and is no rule', () => {
    expect(RULE_NAMES.filter((known) => known === name)).toEqual(name === 'useless-baseline' ? [] : [name]);
    expect(names).not.toContain(name);
  });

  it('has a page that says where it runs and whether it is off', () => {
    const head = /^<!-- check -->\n# (.+)\n\n(Disallow|Require) [^.\n]{1,70}\.\n\nA check of `fortress (?:check|audit)`(?:, in `\w+`)?(, off unless `rules` switches it on)?\.\n/.exec(pageOf(name));
    expect(head?.[1]).toBe(name);
    expect(head?.[3] !== undefined).toBe(severityOf(name as RuleName, undefined, undefined) === undefined);
    expect(pageOf(name)).toMatch(/^### Reported$[\s\S]+^### The way out$[\s\S]+^### When not to use it$/m);
  });

  it('stands in the README', () => {
    expect(readme).toContain(`[${name}](docs/rules/${name}.md)`);
  });
});

describe('the rules', () => {
  it('are in the order of their names', () => {
    expect(names).toEqual([...names].sort());
  });

  it('are all the tests and pages there are', () => {
    const tests = readdirSync(join(ROOT, 'test/rules')).filter((file) => file.endsWith('.test.ts')).map((file) => file.slice(0, -'.test.ts'.length));
    expect(tests.filter((name) => !names.includes(name) && name !== 'every-rule')).toEqual([]);
    const pages = readdirSync(join(ROOT, 'docs/rules')).map((file) => file.slice(0, -'.md'.length));
    expect(pages.filter((name) => !names.includes(name) && !pageOf(name).startsWith('<!-- check -->'))).toEqual([]);
  });

  it('and the checks have the names of the standard', () => {
    // What says that a file, an exception, a baseline or a contract needs a look is no mandate of the standard.
    const ours = RULE_NAMES.filter((name) => !/^parse-error$|-exception$|^fixed-violation$|^no-unused-contract-exports$/.test(name));
    expect([...ours].sort()).toEqual([...STANDARD].sort());
  });
});
