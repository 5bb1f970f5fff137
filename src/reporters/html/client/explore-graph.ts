import type { PageDocument, PageElement, PageWindow } from './dom.ts';

/** Lights up what a module has to do with, filters the picture and tells of what is chosen. Runs in the browser, so it may use nothing from outside itself. */
export function exploreGraph(document: PageDocument, window: PageWindow): void {
  const picture = document.querySelector('#picture');
  const form = document.querySelector('#graph-filters');
  const panel = document.querySelector('#panel');
  const json = document.querySelector('#graph-data');
  if (!picture || !form || !panel || !json) return;
  const data = JSON.parse(json.textContent ?? '') as {
    readonly nodes: readonly { readonly label: string; readonly kind: string; readonly owner: string; readonly findings: number }[];
    readonly edges: readonly { readonly sentence: string; readonly forbidden: boolean }[];
  };
  const nodes = [...picture.querySelectorAll('[data-node]')];
  // An arrow and the words on it are two elements.
  const edges = [...picture.querySelectorAll('[data-edge]')];
  const arrows = [...picture.querySelectorAll('.edges [data-edge]')];
  let chosen: PageElement | undefined;
  form.hidden = false;
  for (const node of nodes) node.setAttribute('aria-pressed', 'false');

  /** Dims everything but a node with its neighbours, or an arrow with its ends. */
  const light = (element: PageElement | undefined): void => {
    const { node, edge, from, to } = element?.dataset ?? {};
    const lit = new Set(edge === undefined ? [node] : [from, to]);
    for (const one of edges) {
      const isLit = element === undefined || (edge === undefined ? one.dataset['from'] === node || one.dataset['to'] === node : one.dataset['edge'] === edge);
      one.classList.toggle('dim', !isLit);
      if (isLit && edge === undefined) lit.add(one.dataset['from']).add(one.dataset['to']);
    }
    for (const one of nodes) one.classList.toggle('dim', element !== undefined && !lit.has(one.dataset['node']));
  };

  const line = (name: string, text: string): PageElement => {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  };

  const askFor = (wanted: Readonly<Record<string, string>>): void => {
    const filters = document.querySelector('#filters');
    if (!filters) return;
    for (const field of filters.querySelectorAll('[name]')) field.value = wanted[field.getAttribute('name') ?? ''] ?? '';
    filters.dispatchEvent(new window.Event('input'));
    const title = document.querySelector('#findings-title');
    title?.scrollIntoView();
    title?.focus({ preventScroll: true });
  };

  const button = (text: string, wanted: Readonly<Record<string, string>>): PageElement => {
    const element = line('button', text);
    element.setAttribute('type', 'button');
    element.addEventListener('click', () => askFor(wanted));
    return element;
  };

  const sentences = (title: string, of: readonly PageElement[]): PageElement[] => {
    const list = document.createElement('ul');
    for (const one of of) {
      const edge = data.edges[Number(one.dataset['edge'])];
      const item = line('li', edge?.sentence ?? '');
      if (edge?.forbidden) item.className = 'forbidden';
      list.append(item);
    }
    return of.length === 0 ? [] : [line('h4', title), list];
  };

  const tell = (element: PageElement): void => {
    const { node, edge, from, to } = element.dataset;
    if (edge !== undefined) {
      const [start, end] = [data.nodes[Number(from)]?.label ?? '', data.nodes[Number(to)]?.label ?? ''];
      const told = data.edges[Number(edge)];
      panel.replaceChildren(line('h3', `${start} → ${end}`), line('p', told?.sentence ?? ''), ...(told?.forbidden ? [button('Show the findings', { module: start, to: end })] : []));
      return;
    }
    const told = data.nodes[Number(node)];
    if (!told) return;
    panel.replaceChildren(
      line('h3', told.label),
      ...(told.owner === '' ? [] : [line('p', `Owner: ${told.owner}`)]),
      told.findings === 0 ? line('p', 'No findings.') : button(`Show ${told.findings} ${told.findings === 1 ? 'finding' : 'findings'}`, { module: told.label }),
      ...sentences('Uses', arrows.filter(({ dataset }) => dataset['from'] === node)),
      ...sentences('Used by', arrows.filter(({ dataset }) => dataset['to'] === node)),
    );
  };

  const choose = (element: PageElement | undefined): void => {
    chosen = element === chosen ? undefined : element;
    for (const one of nodes) one.setAttribute('aria-pressed', String(one === chosen));
    panel.hidden = chosen === undefined;
    if (chosen !== undefined) tell(chosen);
    light(chosen);
  };

  const filter = (): void => {
    const name = form.querySelector('[name=name]')?.value.toLowerCase() ?? '';
    const isForbiddenOnly = form.querySelector('[name=forbidden]')?.checked === true;
    const isWithoutKernel = form.querySelector('[name=kernel]')?.checked === true;
    const labels = data.nodes.map(({ label }) => label.toLowerCase());
    const isKernel = (node: string | undefined): boolean => data.nodes[Number(node)]?.kind === 'shared';
    const shown = new Set<string | undefined>();
    for (const { dataset, classList } of edges) {
      const { edge, from, to } = dataset;
      const isNamed = name === '' || [from, to].some((end) => labels[Number(end)]?.includes(name));
      const fits = isNamed && (!isForbiddenOnly || data.edges[Number(edge)]?.forbidden === true) && !(isWithoutKernel && (isKernel(from) || isKernel(to)));
      classList.toggle('out', !fits);
      if (fits) shown.add(from).add(to);
    }
    for (const { dataset, classList } of nodes) {
      const { node } = dataset;
      const isNamed = name === '' ? !isForbiddenOnly : labels[Number(node)]?.includes(name) === true;
      classList.toggle('out', (isWithoutKernel && isKernel(node)) || !(isNamed || shown.has(node)));
    }
  };

  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const element of [...nodes, ...edges]) {
    element.addEventListener('mouseenter', () => light(chosen ?? element));
    element.addEventListener('mouseleave', () => light(chosen));
    element.addEventListener('click', () => choose(element));
  }
  for (const node of nodes) {
    node.addEventListener('focus', () => light(chosen ?? node));
    node.addEventListener('blur', () => light(chosen));
    node.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        choose(node);
      } else if (event.key === 'Escape') choose(undefined);
    });
  }
}
