import { escaped } from '../../pictures/index.ts';

/** HTML that is safe: every text in it was escaped on its way in. */
export class Markup {
  readonly html: string;

  /** @param html safe already; anything else goes through `markup` */
  constructor(html: string) {
    this.html = html;
  }
}

/** What may stand in a template: text is escaped, markup stays, nothing is nothing. */
export type Part = string | number | undefined | Markup | readonly Part[];

/** HTML with every text in it escaped, so that no name, message or code can become an element or an attribute. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.reduce((html, string, i) => html + htmlOf(parts[i - 1]) + string));
}

function htmlOf(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.html;
  if (typeof part === 'object') return part.map(htmlOf).join('');
  return escaped(String(part));
}

/** Words in which names stand between backticks, as messages have them: names are shown as code. */
export function prose(text: string): Markup {
  const parts = text.split(/`([^`]*)`/);
  return markup`${parts.map((part, i) => (i % 2 === 1 ? markup`<code>${part}</code>` : part))}`;
}

/** Items between which commas stand. */
export function commas(items: readonly Part[]): Part {
  return items.map((item, i) => (i === 0 ? item : [', ', item]));
}
