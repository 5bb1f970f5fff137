import type { PageDocument, PageWindow } from './dom.ts';

/** Zooms and moves the picture: buttons, dragging, and the wheel with Ctrl or ⌘. Runs in the browser, so it may use nothing from outside itself. */
export function zoom(document: PageDocument, window: PageWindow): void {
  const picture = document.querySelector('#picture');
  if (!picture) return;
  const whole = (picture.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const [, , width = 1, height = 1] = whole;
  let view = { x: 0, y: 0, width, height };
  let from: { readonly x: number; readonly y: number; readonly id: number } | undefined;
  let isDragging = false;

  const show = (next: typeof view): void => {
    view = next;
    picture.setAttribute('viewBox', `${view.x} ${view.y} ${view.width} ${view.height}`);
  };
  const fit = (): void => show({ x: 0, y: 0, width, height });
  /** Keeps the point at these parts of the view where it is. */
  const by = (factor: number, across = 0.5, down = 0.5): void => {
    const next = Math.min(width * 2, Math.max(width / 20, view.width / factor));
    const real = next / view.width;
    show({ x: view.x + view.width * across * (1 - real), y: view.y + view.height * down * (1 - real), width: next, height: view.height * real });
  };
  /** How many units of the picture a pixel is. */
  const scale = (): number => {
    const { width: w, height: h } = picture.getBoundingClientRect();
    return Math.max(view.width / w, view.height / h);
  };

  for (const button of document.querySelectorAll('[data-zoom]')) {
    button.addEventListener('click', () => (button.dataset['zoom'] === 'fit' ? fit() : by(button.dataset['zoom'] === 'in' ? 1.4 : 1 / 1.4)));
  }
  picture.addEventListener(
    'wheel',
    (event) => {
      // A wheel by itself scrolls the page.
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top, width: w, height: h } = picture.getBoundingClientRect();
      by(Math.exp(-event.deltaY / 300), (event.clientX - left) / w, (event.clientY - top) / h);
    },
    { passive: false },
  );
  picture.addEventListener('pointerdown', (event) => {
    from = { x: event.clientX, y: event.clientY, id: event.pointerId };
    isDragging = false;
  });
  picture.addEventListener('pointermove', (event) => {
    if (!from) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    // A click that trembles is still a click.
    if (!isDragging && Math.abs(dx) + Math.abs(dy) < 5) return;
    if (!isDragging) picture.setPointerCapture(from.id);
    isDragging = true;
    show({ ...view, x: view.x - dx * scale(), y: view.y - dy * scale() });
    from = { ...from, x: event.clientX, y: event.clientY };
  });
  for (const end of ['pointerup', 'pointercancel']) picture.addEventListener(end, () => (from = undefined));
  picture.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === '+') by(1.4);
    else if (event.key === '-') by(1 / 1.4);
    else if (event.key === '0') fit();
  });
  window.addEventListener('beforeprint', fit);
}
