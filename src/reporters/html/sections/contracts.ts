import { counted } from '../../counts.ts';
import { commas, markup, type Markup, type Part } from '../markup.ts';
import { sideName, type Page } from '../page.ts';

const MOST_NAMES = 10;

interface Consumer {
  readonly names: Set<string>;
  count: number;
}

/** What each module offers, and who takes it. */
export function contractsSection({ graph }: Page): Markup {
  const consumers = new Map<string, Map<string, Consumer>>();
  for (const { from, to, isContract, isTest, names } of graph.references) {
    if (!isContract || isTest || to.module === undefined || from.module === to.module) continue;
    const of = consumers.get(to.module) ?? new Map<string, Consumer>();
    const consumer = of.get(sideName(from)) ?? { names: new Set<string>(), count: 0 };
    consumers.set(to.module, of.set(sideName(from), consumer));
    consumer.count += 1;
    for (const name of names) consumer.names.add(name);
  }
  const files = new Map<string, string[]>();
  for (const { path, side, isContract } of graph.files) if (isContract && side.module !== undefined) files.set(side.module, [...(files.get(side.module) ?? []), path]);
  const rows = graph.modules.map(({ name }) => row(name, files.get(name) ?? [], consumers.get(name) ?? new Map<string, Consumer>()));
  return markup`<section id="contracts" aria-labelledby="contracts-title"><h2 id="contracts-title">Contracts</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="contracts-title"><table><thead><tr><th scope="col">Module</th><th scope="col">Contract</th><th scope="col">Used by</th></tr></thead>
<tbody>${rows}</tbody></table></div></section>`;
}

function row(module: string, files: readonly string[], consumers: ReadonlyMap<string, Consumer>): Markup {
  const used = [...consumers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { count, names }]) => markup`<li><strong>${name}</strong>, ${counted(count, 'reference')}${namesOf(names)}</li>`);
  return markup`<tr><th scope="row">${module}</th><td>${files.length === 0 ? 'none' : markup`<ul>${files.map((file) => markup`<li class="place">${file}</li>`)}</ul>`}</td><td>${used.length === 0 ? 'nobody' : markup`<ul>${used}</ul>`}</td></tr>
`;
}

function namesOf(names: ReadonlySet<string>): Part {
  const sorted = [...names].sort();
  if (sorted.length === 0) return undefined;
  const left = sorted.length - MOST_NAMES;
  return [': ', commas(sorted.slice(0, MOST_NAMES).map((name) => markup`<code>${name}</code>`)), left > 0 ? ` and ${left} more` : ''];
}
