import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { descriptionOf, inPascalCase, pageUrl } from '../../src/reporters/rule-pages.ts';
import { packageMeta, rules } from '../../src/rules/index.ts';

const pages = new URL('../../docs/rules/', import.meta.url);
const pageOf = (rule: string): string => readFileSync(new URL(`${rule}.md`, pages), 'utf8');

describe('a rule', () => {
  test('has the page that ESLint names', () => {
    expect(Object.entries(rules).map(([name, { meta }]) => [name, meta.docs?.url])).toEqual(Object.keys(rules).map((name) => [name, pageUrl(name, packageMeta.version)]));
  });

  test.each(readdirSync(pages).map((file) => file.replace('.md', '')))('is described by a sentence of its page: %s', (rule) => {
    expect(descriptionOf(rule, { pageOf })).toMatch(/^\S[^\n]{10,300}\.$/);
  });

  test('is described by its name where it has no page', () => {
    expect(descriptionOf('no-module-cycles', { pageOf: () => undefined })).toBe('No module cycles.');
  });

  test('is described without the Markdown of its page', () => {
    const page = '<!-- check -->\n# no-x\n\n[![build](a.svg)](b)\n\n- a list\n\nDisallow **bold** [links](x.md) to `code_of_x` and *more*. Then more.\n';
    expect(descriptionOf('no-x', { pageOf: () => page })).toBe('Disallow bold links to code_of_x and more.');
  });

  test('has a name in SARIF as others have them', () => {
    expect(inPascalCase('no-cross-module-imports')).toBe('NoCrossModuleImports');
  });
});
