/**
 * The `packages` list of a `pnpm-workspace.yaml`, as it is written in practice: a block list or a list in brackets, with
 * or without quotes, with comments. `undefined` where the key is not there.
 */
export function packagesOfYaml(text: string): string[] | undefined {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/).map(withoutComment);
  const start = lines.findIndex((line) => /^(?:packages|"packages"|'packages')\s*:/.test(line));
  if (start < 0) return undefined;
  const inline = (lines[start] ?? '').replace(/^[^:]*:/, '').trim();
  return inline.startsWith('[') ? flowList([inline, ...lines.slice(start + 1)].join('\n')) : blockList(lines.slice(start + 1));
}

function blockList(lines: readonly string[]): string[] {
  const items: string[] = [];
  for (const line of lines) {
    const item = /^\s*-\s+(.*)$/.exec(line)?.[1];
    if (item !== undefined) items.push(unquoted(item.trim()));
    else if (line.trim() !== '') break;
  }
  return items.filter((item) => item !== '');
}

function flowList(text: string): string[] {
  const inside = text.slice(1, text.indexOf(']'));
  return [...inside.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,\s]+/g)].map(([item]) => unquoted(item));
}

function unquoted(item: string): string {
  if (item.startsWith('"') && item.endsWith('"')) return item.slice(1, -1).replace(/\\(.)/g, '$1');
  if (item.startsWith("'") && item.endsWith("'")) return item.slice(1, -1).replaceAll("''", "'");
  return item;
}

/** Without what follows a `#` that stands outside quotes, at the start or after a space. */
function withoutComment(line: string): string {
  let quote = '';
  for (let i = 0; i < line.length; i += 1) {
    const character = line[i] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '#' && (i === 0 || /\s/.test(line[i - 1] ?? ''))) return line.slice(0, i);
  }
  return line;
}
