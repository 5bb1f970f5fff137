import { codeFrame, linesOf } from '../../text/code-frame.ts';
import { counted, number } from '../../counts.ts';
import { groupedBy } from '../../order.ts';
import { pageUrl } from '../../rule-pages.ts';
import { markup, prose, type Markup, type Part } from '../markup.ts';
import { NO_OWNER, type Page, type PageFinding } from '../page.ts';

/** A page of more is slow to open, and nobody reads it: the others are said. */
const MOST = 2_000;
const MOST_WITH_CODE = 500;

/** Every finding, by owner and module, with what filters them. */
export function findingsSection(page: Page): Markup {
  const { findings } = page;
  if (findings.length === 0) return markup`<section id="findings" aria-labelledby="findings-title"><h2 id="findings-title">Findings</h2><p>There are none.</p></section>`;
  const shown = findings.toSorted((a, b) => gravity(a) - gravity(b)).slice(0, MOST);
  const withCode = new Set(shown.slice(0, MOST_WITH_CODE));
  const hasOwners = findings.some(({ owner }) => owner !== NO_OWNER);
  const owners = sorted(groupedBy(shown, ({ owner }) => owner));
  const groups = owners.map(([owner, group]) => markup`${hasOwners ? ownerHead(owner, group) : undefined}${sorted(groupedBy(group, ({ module }) => module)).map(([module, own]) => moduleGroup(module, own, withCode, page))}`);
  return markup`<section id="findings" aria-labelledby="findings-title">
<h2 id="findings-title" tabindex="-1">Findings</h2>
${filters(page, hasOwners)}
<p id="shown-count" role="status">${counted(findings.length, 'finding')}.</p>
${shown.length < findings.length ? markup`<p class="note">The gravest ${number(shown.length)} are listed; ${prose('`--format json`')} lists every finding.</p>` : undefined}
${groups}
</section>`;
}

function gravity({ finding: { status, severity } }: PageFinding): number {
  return status === 'baselined' ? 2 : severity === 'error' ? 0 : 1;
}

function sorted<T>(groups: ReadonlyMap<string, T>): [string, T][] {
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function ownerHead(owner: string, group: readonly PageFinding[]): Markup {
  return markup`<h3 class="owner" data-owner="${owner}">${owner} <span class="count">${number(group.length)}</span></h3>`;
}

function moduleGroup(module: string, group: readonly PageFinding[], withCode: ReadonlySet<PageFinding>, page: Page): Markup {
  return markup`<details class="group" open><summary><span class="module-name">${module}</span> <span class="count">${number(group.length)}</span></summary>
${group.map((one) => findingArticle(one, withCode.has(one), page))}</details>
`;
}

function findingArticle(one: PageFinding, withCode: boolean, { context }: Page): Markup {
  const { finding, module, owner } = one;
  const { rule, severity, status, file, line, column, message, notes = [], to } = finding;
  const state = status === 'baselined' ? 'baselined' : severity;
  return markup`<article class="finding ${state}" data-module="${module}" data-to="${to?.module ?? ''}" data-owner="${owner}" data-rule="${rule}" data-state="${state}">
<h4><span class="state">${state}</span> <a href="${pageUrl(rule, context.version)}" rel="noreferrer">${rule}</a> <span class="place">${file}:${line}:${column}</span></h4>
<p>${prose(message)}</p>${notes.length === 0 ? undefined : markup`<ul class="notes">${notes.map((note) => markup`<li>${prose(note)}</li>`)}</ul>`}${withCode ? frame(one, context.sourceOf(file)) : undefined}
</article>
`;
}

function frame({ finding }: PageFinding, text: string | undefined): Part {
  const found = codeFrame(linesOf(text), finding);
  if (found === undefined) return undefined;
  const { before, line, blanks, carets } = found;
  const width = String(line.number).length;
  const above = before === undefined ? '' : `${String(before.number).padStart(width)} | ${before.code}\n`;
  return markup`<pre tabindex="0" aria-label="Code"><code>${above}${line.number} | ${line.code}
<span class="carets" aria-hidden="true">${' '.repeat(width)} | ${blanks}${carets}</span></code></pre>`;
}

function filters({ findings }: Page, hasOwners: boolean): Markup {
  const values = (of: (one: PageFinding) => string | undefined): string[] => [...new Set(findings.map(of).filter((value) => value !== undefined && value !== ''))].map(String).sort();
  return markup`<form class="filters needs-script" id="filters" hidden aria-label="Filter the findings">
<label>Text <input type="search" name="text" autocomplete="off"></label>
${select('module', 'Module', values(({ module }) => module))}
${select('to', 'Towards', values(({ finding: { to } }) => to?.module))}
${hasOwners ? select('owner', 'Owner', values(({ owner }) => owner)) : undefined}
${select('rule', 'Rule', values(({ finding: { rule } }) => rule))}
${select('state', 'State', values(({ finding: { status, severity } }) => (status === 'baselined' ? 'baselined' : severity)))}
<button type="reset">Show all</button>
</form>`;
}

function select(name: string, label: string, values: readonly string[]): Markup {
  return markup`<label>${label} <select name="${name}"><option value="">all</option>${values.map((value) => markup`<option value="${value}">${value}</option>`)}</select></label>`;
}
