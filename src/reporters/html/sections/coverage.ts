import { number } from '../../counts.ts';
import { markup, type Markup } from '../markup.ts';
import type { Page } from '../page.ts';

/** How much was seen, and every module with its numbers. */
export function coverageSection({ coverage, graph, findings }: Page): Markup {
  const { files, assignedFiles, modules, references, resolvedReferences, unanalysableReferences } = coverage;
  const facts: readonly (readonly [name: string, value: number])[] = [
    ['files', files],
    ['files of modules', assignedFiles],
    ['modules', modules],
    ['references', references],
    ['resolved', resolvedReferences],
    ['cannot be read', unanalysableReferences],
  ];
  const count = <T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string | undefined, number> => {
    const counts = new Map<string | undefined, number>();
    for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
    return counts;
  };
  const ownFiles = count(graph.files, ({ side }) => side.module);
  const ownFindings = count(findings, ({ module }) => module);
  const rows = graph.modules.map(
    ({ name, owner, path, open }) => markup`<tr><th scope="row">${name}${open ? ' (open)' : ''}</th><td>${owner ?? '–'}</td><td class="place">${path}</td><td class="number">${number(ownFiles.get(name) ?? 0)}</td><td class="number">${number(ownFindings.get(name) ?? 0)}</td></tr>
`,
  );
  return markup`<section id="coverage" aria-labelledby="coverage-title"><h2 id="coverage-title">Coverage</h2>
<dl class="numbers">${facts.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${number(value)}</dd></div>`)}</dl>
<div class="scroll" tabindex="0" role="region" aria-labelledby="coverage-title"><table><thead><tr><th scope="col">Module</th><th scope="col">Owner</th><th scope="col">Folder</th><th scope="col" class="number">Files</th><th scope="col" class="number">Findings</th></tr></thead>
<tbody>${rows}</tbody></table></div></section>`;
}
