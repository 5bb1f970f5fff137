/** A comment, in the shape that ESLint's JavaScript comments have. */
export interface Comment {
  readonly type: 'Line' | 'Block';
  /** The text without the marks around it. */
  readonly value: string;
  readonly range: [number, number];
}

/** How a language writes what is no code. */
export interface Syntax {
  readonly lineComments: readonly string[];
  /** Marks that open a string, which ends where the same mark stands again. */
  readonly quotes: readonly string[];
  /** `$$ … $$` of PostgreSQL. */
  readonly hasDollarQuotes: boolean;
}

const DOLLAR = /\$(?:[A-Za-z_]\w*)?\$/y;

/** Every comment, in order. Marks inside strings are none; what is not closed ends with the text. */
export function commentsIn(text: string, { lineComments, quotes, hasDollarQuotes }: Syntax): Comment[] {
  const comments: Comment[] = [];
  let at = 0;
  while (at < text.length) {
    const line = lineComments.find((mark) => text.startsWith(mark, at));
    if (line !== undefined) {
      const end = endOfLine(text, at);
      comments.push({ type: 'Line', value: text.slice(at + line.length, end), range: [at, end] });
      at = end;
    } else if (text.startsWith('/*', at)) {
      const end = after(text, '*/', at + 2);
      comments.push({ type: 'Block', value: text.slice(at + 2, end === text.length && !text.endsWith('*/') ? end : end - 2), range: [at, end] });
      at = end;
    } else {
      at = afterCode(text, at, quotes, hasDollarQuotes);
    }
  }
  return comments;
}

function afterCode(text: string, at: number, quotes: Syntax['quotes'], hasDollarQuotes: boolean): number {
  const quote = quotes.find((mark) => mark === text[at]);
  if (quote !== undefined) return after(text, quote, at + 1);
  if (hasDollarQuotes && text[at] === '$') {
    DOLLAR.lastIndex = at;
    const tag = DOLLAR.exec(text)?.[0];
    if (tag !== undefined) return after(text, tag, at + tag.length);
  }
  return at + 1;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  if (at < 0) return text.length;
  return text[at - 1] === '\r' ? at - 1 : at;
}
