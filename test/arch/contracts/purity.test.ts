import { describe, expect, it } from 'vitest';
import { check, projectOf } from '../support/projects.ts';

type Files = Readonly<Record<string, string>>;

const SHOP: Files = {
  'src/shared/events.ts': 'export const defineEvent = <T>(name: string): { name: string; of: T | undefined } => ({ name, of: undefined });\nexport class DomainEvent {}\n',
  'src/modules/orders/contract.ts': 'export class OrderPlaced {}\nexport const KINDS = [1, 2];\n',
  'src/modules/orders/db.ts': 'export const orders = [];\n',
  'src/modules/billing/db.ts': "import { Entity } from 'typeorm';\n\nexport const find = (): void => undefined;\nexport interface Row { id: string }\nexport enum State { Draft }\nexport class Plain {}\n@Entity()\nexport class Invoice {}\n",
  'src/modules/billing/contracts/line.ts': "export interface Line { net: number }\nexport const LINES = ['a'] as const;\n",
  'src/modules/billing/rates.json': '{}',
};

/** What is said of a contract file of the module billing. */
function told(text: string, file = 'src/modules/billing/contract.ts'): string[] {
  return check(projectOf({ ...SHOP, [file]: text }))
    .findings.filter((finding) => finding.file === file && finding.rule === 'no-impure-contracts')
    .map(({ line, message }) => `${line} ${message.replace(/^.*, but /, '').replace(/\. [^.`]*(?:`[^`]*`[^.`]*)*\.$/, '')}`);
}

describe('a contract may hold', () => {
  it.each([
    ['types', "export type Id = string;\nexport interface Invoice { id: Id }\ntype Local = Id;\nexport type { Local };\ndeclare const brand: unique symbol;\nexport type Branded = Id & { readonly [brand]: true };\n"],
    ['enums', "export enum State { Draft = 'draft', Sent = 1 << 2 }\nexport const enum Kind { A }\nexport declare enum Other { B }\n"],
    ['constants', "export const A = 1, B = -2n, C = /x/u, D = null, E = undefined, F = `a${A}`, G = A > 1 ? 'x' : 'y', H = [A, ...[B]], I = { a: A, b: { c: [C] }, [G]: 1, ...{ d: 2 } };\nexport default I;\n"],
    ['frozen constants', "export const LIMITS = Object.freeze({ lines: 1 });\nconst NAMES = ['a'] as const;\nObject.freeze(NAMES);\nexport { NAMES };\n"],
    ['sets, maps, symbols and what is worked out of constants', "const ALL = ['a', 'b'] as const;\nexport const SET = new Set(ALL), MAP = new Map([['a', 1]]), KEY = Symbol.for('key'), KEYS = Object.keys({ a: 1 }), UPPER = ALL.map((one) => one.toUpperCase()), DAY = new Date('2026-01-01'), BIG = BigInt(10), MAX = Number.MAX_SAFE_INTEGER, ROOT = Math.sqrt(2);\n"],
    ['what it satisfies', "interface Limits { lines: number }\nexport const LIMITS = { lines: 1 } as const satisfies Limits;\n"],
    ['schemas of zod', "import { z } from 'zod';\n\nconst base = z.object({ id: z.uuid(), at: z.coerce.date().default(() => new Date()) });\nexport const schema = base.extend({ total: z.number().refine((n) => n > 0, { message: 'positive' }) }).strict();\nexport const either = z.discriminatedUnion('kind', [schema, base]);\nexport type Schema = z.infer<typeof schema>;\n"],
    ['schemas of others', "import * as v from 'valibot';\nimport { Type as t } from '@sinclair/typebox';\nimport * as yup from 'yup';\nimport Joi from 'joi';\nimport { type } from 'arktype';\n\nexport const a = v.pipe(v.string(), v.check((s) => s !== ''));\nexport const b = t.Object({ id: t.String() });\nexport const c = yup.object({ id: yup.string().required() });\nexport const d = Joi.object({ id: Joi.string() });\nexport const e = type({ id: 'string' });\nexport const f = type('string');\n"],
    ['classes of DTOs', "import { IsUUID } from 'class-validator';\nimport { ApiProperty } from '@nestjs/swagger';\nimport { createZodDto } from 'nestjs-zod';\nimport { z } from 'zod';\n\nexport class InvoiceDto {\n  @IsUUID()\n  @ApiProperty({ description: 'id' })\n  id!: string;\n}\nexport class ZodDto extends createZodDto(z.object({})) {}\n"],
    ['event classes', "import { DomainEvent } from '../../shared/events.ts';\n\nexport class Paid extends DomainEvent {\n  static readonly topic = 'invoice.paid';\n  readonly version = 1;\n  readonly at: Date;\n  declare note: string;\n  readonly id: string = crypto.randomUUID();\n\n  constructor(readonly invoiceId: string, at?: Date, private readonly more = {}) {\n    super();\n    this.at = at ?? new Date();\n    Object.freeze(this);\n  }\n}\nexport abstract class Base {\n  abstract readonly name: string;\n}\n"],
    ['events made by the kernel', "import { defineEvent } from '../../shared/events.ts';\n\nexport const paid = defineEvent<{ id: string }>('invoice.paid');\n"],
    ['type guards', "export interface A { a: 1 }\nexport function isA(value: unknown): value is A {\n  return typeof value === 'object';\n}\nexport const isB = (value: unknown): value is A => isA(value);\nexport function assertA(value: unknown): asserts value is A {\n  if (!isA(value)) throw new Error('no A');\n}\n"],
    ['types of its module', "import type { Row } from './db.ts';\nimport { type Row as Other } from './db.ts';\nimport { Row as Third } from './db.ts';\nimport { State } from './db.ts';\n\nexport type All = [Row, Other, Third, State];\nexport type { Row };\nexport type { Plain } from './db.ts';\nexport { Row as Fourth } from './db.ts';\n"],
    ['packages, the kernel, other contracts and data', "import { randomUUID } from 'node:crypto';\nimport 'reflect-metadata';\nimport { KINDS } from '../orders/contract.ts';\nimport rates from './rates.json';\nimport { LINES } from './contracts/line.ts';\n\nexport const A = [KINDS, rates, LINES];\nexport { randomUUID };\nexport * from './contracts/line.ts';\nexport { OrderPlaced } from '../orders/contract.ts';\n"],
    ['namespaces of these', "export namespace Billing {\n  export const MAX = 1;\n  export type Id = string;\n}\n"],
    ['directives and nothing', "'use strict';\n;\nexport {};\n"],
  ])('%s', (_, text) => {
    expect(told(text)).toEqual([]);
  });

  it('whatever it likes in a test', () => {
    expect(told("import { find } from '../db.ts';\n\nexport const run = (): void => find();\n", 'src/modules/billing/contracts/line.test.ts')).toEqual([]);
  });
});

describe('a contract may not hold', () => {
  it.each([
    ['export function send(): void {}\n', ['1 `send` is a function']],
    ['function helper(): number {\n  return 1;\n}\n\nexport const A = 1;\n', ['1 `helper` is a function']],
    ['export const send = async (): Promise<void> => {};\n', ['1 `send` is a function']],
    ['export default function () {}\n', ['1 `default` is a function']],
    ['export default () => 1;\n', ['1 `default` is a function']],
    ['export const api = { send: () => 1 };\n', ['1 `api` is neither a constant of literals nor a schema']],
    ['export const api = { send() {} };\n', ['1 `api` is neither a constant of literals nor a schema']],
    ['export let counter = 0;\n', ['1 `counter` can change']],
    ['export const now = Date.now();\nexport const day = new Date();\nexport const luck = Math.random();\n', ['1 `now` is neither a constant of literals nor a schema', '2 `day` is neither a constant of literals nor a schema', '3 `luck` is neither a constant of literals nor a schema']],
    ['export const url = process.env.URL;\nexport const other = process.env;\n', ['1 `url` is neither a constant of literals nor a schema', '2 `other` is neither a constant of literals nor a schema']],
    ["import { Pool } from 'pg';\n\nexport const pool = new Pool();\n", ['3 `pool` is neither a constant of literals nor a schema']],
    ["import { PrismaClient } from '@prisma/client';\n\nconst prisma = new PrismaClient();\n", ['3 `prisma` is neither a constant of literals nor a schema']],
    ["import { pgTable } from 'drizzle-orm/pg-core';\n\nexport const invoices = pgTable('invoices', {});\n", ['3 `invoices` is neither a constant of literals nor a schema']],
    ["import { readFileSync } from 'node:fs';\n\nexport const text = readFileSync('a', 'utf8');\n", ['3 `text` is neither a constant of literals nor a schema']],
    ["export const data = await fetch('/');\n", ['1 `data` is neither a constant of literals nor a schema']],
    ['export class Mailer {\n  send(): void {}\n}\n', ['1 the class `Mailer` has the method `send`']],
    ['export class Money {\n  get total(): number {\n    return 1;\n  }\n}\n', ['1 the class `Money` has the method `total`']],
    ['export class Bus {\n  handlers = new Handlers();\n}\n', ['1 the class `Bus` works out `handlers`']],
    ['export class Sent {\n  constructor(id: string) {\n    console.log(id);\n  }\n}\n', ['1 the class `Sent` does more in its constructor than to keep what it is given']],
    ['export class Sent {\n  static {\n    register();\n  }\n}\n', ['1 the class `Sent` has a static block']],
    ["import { Entity } from 'typeorm';\n\n@Entity()\nexport class Invoice {\n  id!: string;\n}\n", ['4 the class `Invoice` has the decorator `@Entity`']],
    ["import { EventEmitter } from 'node:events';\n\nexport class Bus extends EventEmitter.EventEmitter {}\n", ['3 the class `Bus` extends what is no data']],
    ["export const Mailer = class {\n  send(): void {}\n};\n", ['1 `Mailer` has the method `send`']],
    ["import { find } from './db.ts';\n\nexport { find };\n", ['1 it uses `find` from `billing/db.ts`']],
    ["import { find as search } from './db.ts';\n\nexport const a = search();\n", ['1 it uses `find` from `billing/db.ts`']],
    ["import { State } from './db.ts';\n\nexport const FIRST = State.Draft;\n", ['1 it uses `State` from `billing/db.ts`']],
    ["import * as db from './db.ts';\n\nexport const a = [db];\n", ['1 it uses `*` from `billing/db.ts`']],
    ["import './db.ts';\n", ['1 it runs `./db.ts`']],
    ["export { find } from './db.ts';\n", ['1 it hands on `find` from `billing/db.ts`']],
    ["export { find as search, type Row } from './db.ts';\n", ['1 it hands on `find` from `billing/db.ts`']],
    ["export { State, Plain } from './db.ts';\n", ['1 it hands on `State`, `Plain` from `billing/db.ts`']],
    ["export * from './db.ts';\n", ['1 it hands on everything from `billing/db.ts`']],
    ["export * as db from './db.ts';\n", ['1 it hands on all of it from `billing/db.ts`']],
    ["console.log('loaded');\n", ['1 this statement does something when the file is loaded']],
    ["globalThis.x = 1;\nif (true) {\n  start();\n}\nfor (const a of []) stop(a);\nthrow new Error('no');\n", [1, 2, 5, 6].map((line) => `${line} this statement does something when the file is loaded`)],
    ["export namespace Billing {\n  export function send(): void {}\n}\n", ['2 `send` is a function']],
    ["import type { Invoice as Entity } from './db.ts';\n\nexport interface Sent { invoice: Entity }\nexport type Ids = Entity[];\n", ['3 `Sent` is made of the database entity `Entity`', '4 `Ids` is made of the database entity `Entity`']],
    ["import type { Selectable } from 'kysely';\n\nexport type Row = Selectable<{ id: string }>;\n", ['3 `Row` is made of the database entity `Selectable`']],
    ["import type { HydratedDocument } from 'mongoose';\n\nexport interface Doc extends HydratedDocument<{}> {}\n", ['3 `Doc` is made of the database entity `HydratedDocument`']],
    ["import type { Invoice } from '../../generated/prisma/client';\n\nexport type Sent = Pick<Invoice, 'id'>;\n", ['3 `Sent` is made of the database entity `Invoice`']],
  ])('%j', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('says it in every file of the contract, wherever that is', () => {
    expect(told("export { find } from '../db.ts';\n", 'src/modules/billing/contracts/deep/paid.ts').length + told("export const f = () => 1;\n", 'src/modules/billing/paid.events.ts').length).toBe(1);
    expect(told("export { find } from '../../db.ts';\n", 'src/modules/billing/contracts/deep/paid.ts')).toEqual(['1 it hands on `find` from `billing/db.ts`']);
  });

  it('leaves to the law what another module keeps to itself', () => {
    expect(told("import { orders } from '../orders/db.ts';\n\nexport const A = [orders];\n")).toEqual([]);
  });

  it('says what to do', () => {
    const { findings } = check(projectOf({ ...SHOP, 'src/modules/billing/contract.ts': "export { find } from './db.ts';\n" }));
    expect(findings.map(({ message }) => message)).toEqual(["`billing`'s contract may hold only types, constants, schemas and events, but it hands on `find` from `billing/db.ts`. Hand on only types (`export type`), or move what others need into the contract."]);
  });
});
