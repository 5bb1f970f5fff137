import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openProject, type ProjectGraph, type Finding } from '../../src/arch/index.ts';
import { html } from '../../src/reporters/html/html.ts';
import { exampleFolder, hostileGraph, monolith } from '../pictures/support/graphs.ts';
import { contextWith, coverage, found, nasty } from '../reporters/sample.ts';

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const folder = mkdtempSync(join(tmpdir(), 'fortress-page-'));
let browser: Browser;
let page: Page;
/** What the browser complained about: errors of the script, of the policy, of the network. */
let complaints: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: FLAGS });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  complaints = [];
  page = await browser.newPage({ viewport: { width: 1_280, height: 900 } });
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => request.url().startsWith('file:') || complaints.push(`asked for ${request.url()}`));
  page.on('dialog', (dialog) => {
    complaints.push(`alert: ${dialog.message()}`);
    void dialog.dismiss();
  });
});
afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
});

const legacy = openProject({ root: exampleFolder('legacy-shop') });
const report = legacy.check();
const legacyGraph = legacy.graph();

async function open(findings: readonly Finding[] = report.findings, graph: ProjectGraph = legacyGraph): Promise<void> {
  const path = join(folder, 'page.html');
  writeFileSync(path, html({ findings, coverage: graph === legacyGraph ? report.coverage : coverage }, contextWith({ graph: () => graph })));
  await page.goto(pathToFileURL(path).href);
}

const node = (name: string) => page.locator('[data-node]', { hasText: name });
const shown = (): Promise<number> => page.locator('.finding:visible').count();
const ofModule = (name: string): number => report.findings.filter(({ from }) => from?.module === name).length;

describe('the picture', () => {
  test('dims what has nothing to do with the module under the pointer', async () => {
    await open();
    await node('shipping').hover();
    expect(await page.locator('.edges .dim').count()).toBeGreaterThan(0);
    expect(await page.locator('.edges [data-edge]:not(.dim) title').allTextContents()).toEqual(legacyEdges((title) => title.includes('shipping')));
    await page.mouse.move(2, 2);
    expect(await page.locator('.dim').count()).toBe(0);
  });

  test('tells of the module that is clicked, and leads to its findings', async () => {
    await open();
    await node('orders').click();
    expect(await page.locator('#panel h3').textContent()).toBe('orders');
    expect(await page.locator('#panel').textContent()).toContain('shipping → orders: 3 references');
    await page.locator('#panel button').click();
    expect(await shown()).toBe(ofModule('orders'));
    expect(await page.locator('#findings-title').evaluate((title) => title === title.ownerDocument.activeElement)).toBe(true);
    expect(await page.locator('#shown-count').textContent()).toBe(`${ofModule('orders')} of ${report.findings.length} findings.`);
  });

  test('tells of the arrow that is clicked', async () => {
    await open();
    await page.locator('.edges [data-edge] .line').first().dispatchEvent('click');
    expect(await page.locator('#panel h3').textContent()).toContain(' → ');
  });

  test('is filtered by name, by what is forbidden and by the kernel', async () => {
    await open();
    await page.locator('#graph-filters [name=name]').fill('ship');
    expect(await page.locator('.edges [data-edge]:not(.out) title').allTextContents()).toEqual(legacyEdges((title) => title.includes('shipping')));
    await page.locator('#graph-filters [name=name]').fill('');
    await page.locator('#graph-filters [name=forbidden]').check();
    expect(await page.locator('.edges [data-edge]:not(.out):not(.error)').count()).toBe(0);
    await page.locator('#graph-filters [name=forbidden]').uncheck();
    await page.locator('#graph-filters [name=kernel]').check();
    expect(await node('shared kernel').isVisible()).toBe(false);
  });

  test('zooms with buttons and with Ctrl and the wheel, and is moved by dragging', async () => {
    await open();
    const view = (): Promise<string | null> => page.locator('#picture').getAttribute('viewBox');
    const whole = await view();
    await page.locator('[data-zoom=in]').click();
    const closer = await view();
    expect(closer).not.toBe(whole);
    const box = await page.locator('#picture').boundingBox();
    if (box === null) throw new Error('The picture has no place.');
    await page.mouse.move(box.x + 10, box.y + 10);
    await page.mouse.wheel(0, 40);
    expect(await view()).toBe(closer);
    await page.evaluate('scrollTo(0, 0)');
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    await expect.poll(view).not.toBe(closer);
    const closest = await view();
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 120, box.y + 90, { steps: 4 });
    await page.mouse.up();
    expect(await view()).not.toBe(closest);
    await page.locator('[data-zoom=fit]').click();
    expect(await view()).toBe(`0 0 ${(whole ?? '').split(' ').slice(2).join(' ')}`);
  });

  test('of 200 modules is laid out and filtered in good time', async () => {
    await open([], monolith(200, 4));
    await page.locator('#graph-filters [name=name]').fill('module-17');
    expect(await page.locator('.nodes [data-node]:not(.out)').count()).toBeLessThan(60);
  });
});

describe('by keyboard', () => {
  test('the first stop skips to the findings', async () => {
    await open();
    await page.keyboard.press('Tab');
    expect(await page.locator('.skip').evaluate((link) => link === link.ownerDocument.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect(page.url()).toContain('#findings');
  });

  test('a module is chosen with Enter, and let go with Escape', async () => {
    await open();
    await node('billing').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#panel h3').textContent()).toBe('billing');
    expect(await node('billing').getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await page.locator('#panel').isVisible()).toBe(false);
  });

  test('the picture is zoomed with + and -, and fits again with 0', async () => {
    await open();
    const width = async (): Promise<number> => Number((await page.locator('#picture').getAttribute('viewBox'))?.split(' ')[2]);
    const whole = await width();
    await node('billing').focus();
    await page.keyboard.press('+');
    expect(await width()).toBeLessThan(whole);
    await page.keyboard.press('-');
    await page.keyboard.press('-');
    expect(await width()).toBeGreaterThan(whole);
    await page.keyboard.press('0');
    expect(await width()).toBe(whole);
  });

  test('every stop has a name and shows where it is', async () => {
    await open();
    for (let i = 0; i < 25; i += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(`(() => {
        const element = document.activeElement;
        const style = getComputedStyle(element.querySelector('rect') ?? element);
        return { name: element.getAttribute('aria-label') ?? element.textContent.trim() ?? '', label: element.labels?.length ?? 0, outline: style.outlineStyle, width: style.strokeWidth };
      })()`);
      const { name, label, outline, width } = stop as { readonly name: string; readonly label: number; readonly outline: string; readonly width: string };
      expect(name !== '' || label > 0).toBe(true);
      expect(outline !== 'none' || width === '3px').toBe(true);
    }
  });
});

describe('the findings', () => {
  test('are filtered by text, rule and state, and shown again', async () => {
    await open([...report.findings, found({ status: 'baselined', from: { module: 'orders' } })]);
    await page.locator('#filters [name=state]').selectOption('baselined');
    expect(await shown()).toBe(1);
    await page.locator('#filters button[type=reset]').click();
    expect(await shown()).toBe(report.findings.length + 1);
    await page.locator('#filters [name=text]').fill('remindDebtors');
    expect(await shown()).toBe(1);
    expect(await page.locator('.group:visible').count()).toBe(1);
  });
});

describe('everywhere', () => {
  test.each(['light', 'dark'] as const)('is readable in %s: every text has a contrast of 4.5 to 1', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await open();
    const faint = await page.evaluate(`(() => {
      const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
      const light = (color) => { const [r, g, b] = numbers(color).map((v) => { const c = v / 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
      const paper = (element) => { for (let one = element; one; one = one.parentElement) { const color = getComputedStyle(one).backgroundColor; if (!color.startsWith('rgba') || numbers(color)[3] === 1) return color; } return getComputedStyle(document.body).backgroundColor; };
      const found = [];
      for (const element of document.querySelectorAll('body *')) {
        if (element.closest('svg, script, style, [hidden]') || ![...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '')) continue;
        const [a, b] = [light(getComputedStyle(element).color), light(paper(element))].sort((x, y) => y - x);
        if ((a + 0.05) / (b + 0.05) < 4.5) found.push(element.outerHTML.slice(0, 80));
      }
      return found;
    })()`);
    expect(faint).toEqual([]);
  });

  test('fits a narrow screen', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  });

  test('is printed light, open and without controls', async () => {
    await open();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await page.locator('#filters').isVisible()).toBe(false);
    expect(await shown()).toBe(report.findings.length);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });

  test('runs nothing that a name, a message or code brings with it', async () => {
    const evil = found({ ...nasty, message: '</script><img src=x onerror=alert(1)>', from: { module: '<img src=x onerror=alert(2)>' }, notes: ['<script>alert(3)</script>'] });
    await open([evil], hostileGraph());
    await page.locator('[data-node]', { hasText: '<script>' }).first().click();
    expect(await page.locator('#panel h3').textContent()).toContain('<script>alert(1)</script>');
    expect(await page.locator('img').count()).toBe(0);
  });
});

/** The sentences of the arrows that are wanted, in the order of the page. */
function legacyEdges(isWanted: (title: string) => boolean): string[] {
  return [...html({ findings: [], coverage }, contextWith({ graph: () => legacyGraph })).matchAll(/<g class="edge [^>]*><title>([^<]*)</g)].map(([, title = '']) => title).filter(isWanted);
}
