import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

/** What each expression writes to the key of an order, with the imports that it needs. */
function keys(imports: string, expressions: readonly string[]): string[] {
  const rows = expressions.map((expression) => `await Order.create({ id: ${expression} });`).join('\n');
  const { queries } = reading({
    'src/orders.ts': `
      import { Model } from 'sequelize';
      ${imports}
      class Order extends Model {}
      export async function createOrders(input) {
        ${rows}
      }
    `,
  });
  return queries.map((line) => line.replace('sequelize write create Order, writes id', '').trim());
}

describe('generators of ids', () => {
  it('knows the UUIDs of Node by every way to import them', () => {
    const imports = `
      import crypto, { randomUUID as makeId, webcrypto } from 'node:crypto';
      import * as nodeCrypto from 'crypto';
      const { randomUUID } = require('crypto');
    `;
    const expressions = [
      'crypto.randomUUID()',
      'makeId()',
      'webcrypto.randomUUID()',
      'nodeCrypto.randomUUID()',
      'randomUUID()',
      "require('crypto').randomUUID()",
      'globalThis.crypto.randomUUID()',
      'crypto.randomUUIDv7()',
      'crypto.randomBytes(16).toString("hex")',
    ];
    expect(keys(imports, expressions)).toEqual([
      'v4 crypto.randomUUID()',
      'v4 makeId()',
      'v4 webcrypto.randomUUID()',
      'v4 nodeCrypto.randomUUID()',
      'v4 randomUUID()',
      "v4 require('crypto').randomUUID()",
      'v4 globalThis.crypto.randomUUID()',
      'v7 crypto.randomUUIDv7()',
      '',
    ]);
  });

  it('knows the global crypto without an import, and not a variable of that name', () => {
    expect(keys('', ['crypto.randomUUID()', 'self.crypto.randomUUID()', 'Bun.randomUUIDv7()'])).toEqual([
      'v4 crypto.randomUUID()',
      'v4 self.crypto.randomUUID()',
      'v7 Bun.randomUUIDv7()',
    ]);
    expect(keys('const crypto = { randomUUID: () => sequence.next() };', ['crypto.randomUUID()'])).toEqual(['']);
  });

  it('knows every version of the uuid package, and its older modules', () => {
    const imports = `
      import { v1, v3, v4 as uuid, v5, v6, v7, v1ToV6, parse, stringify, NIL, validate } from 'uuid';
      import * as uuids from 'uuid';
      import legacy from 'uuid/v4';
      const timed = require('uuid/v1');
    `;
    const expressions = ['v1()', 'uuid()', 'uuids.v4()', "uuids['v4']()", 'v3("a", v3.URL)', 'v5("a", v5.DNS)', 'v6()', 'v7()', 'v1ToV6(v1())', 'legacy()', 'timed()', "require('uuid')()", 'stringify(parse(uuid()))', 'NIL', 'validate(input.id)'];
    expect(keys(imports, expressions)).toEqual([
      'v1 v1()',
      'v4 uuid()',
      'v4 uuids.v4()',
      "v4 uuids['v4']()",
      'v3 v3("a", v3.URL)',
      'v5 v5("a", v5.DNS)',
      'v6 v6()',
      'v7 v7()',
      'v6 v1ToV6(v1())',
      'v4 legacy()',
      'v1 timed()',
      "v4 require('uuid')()",
      'v4 uuid()',
      '',
      '',
    ]);
  });

  it('knows other packages of version 4, in other alphabets too', () => {
    const imports = `
      import { uuidv4 } from 'uuidv7';
      import { v4 as fast } from '@lukeed/uuid';
      import { uuid as house } from 'uuidv4';
      import random from 'uuid-random';
      import short from 'short-uuid';
      import { UUID } from 'bson';
      import { Uuid4 } from 'id128';
      const translator = short();
    `;
    const expressions = ['uuidv4()', 'fast()', 'house()', 'random()', 'short.generate()', 'translator.new()', 'new UUID()', 'new UUID("01981f3e-7c2a-7000-8000-000000000000")', 'Uuid4.generate().toCanonical()'];
    expect(keys(imports, expressions)).toEqual(['v4 uuidv4()', 'v4 fast()', 'v4 house()', 'v4 random()', 'v4 short.generate()', 'v4 translator.new()', 'v4 new UUID()', '', 'v4 Uuid4.generate()']);
  });

  it('knows time-ordered UUIDs, and ids that are no UUID', () => {
    const imports = `
      import { uuidv7, uuidv7obj, V7Generator } from 'uuidv7';
      import { typeid } from 'typeid-js';
      import { randomUUIDv7 } from 'bun';
      import { generate } from '@std/uuid/unstable-v7';
      import { ulid, monotonicFactory } from 'ulid';
      import { nanoid, customAlphabet } from 'nanoid';
      import { createId } from '@paralleldrive/cuid2';
      import { ObjectId } from 'mongodb';
      const generator = new V7Generator();
      const monotonic = monotonicFactory();
      const alphabet = customAlphabet('abc', 12);
    `;
    const ordered = ['uuidv7()', 'uuidv7obj().toString()', 'generator.generate()', "typeid('order').toUUID()", 'randomUUIDv7()', 'generate()'];
    expect(keys(imports, ordered)).toEqual(['v7 uuidv7()', 'v7 uuidv7obj()', 'v7 generator.generate()', "v7 typeid('order')", 'v7 randomUUIDv7()', 'v7 generate()']);
    expect(keys(imports, ['ulid()', 'monotonic()', 'nanoid()', 'alphabet()', 'createId()', 'new ObjectId()'])).toEqual(['', '', '', '', '', '']);
  });

  it('follows a UUID through names, choices, functions and string methods', () => {
    const imports = `
      import { v4 } from 'uuid';
      const newOrderId = () => v4();
    `;
    expect(keys(imports, ['input.id ?? v4()', 'input.id || v4()', 'input.isNew ? v4() : input.id', 'newOrderId()', "v4().replaceAll('-', '')", 'String(v4())', 'v4() as string', 'input.id'])).toEqual([
      'v4 v4()',
      'v4 v4()',
      'v4 v4()',
      'v4 v4()',
      'v4 v4()',
      'v4 v4()',
      'v4 v4()',
      '',
    ]);
  });
});
