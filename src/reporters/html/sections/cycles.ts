import type { Cycle, CycleStep, ModuleEdge, ModuleReference } from '../../../arch/index.ts';
import { counted } from '../../counts.ts';
import { commas, markup, type Markup, type Part } from '../markup.ts';
import type { Page } from '../page.ts';

/** Lists of hundreds of references hide what they list. */
const MOST_REFERENCES = 20;
const MOST_STEPS = 30;

/** The groups of modules that depend on each other, the shortest way round and what to take away. */
export function cyclesSection({ graph: { cycles } }: Page): Part {
  if (cycles.length === 0) return undefined;
  return markup`<section id="cycles" aria-labelledby="cycles-title"><h2 id="cycles-title">Cycles</h2>
${cycles.map(cycleArticle)}</section>`;
}

function cycleArticle({ modules, kind, steps, valueSteps, cut }: Cycle): Markup {
  const extent = cut.isSmallest ? 'No fewer do.' : 'Fewer may do.';
  return markup`<article class="cycle"><h3>${commas(modules.map((name) => markup`<code>${name}</code>`))}</h3>
<p>${counted(modules.length, 'module')} depend on each other${kind === 'type' ? ', by types alone' : ''}.</p>
<h4>The shortest way round</h4>
<ol>${steps.slice(0, MOST_STEPS).map(stepItem)}</ol>${more(steps.length - MOST_STEPS, 'step')}
${valueSteps === undefined ? undefined : markup`<p>At run time the shortest way is ${[...valueSteps.map(({ from }) => markup`<code>${from}</code> → `), markup`<code>${valueSteps[0]?.from}</code>`]}.</p>`}
<h4>The cheapest cut</h4>
<p>Take away ${counted(cut.size, 'reference')}. ${extent}</p>
<ul>${cut.edges.map(edgeItem)}</ul></article>
`;
}

function stepItem({ from, to, reference, count }: CycleStep): Markup {
  return markup`<li><code>${from}</code> → <code>${to}</code>: ${use(reference)}${count > 1 ? `, and ${counted(count - 1, 'reference')} more` : ''}</li>`;
}

function edgeItem({ from, to, references }: ModuleEdge): Markup {
  return markup`<li><code>${from}</code> → <code>${to}</code><ul>${references.slice(0, MOST_REFERENCES).map((one) => markup`<li>${use(one)}</li>`)}</ul>${more(references.length - MOST_REFERENCES, 'reference')}</li>`;
}

function use({ file, line, target, names }: ModuleReference): Markup {
  const what = names.length === 0 ? 'uses' : names.includes('*') ? 'takes everything from' : ['takes ', commas(names.map((name) => markup`<code>${name}</code>`)), ' from'];
  return markup`<span class="place">${file}:${line}</span> ${what} <span class="place">${target}</span>`;
}

function more(count: number, word: string): Part {
  return count > 0 ? markup`<p>And ${counted(count, word)} more.</p>` : undefined;
}
