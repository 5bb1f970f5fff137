import { commas, markup, type Part } from '../markup.ts';
import type { Page } from '../page.ts';

/** The tables of the database, who owns each and who else uses it. */
export function tablesSection({ tables }: Page): Part {
  if (tables.length === 0) return undefined;
  const rows = tables
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, owner, file, users }) => markup`<tr><th scope="row"><code>${name}</code></th><td>${owner ?? 'nobody'}</td><td class="place">${file}</td><td>${users.length === 0 ? 'nobody' : commas([...users].sort())}</td></tr>
`);
  return markup`<section id="tables" aria-labelledby="tables-title"><h2 id="tables-title">Tables</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="tables-title"><table><thead><tr><th scope="col">Table</th><th scope="col">Owner</th><th scope="col">Declared in</th><th scope="col">Also used by</th></tr></thead>
<tbody>${rows}</tbody></table></div></section>`;
}
