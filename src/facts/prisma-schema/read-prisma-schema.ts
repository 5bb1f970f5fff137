import { Cursor } from './cursor.ts';
import { documentationAbove } from './documentation.ts';
import type { PrismaAttribute, PrismaBlock, PrismaEnumValue, PrismaField, PrismaMember, PrismaSchema, PrismaSetting, PrismaToken, PrismaType } from './nodes.ts';
import { readArguments, readAttribute, readValue } from './values.ts';

// Source: the Prisma schema reference (Prisma 7), and what @prisma/prisma-schema-wasm 7 accepts.

/** Reads a `.prisma` file. Never throws: what cannot be read is left out and named in `errors`. */
export function readPrismaSchema(text: string): PrismaSchema {
  const cursor = new Cursor(text);
  const body: PrismaBlock[] = [];
  while (cursor.peek()) {
    if (cursor.isBlock()) body.push(readBlock(cursor));
    else cursor.skipLine('A model, enum, type, view, datasource or generator is expected here.');
  }
  return { type: 'Schema', body, comments: cursor.comments, tokens: cursor.tokens, errors: cursor.errors, ...cursor.placeOf(0, text.length) };
}

function readBlock(cursor: Cursor): PrismaBlock {
  const first = cursor.peek() as PrismaToken;
  const keyword = cursor.name().value as PrismaBlock['keyword'];
  const name = cursor.name();
  cursor.skip();
  const members: PrismaMember[] = [];
  while (cursor.peek() && !cursor.isMark('}') && !cursor.isBlock()) {
    const member = readMember(cursor, keyword, members);
    if (member) members.push(member);
  }
  if (!cursor.take('}')) cursor.error(`\`${name.value}\` is not closed.`, first);
  const documentation = documentationAbove(cursor, first);
  return { type: 'Block', keyword, name, members, ...(documentation !== undefined && { documentation }), ...cursor.since(first.range[0]) };
}

function readMember(cursor: Cursor, keyword: PrismaBlock['keyword'], before: PrismaMember[]): PrismaMember | undefined {
  if (cursor.isMark('@@')) return readAttribute(cursor);
  const last = before.at(-1);
  if (cursor.isMark('@') && (last?.type === 'Field' || last?.type === 'EnumValue')) {
    // An attribute on a line of its own belongs to the field above it.
    before.pop();
    return { ...last, attributes: [...last.attributes, readAttribute(cursor)], ...cursor.since(last.range[0]) };
  }
  if (!cursor.isWord()) {
    cursor.skipLine('A name is expected here.');
    return undefined;
  }
  if (keyword === 'enum') return readEnumValue(cursor);
  return keyword === 'datasource' || keyword === 'generator' ? readSetting(cursor) : readField(cursor);
}

function readSetting(cursor: Cursor): PrismaSetting {
  const name = cursor.name();
  if (!cursor.take('=')) {
    const place = cursor.since(name.range[0]);
    if (!cursor.isNewLine() && !cursor.isMark('}')) cursor.skipLine(`\`${name.value}\` needs a value.`);
    return { type: 'Setting', name, ...place };
  }
  const value = readValue(cursor);
  return { type: 'Setting', name, ...(value && { value }), ...cursor.since(name.range[0]) };
}

function readEnumValue(cursor: Cursor): PrismaEnumValue {
  const name = cursor.name();
  const attributes = readAttributes(cursor);
  return { type: 'EnumValue', name, attributes, ...cursor.since(name.range[0]) };
}

function readField(cursor: Cursor): PrismaField {
  const first = cursor.peek() as PrismaToken;
  const name = cursor.name();
  cursor.take(':');
  const fieldType = cursor.isNewLine() ? undefined : readType(cursor);
  if (!fieldType) cursor.error(`\`${name.value}\` needs a type.`, first);
  const attributes = readAttributes(cursor);
  const place = cursor.since(name.range[0]);
  if (!cursor.isNewLine() && !cursor.isMark('}')) cursor.skipLine('An attribute is expected here.');
  const documentation = documentationAbove(cursor, first);
  return { type: 'Field', name, ...(fieldType && { fieldType }), attributes, ...(documentation !== undefined && { documentation }), ...place };
}

function readType(cursor: Cursor): PrismaType | undefined {
  const token = cursor.peek();
  if (token?.type !== 'Word') return undefined;
  cursor.skip();
  const given = cursor.isMark('(') ? readArguments(cursor)[0]?.value : undefined;
  let isList = false;
  let isOptional = false;
  for (;;) {
    if (cursor.isMark('[') && cursor.isMark(']', 1)) {
      isList = true;
      cursor.skip(2);
    } else if (cursor.take('?')) isOptional = true;
    else if (!cursor.take('!')) break;
  }
  return { type: 'Type', name: token.value, isList, isOptional, ...(given?.type === 'Text' && { unsupported: given.value }), ...cursor.since(token.range[0]) };
}

function readAttributes(cursor: Cursor): PrismaAttribute[] {
  const found: PrismaAttribute[] = [];
  while (cursor.isMark('@') && !cursor.isNewLine()) found.push(readAttribute(cursor));
  return found;
}
