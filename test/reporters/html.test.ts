import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Finding, ProjectGraph } from '../../src/arch/index.ts';
import { html } from '../../src/reporters/html/html.ts';
import { graphOf, hostileGraph, exampleGraph } from '../pictures/support/graphs.ts';
import { contextWith, coverage, deepImport, found, nasty } from './sample.ts';

const source = "import { eq } from 'drizzle-orm';\nimport { orders } from './tables.ts';\nimport { Invoice } from '../billing/db';\n";
const shop = graphOf('orders ! billing', 'orders = billing', 'orders > shared', 'root > orders');

function page(findings: readonly Finding[] = [], graph: ProjectGraph = shop, told: Parameters<typeof contextWith>[0] = {}): string {
  return html({ findings, coverage }, contextWith({ graph: () => graph, sources: { 'src/modules/orders/logic.ts': source }, ...told }));
}

/** What one section of the page says, without its elements. */
function sectionText(text: string, id: string): string | undefined {
  const section = new RegExp(`<section id="${id}".*?</section>`, 's').exec(text)?.[0];
  return section?.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ').trim();
}

describe('the page', () => {
  test('says in its head how it stands', () => {
    expect(page([deepImport, found({ status: 'baselined' })])).toContain('<p class="verdict error">1 error; 1 more is in the baseline.</p>');
    expect(page()).toContain('<p class="verdict good">No violations.</p>');
    expect(page([deepImport], shop, { scope: 'since `main`' })).toContain('1 error since `main`.');
  });

  test('shows a finding with its words, its place and its code', () => {
    expect(sectionText(page([deepImport]), 'findings')).toContain(
      "error no-cross-module-imports src/modules/orders/logic.ts:3:25 orders may not use billing &#39;s internals: Invoice comes from billing/db.ts . billing/contract.ts exports it: import it from there. 2 | import { orders } from &#39;./tables.ts&#39;; 3 | import { Invoice } from &#39;../billing/db&#39;; | ^^^^^^^^^^^^^^^",
    );
  });

  test('groups findings by owner and module', () => {
    const owned = { ...shop, modules: shop.modules.map((module) => (module.name === 'orders' ? { ...module, owner: '@acme/sales' } : module)) };
    const text = page([deepImport, found({ from: { module: 'billing' }, to: { module: 'orders' } })], owned);
    expect([...text.matchAll(/<h3 class="owner" data-owner="([^"]*)"|<span class="module-name">([^<]*)</g)].map(([, owner, module]) => owner ?? module)).toEqual(['@acme/sales', 'orders', 'no owner', 'billing']);
    expect(text).toContain('<select name="owner">');
  });

  test('says nothing of owners where there are none', () => {
    expect(page([deepImport])).not.toContain('<select name="owner">');
  });

  test('names where a finding stands that is in no module', () => {
    const mailer = found({ file: 'src/shared/a.ts', from: {} });
    const graph = { ...shop, files: [{ path: 'src/shared/a.ts', side: { zone: 'shared' as const }, isTest: false, isContract: false }] };
    expect(page([mailer], graph)).toContain('data-module="shared kernel"');
    expect(page([found({ file: 'fortress.config.ts', from: {} })])).toContain('data-module="the project"');
  });

  test('tells the cheapest cut of a cycle, and has no such section where there is none', () => {
    expect(sectionText(page([], exampleGraph('legacy-shop')), 'cycles')).toContain('The cheapest cut Take away 4 references. No fewer do. billing → orders');
    expect(sectionText(page(), 'cycles')).toBeUndefined();
  });

  test('tells who uses a contract, and of whom nothing is used', () => {
    const text = sectionText(page([], exampleGraph('legacy-shop')), 'contracts');
    expect(text).toBe(
      'Contracts Module Contract Used by billing src/modules/billing/contract.ts orders , 1 reference: TAX_RATE orders src/modules/orders/contract.ts billing , 1 reference: orderPlaced shipping , 1 reference: ORDER_STATUSES shipping none nobody',
    );
  });

  test('tells who owns a table, where that is known', () => {
    const tables = [
      { name: 'orders', owner: 'orders', file: 'src/orders/tables.ts', users: ['shipping', 'billing'] },
      { name: 'countries', file: 'src/countries.ts', users: [] },
    ];
    expect(sectionText(page([], shop, { tables: () => tables }), 'tables')).toBe('Tables Table Owner Declared in Also used by countries nobody src/countries.ts nobody orders orders src/orders/tables.ts billing, shipping');
    expect(sectionText(page(), 'tables')).toBeUndefined();
    expect(page()).not.toContain('href="#tables"');
  });

  test('tells how much was seen', () => {
    expect(sectionText(page(), 'coverage')).toContain('files 1,204 files of modules 1,100 modules 4 references 5,120 resolved 5,118 cannot be read 2');
  });

  test('shows what came and went, where the report is of a branch', () => {
    const text = page([], shop, { graphThen: () => ({ graph: graphOf('orders = billing', 'orders > tax'), revision: 'main' }) });
    expect(text).toContain('new since main');
    expect(text).toMatch(/<g class="edge removed"[^>]*><title>orders → tax/);
  });

  test('is the same twice', () => {
    expect(page([deepImport, nasty], exampleGraph('legacy-shop'))).toBe(page([deepImport, nasty], exampleGraph('legacy-shop')));
  });

  test('of an empty project is a page all the same', () => {
    expect(page([], graphOf())).toContain('<h2 id="findings-title">Findings</h2><p>There are none.</p>');
  });

  test('of very many findings lists the gravest and says so', () => {
    const many = [...Array.from({ length: 2_500 }, (_, line) => found({ line: line + 1, severity: 'warning' })), found({ line: 9_999 })];
    const text = page(many);
    expect(text.match(/<article class="finding /g)).toHaveLength(2_000);
    expect(text).toContain('The gravest 2,000 are listed');
    expect(text).toContain('<article class="finding error"');
    expect(text.match(/<pre /g)?.length ?? 0).toBeLessThanOrEqual(500);
  });
});

describe('the page against hostile names', () => {
  const evil = found({
    ...nasty,
    file: 'src/"><img src=x onerror=alert(1)>.ts',
    message: '</script><script>alert(1)</script> `<b>` & "quotes" \' <!--',
    from: { module: '"><svg onload=alert(1)>' },
    to: { module: '</select><script>alert(2)</script>', file: 'x.ts' },
    rule: 'javascript:alert(1)',
    notes: ['<iframe srcdoc="x">'],
  });
  const text = page([evil], hostileGraph(), { sources: { [evil.file]: `${'\n'.repeat(6)}</pre><script>alert(3)</script>\n` } });

  test('has no element or attribute that it has not written itself', () => {
    expect(text.match(/<script[^>]*>/g)).toEqual(['<script type="application/json" id="graph-data">', '<script>']);
    expect(text.match(/<\/script>/g)).toHaveLength(2);
    expect(text).not.toMatch(/<(?:img|iframe|b|svg onload)[\s>]|<!--/);
    expect(text).not.toMatch(/ on\w+="/);
  });

  test('leads nowhere but to the pages of rules', () => {
    const outside = [...text.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, url = '']) => url).filter((url) => !url.startsWith('#'));
    expect(outside).toHaveLength(1);
    expect(outside[0]).toMatch(/^https:\/\/unpkg\.com\/eslint-plugin-fortress@1\.2\.3\/docs\/rules\//);
  });

  test('embeds data that reads back as it was', () => {
    const json = /id="graph-data">(.*?)<\/script>/s.exec(text)?.[1] ?? '';
    const { nodes } = JSON.parse(json) as { readonly nodes: readonly { readonly label: string }[] };
    expect(nodes.map(({ label }) => label)).toContain('<script>alert(1)</script>');
  });

  test('lets nothing run and load but its own script and style, by their hashes', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1]?.replaceAll('&#39;', "'");
    const hash = (content: string | undefined): string => `'sha256-${createHash('sha256').update(content ?? '').digest('base64')}'`;
    const script = /<script>(.*?)<\/script>/s.exec(text)?.[1];
    const style = /<style>(.*?)<\/style>/s.exec(text)?.[1];
    expect(policy).toBe(`default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`);
    expect(text).not.toMatch(/ style="/);
  });
});
