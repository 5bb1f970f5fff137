/** As much of the browser as the page's scripts use. The libraries of Node are all that this package knows otherwise. */
export interface PageElement {
  readonly dataset: Readonly<Record<string, string | undefined>>;
  readonly classList: { toggle(name: string, isOn: boolean): void };
  textContent: string | null;
  hidden: boolean;
  open: boolean;
  value: string;
  checked: boolean;
  className: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  closest(selector: string): PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  addEventListener(type: string, listener: (event: PageEvent) => void, options?: { readonly passive: boolean }): void;
  dispatchEvent(event: object): void;
  append(...nodes: readonly (PageElement | string)[]): void;
  replaceChildren(...nodes: readonly (PageElement | string)[]): void;
  getBoundingClientRect(): { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  setPointerCapture(id: number): void;
  scrollIntoView(): void;
  focus(options?: { readonly preventScroll: boolean }): void;
}

/** What happened. */
export interface PageEvent {
  readonly target: PageElement;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly deltaY: number;
  readonly clientX: number;
  readonly clientY: number;
  readonly pointerId: number;
  preventDefault(): void;
}

/** The page. */
export interface PageDocument {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  createElement(name: string): PageElement;
}

/** Its window. */
export interface PageWindow {
  readonly Event: new (type: string) => object;
  addEventListener(type: string, listener: () => void): void;
}
