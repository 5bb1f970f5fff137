import type { PageDocument, PageWindow } from './dom.ts';

/** Shows only the findings that the form asks for. Runs in the browser, so it may use nothing from outside itself. */
export function filterFindings(document: PageDocument, window: PageWindow): void {
  const form = document.querySelector('#filters');
  const count = document.querySelector('#shown-count');
  if (!form) return;
  form.hidden = false;
  const fields = [...form.querySelectorAll('[name]')];
  const findings = [...document.querySelectorAll('.finding')].map((element) => ({ element, text: (element.textContent ?? '').toLowerCase() }));

  const apply = (): void => {
    const wanted = fields.map((field) => ({ name: field.getAttribute('name') ?? '', value: field.value }));
    let shown = 0;
    for (const { element, text } of findings) {
      const fits = wanted.every(({ name, value }) => value === '' || (name === 'text' ? text.includes(value.toLowerCase()) : element.dataset[name] === value));
      element.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const group of document.querySelectorAll('.group')) group.hidden = !group.querySelector('.finding:not([hidden])');
    const owners = new Set([...document.querySelectorAll('.finding:not([hidden])')].map(({ dataset }) => dataset['owner']));
    for (const owner of document.querySelectorAll('.owner')) owner.hidden = !owners.has(owner.dataset['owner']);
    if (count) count.textContent = shown === findings.length ? `${shown} ${shown === 1 ? 'finding' : 'findings'}.` : `${shown} of ${findings.length} findings.`;
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields are empty only after the event.
  form.addEventListener('reset', () => {
    for (const field of fields) field.value = '';
    apply();
  });
  // Paper cannot be opened.
  window.addEventListener('beforeprint', () => {
    for (const group of document.querySelectorAll('.group')) group.open = true;
  });
}
