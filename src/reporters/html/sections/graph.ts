import { edgeSentence, elements, escaped, toneOf, type Drawing } from '../../../pictures/index.ts';
import { counted, number } from '../../counts.ts';
import { markup, Markup, type Part } from '../markup.ts';
import type { Page } from '../page.ts';

/** The picture of the modules, and the same as a table: for who cannot see it, for print, and without scripts. */
export function graphSection(page: Page, drawing: Drawing): Markup {
  const { picture } = drawing;
  const { width, height } = drawing;
  const numbers = new Map(picture.nodes.map(({ id }, i) => [id, i]));
  const findings = (label: string): number => page.findings.filter(({ module }) => module === label).length;
  // The markup of a picture escapes every text by itself.
  const drawn = new Markup(
    elements(drawing, {
      node: (i) => ` data-node="${i}" tabindex="0" role="button" aria-label="${escaped(nodeLabel(picture.nodes[i]?.label ?? '', findings(picture.nodes[i]?.label ?? '')))}"`,
      edge: (i) => ` data-edge="${i}" data-from="${numbers.get(picture.edges[i]?.from ?? '') ?? ''}" data-to="${numbers.get(picture.edges[i]?.to ?? '') ?? ''}"`,
    }),
  );
  return markup`<section id="graph" aria-labelledby="graph-title"><h2 id="graph-title">Modules</h2>
${picture.remarks.map((remark) => markup`<p class="note">${remark}</p>`)}
<form class="filters needs-script" id="graph-filters" hidden aria-label="Filter the picture">
<label>Module <input type="search" name="name" autocomplete="off"></label>
<label class="check"><input type="checkbox" name="forbidden"> Only what is forbidden</label>
<label class="check"><input type="checkbox" name="kernel"> Without the shared kernel</label>
<span class="zoom" role="group" aria-label="Zoom"><button type="button" data-zoom="in" aria-label="Zoom in">+</button><button type="button" data-zoom="out" aria-label="Zoom out">−</button><button type="button" data-zoom="fit">Fit</button></span>
</form>
<div class="graph"><svg class="drawing" id="picture" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-labelledby="graph-title">${drawn}</svg>
<aside id="panel" aria-live="polite" hidden></aside></div>
<p class="legend"><span class="key error">forbidden</span> <span class="key warning">forbidden, a warning</span> <span class="key excepted">tolerated by an exception</span>${picture.since === undefined ? undefined : markup` <span class="key added">new since ${picture.since}</span> <span class="key removed">gone since then</span>`} <span>↻ in a cycle</span></p>
<details class="arrows"><summary>Every arrow, as a table</summary>${arrows(page)}</details></section>`;
}

function nodeLabel(label: string, findings: number): string {
  return `${label}, ${counted(findings, 'finding')}`;
}

function arrows({ picture }: Page): Part {
  const labels = new Map(picture.nodes.map(({ id, label }) => [id, label]));
  const rows = picture.edges.map(
    (edge) => markup`<tr class="${toneOf(edge)}"><td>${labels.get(edge.from)}</td><td>${labels.get(edge.to)}</td><td class="number">${number(edge.count)}</td><td class="number">${number(edge.types)}</td><td class="number">${number(edge.contract)}</td><td class="number">${number(edge.errors + edge.warnings)}</td></tr>
`,
  );
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="Every arrow"><table><thead><tr><th scope="col">From</th><th scope="col">To</th><th scope="col" class="number">References</th><th scope="col" class="number">Types</th><th scope="col" class="number">To the contract</th><th scope="col" class="number">Forbidden</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** What a script shows of each node and arrow. */
export function graphData({ graph, findings }: Page, { picture }: Drawing) {
  const labels = new Map(picture.nodes.map(({ id, label }) => [id, label]));
  const nameOf = (id: string): string => labels.get(id) ?? id;
  return {
    nodes: picture.nodes.map(({ label, kind }) => ({
      label,
      kind,
      owner: graph.modules.find(({ name }) => kind === 'module' && name === label)?.owner ?? '',
      findings: findings.filter(({ module }) => module === label).length,
    })),
    edges: picture.edges.map((edge) => ({ sentence: edgeSentence(edge, nameOf), forbidden: edge.errors + edge.warnings > 0 })),
  };
}
