import type { Cursor } from './cursor.ts';
import type { PrismaArgument, PrismaAttribute, PrismaName, PrismaValue } from './nodes.ts';

/** Lists in calls in lists deeper than this are nonsense. */
const DEEPEST = 40;

/** `@id`, `@db.VarChar(20)`, `@@index([a, b])`. */
export function readAttribute(cursor: Cursor): PrismaAttribute {
  const start = cursor.peek()?.range[0] ?? 0;
  const isBlock = cursor.isMark('@@');
  cursor.skip();
  const names: string[] = [];
  while (cursor.isWord() && !cursor.isNewLine()) {
    names.push(cursor.name().value);
    if (!cursor.take('.')) break;
  }
  if (names.length === 0) cursor.error('The name of an attribute is expected here.');
  const given = cursor.isMark('(') ? readArguments(cursor) : [];
  return { type: 'Attribute', name: names.join('.'), isBlock, arguments: given, ...cursor.since(start) };
}

/** `( … )`; lines do not end inside. */
export function readArguments(cursor: Cursor): PrismaArgument[] {
  return readItems(cursor, ')', () => readArgument(cursor));
}

function readArgument(cursor: Cursor): PrismaArgument | undefined {
  const start = cursor.peek()?.range[0] ?? 0;
  const name = cursor.isWord() && cursor.isMark(':', 1) ? cursor.name() : undefined;
  if (name) cursor.skip();
  const value = readValue(cursor);
  return value && { type: 'Argument', ...(name && { name }), value, ...cursor.since(start) };
}

/** A string, number, word, call or list; nothing, and an error, where none stands. */
export function readValue(cursor: Cursor): PrismaValue | undefined {
  const token = cursor.peek();
  if (!token || cursor.depth > DEEPEST) return undefined;
  cursor.depth++;
  try {
    const { range, loc } = token;
    switch (token.type) {
      case 'Text':
        cursor.skip();
        return { type: 'Text', value: token.value, range, loc };
      case 'Number':
        cursor.skip();
        return { type: 'Number', value: Number(token.value), range, loc };
      case 'Word':
        return readReference(cursor);
      case 'Mark':
        if (cursor.isMark('[')) return { type: 'List', elements: readItems(cursor, ']', () => readValue(cursor)), ...cursor.since(range[0]) };
        cursor.error('A value is expected here.');
        return undefined;
    }
  } finally {
    cursor.depth--;
  }
}

/** `Cascade`, `address.street`, `uuid(7)`, `address.street.ops(raw: "…")`. */
function readReference(cursor: Cursor): PrismaValue {
  const first = cursor.name();
  const start = first.range[0];
  let value = first.value;
  while (cursor.isMark('.') && cursor.isWord(1)) {
    cursor.skip();
    value += `.${cursor.name().value}`;
  }
  const place = cursor.since(start);
  if (!cursor.isMark('(')) return { type: 'Reference', value, ...place };
  const name: PrismaName = { type: 'Name', value, ...place };
  return { type: 'Call', name, arguments: readArguments(cursor), ...cursor.since(start) };
}

/** What stands between brackets, with commas between. What cannot be read is left out. */
function readItems<Item>(cursor: Cursor, close: ')' | ']', item: () => Item | undefined): Item[] {
  const open = cursor.peek();
  cursor.skip();
  const found: Item[] = [];
  while (cursor.peek() && !cursor.isMark(close)) {
    // Brackets that close something else, and the next block, end a list that was not closed.
    if (cursor.isMark('}') || cursor.isMark(')') || cursor.isBlock()) break;
    const one = item();
    if (one) found.push(one);
    else if (cursor.peek() && !cursor.isMark(close)) cursor.skip();
    cursor.take(',');
  }
  if (!cursor.take(close)) cursor.error(`A \`${close}\` is missing.`, open);
  return found;
}
