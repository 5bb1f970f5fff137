import { createHash } from 'node:crypto';
import { drawingOf, readable } from '../../pictures/index.ts';
import { coverageSentence, summarySentence } from '../counts.ts';
import type { Reporter } from '../types.ts';
import { markup, Markup, type Part } from './markup.ts';
import { pageOf, type Page } from './page.ts';
import { embedded, SCRIPT } from './script.ts';
import { contractsSection } from './sections/contracts.ts';
import { coverageSection } from './sections/coverage.ts';
import { cyclesSection } from './sections/cycles.ts';
import { findingsSection } from './sections/findings.ts';
import { graphData, graphSection } from './sections/graph.ts';
import { tablesSection } from './sections/tables.ts';
import { PAGE_STYLE } from './style.ts';

/**
 * One page that needs nothing else, for a review: the modules, the findings, cycles, contracts, tables and coverage. It asks no
 * network, and its own policy lets nothing run but its one script.
 */
export const html: Reporter = ({ findings, coverage }, context) => {
  const page = pageOf(findings, coverage, context);
  const { graph, picture } = page;
  const drawing = drawingOf(readable(picture));
  const title = `Architecture of ${graph.name}`;
  const policy = `default-src 'none'; style-src '${hashOf(PAGE_STYLE)}'; script-src '${hashOf(SCRIPT)}'; base-uri 'none'; form-action 'none'`;
  const whole = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<style>${new Markup(PAGE_STYLE)}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
<header><h1>${title}</h1>
${verdict(page)}
<p class="note">${coverageSentence(coverage)}</p>
${navigation(page)}</header>
<main>
${graphSection(page, drawing)}
${findingsSection(page)}
${cyclesSection(page)}
${contractsSection(page)}
${tablesSection(page)}
${coverageSection(page)}
</main>
<footer><p>Written by eslint-plugin-fortress ${context.version}: <code>fortress check --format html</code>.</p></footer>
<script type="application/json" id="graph-data">${new Markup(embedded(graphData(page, drawing)))}</script>
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`;
  return whole.html;
};

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function verdict({ summary, context }: Page): Markup {
  const tone = summary.errors > 0 ? 'error' : summary.warnings > 0 ? 'warning' : 'good';
  return markup`<p class="verdict ${tone}">${summarySentence(summary, context.scope)}</p>`;
}

function navigation({ graph: { cycles }, tables }: Page): Markup {
  const link = (id: string, words: string): Part => markup`<li><a href="#${id}">${words}</a></li>`;
  return markup`<nav aria-label="Sections"><ul>${link('graph', 'Modules')}${link('findings', 'Findings')}${cycles.length > 0 ? link('cycles', 'Cycles') : undefined}${link('contracts', 'Contracts')}${tables.length > 0 ? link('tables', 'Tables') : undefined}${link('coverage', 'Coverage')}</ul></nav>`;
}
