import { describe, expect, it } from 'vitest';
import { prismaVisitorKeys, readPrismaSchema } from '../../../src/facts/prisma-schema/index.ts';
import type { PrismaNode, PrismaSchema } from '../../../src/facts/prisma-schema/index.ts';

const SCHEMA = `
generator client {
  provider = "prisma-clnt"
  output   = "../src/generated/prisma"
}

/// What a customer ordered.
/// @module orders
model Order {
  id        String   @id @default(uuid()) @db.Uuid // the key
  /// never negative
  total     Decimal  @default(0) @db.Decimal(10, 2)
  status    Status[] @default([OPEN, PAID])
  customer  Customer? @relation(
    fields: [customerId], // who
    references: [id],
    onDelete: Cascade,
  )
  customerId String? @map("customer_id")
  vector     Unsupported("vector(1536)")?
  address    Address
  @@id([id, total(sort: Desc)], map: "orders_pkey") /* inner */
  @@map("orders")
}

enum Status { OPEN PAID @map("paid")
}
`;

/** Every node, as its type and text. */
function nodesOf(schema: PrismaSchema, text: string): string[] {
  const found: string[] = [];
  const visit = (node: PrismaNode): void => {
    found.push(`${node.type} ${text.slice(...node.range).replace(/\s+/g, ' ').slice(0, 40)}`);
    for (const key of prismaVisitorKeys[node.type]) {
      const child = (node as unknown as Record<string, PrismaNode | readonly PrismaNode[] | undefined>)[key];
      for (const one of child === undefined ? [] : Array.isArray(child) ? (child as readonly PrismaNode[]) : [child as PrismaNode]) visit(one);
    }
  };
  visit(schema);
  return found;
}

describe('readPrismaSchema', () => {
  it('gives every node its place', () => {
    const schema = readPrismaSchema(SCHEMA);
    expect(schema.errors).toEqual([]);
    const nodes = nodesOf(schema, SCHEMA);
    expect(nodes.filter((node) => node.startsWith('Block'))).toEqual([
      'Block generator client { provider = "prisma-cl',
      'Block model Order { id String @id @default(uui',
      'Block enum Status { OPEN PAID @map("paid") }',
    ]);
    expect(nodes.filter((node) => /^(?:Field|EnumValue|Setting|Type|Attribute)/.test(node))).toEqual([
      'Setting provider = "prisma-clnt"',
      'Setting output = "../src/generated/prisma"',
      'Field id String @id @default(uuid()) @db.Uuid',
      'Type String',
      'Attribute @id',
      'Attribute @default(uuid())',
      'Attribute @db.Uuid',
      'Field total Decimal @default(0) @db.Decimal(10',
      'Type Decimal',
      'Attribute @default(0)',
      'Attribute @db.Decimal(10, 2)',
      'Field status Status[] @default([OPEN, PAID])',
      'Type Status[]',
      'Attribute @default([OPEN, PAID])',
      'Field customer Customer? @relation( fields: [c',
      'Type Customer?',
      'Attribute @relation( fields: [customerId], // who ',
      'Field customerId String? @map("customer_id")',
      'Type String?',
      'Attribute @map("customer_id")',
      'Field vector Unsupported("vector(1536)")?',
      'Type Unsupported("vector(1536)")?',
      'Field address Address',
      'Type Address',
      'Attribute @@id([id, total(sort: Desc)], map: "orde',
      'Attribute @@map("orders")',
      'EnumValue OPEN',
      'EnumValue PAID @map("paid")',
      'Attribute @map("paid")',
    ]);
  });

  it('counts lines from 1 and columns from 0', () => {
    const schema = readPrismaSchema('// héllo 😀\r\nmodel Order {\r\n  id String @default(uuid())\r\n}');
    const field = schema.body[0]?.members[0];
    expect(field?.loc).toEqual({ start: { line: 3, column: 2 }, end: { line: 3, column: 28 } });
    expect(schema.comments[0]).toMatchObject({ type: 'Line', value: ' héllo 😀' });
  });

  it('keeps the documentation of blocks and fields', () => {
    const order = readPrismaSchema(SCHEMA).body[1];
    expect(order?.documentation).toBe('What a customer ordered.\n@module orders');
    expect(order?.members.flatMap((member) => (member.type === 'Field' && member.documentation !== undefined ? [`${member.name.value}: ${member.documentation}`] : []))).toEqual(['total: never negative']);
  });

  it('reads attributes on lines of their own and escapes in strings', () => {
    const schema = readPrismaSchema('model Order {\n  id String\n    @id\n    @default(dbgenerated("\\"gen\\"()"))\n  @@index([id])\n}');
    expect(schema.errors).toEqual([]);
    const [field] = schema.body[0]?.members ?? [];
    expect(field?.type === 'Field' && field.attributes.map(({ name }) => name)).toEqual(['id', 'default']);
    expect(JSON.stringify(field)).toContain('\\"gen\\"()');
  });

  it('goes on after what it cannot read', () => {
    const text = `
      model Broken {
        id String @id @default(uuid(
        name
        = 5
      model Order {
        id String @id %%% what
        total Int
      }
      banana
      enum Status { OPEN
    `;
    const schema = readPrismaSchema(text);
    expect(schema.body.map(({ keyword, name, members }) => `${keyword} ${name.value} ${members.length}`)).toEqual(['model Broken 1', 'model Order 2', 'enum Status 1']);
    expect(schema.errors.map(({ message, loc }) => `${loc.start.line}: ${message}`)).toEqual([
      '5: A value is expected here.',
      '3: A `)` is missing.',
      '3: A `)` is missing.',
      '2: `Broken` is not closed.',
      '7: An attribute is expected here.',
      '10: A model, enum, type, view, datasource or generator is expected here.',
      '11: `Status` is not closed.',
    ]);
  });

  it.each(['', '\ufeff', '}', '{', 'model', 'model X', 'model X {', 'model X { @', '@@', 'model X {\n a "', '/* open', '/// a', '[[[[', 'model X {\n a Int @d([[[[[', 'model X {\n a Int @d(,,,)\n}'])('reads %j without an error', (text) => {
    expect(() => readPrismaSchema(text)).not.toThrow();
  });

  it('takes time in proportion to its length', () => {
    for (const unit of ['model X {\n', 'a Int @default([', '/* ', '/// x\n', 'a String @id\n', '@', '(', '"', '{ ']) {
      const start = performance.now();
      readPrismaSchema(`model Y {\n${unit.repeat(20_000)}`);
      expect(performance.now() - start, unit).toBeLessThan(3_000);
    }
  });
});
