import { describe, expect, test } from 'vitest';
import { inShort, sitesIn } from './read.ts';

describe('JSDoc in JavaScript', () => {
  test.each([
    [`/** @type {import('./db').Invoice} */\nlet x;`, ['type jsdoc: ./db Invoice']],
    [`/** @type {typeof import('./db')} */\nlet x;`, ['type jsdoc: ./db *']],
    [`/** @type {Map<string, import("./db").Ledger.Entry[]>} */\nlet x;`, ['type jsdoc: ./db Ledger']],
    [`/** @typedef {{ a: import('./a').A, b: { c: import('./b').B } }} Both */`, ['type jsdoc: ./a A', 'type jsdoc: ./b B']],
    [`/**\n * @template {import('./a').A} T\n * @param {T} one\n * @returns {Promise<import('./b').B>} it\n */\nfunction f(one) {}`, ['type jsdoc: ./a A', 'type jsdoc: ./b B']],
    [`/** @satisfies {import('./db').Invoice} */\nexport default {};`, ['type jsdoc: ./db Invoice']],
    [`/** @extends {import('./db').Base<string>} */\nclass A {}`, ['type jsdoc: ./db Base']],
    [`/** @import { Invoice, Line as Row } from './db' */`, ['type jsdoc: ./db Invoice Line']],
    [`/** @import * as db from "./db" */`, ['type jsdoc: ./db *']],
    [`/**\n * @import find, {\n *   Invoice,\n *   Line\n * } from './db'\n * @import rates from './rates'\n */`, ['type jsdoc: ./db default Invoice Line', 'type jsdoc: ./rates default']],
    [`const x = /** @type {import('./db').Invoice} */ (y);`, ['type jsdoc: ./db Invoice']],
  ])('%s', (code, expected) => expect(inShort(code, 'orders.js')).toEqual(expected));

  test.each([
    `/* @type {import('./db').Invoice} */`,
    `// @type {import('./db').Invoice}`,
    `/** Load it with import('./db') or {import('./db')}. */`,
    `/** {@link import('./db').Invoice} */`,
    `/** @see {import('./db')} */`,
    `/** @param {string} path such as import('./db') */`,
    `/** @imports { A } from './db' */`,
    `/** someone@import { A } from './db' */`,
    `const text = "/** @type {import('./db').Invoice} */";`,
  ])('not: %s', (code) => expect(inShort(code, 'orders.js')).toEqual([]));

  test('stands on the string', () => {
    expect(sitesIn(`/** 🧾 @type {import( './db' ).Invoice} */`, 'orders.js')).toEqual([`'./db'`]);
  });

  test('says nothing in TypeScript', () => {
    expect(inShort(`/** @type {import('./db').Invoice} */\nexport let x;`, 'orders.ts')).toEqual([]);
  });
});

describe('triple slashes', () => {
  test.each([
    [`/// <reference path="./globals.d.ts" />`, ['type triple-slash: ./globals.d.ts']],
    [`/// <reference path='globals.d.ts'/>`, ['type triple-slash: ./globals.d.ts']],
    [`/// <reference types="node" />`, ['type triple-slash: node']],
    [`#!/usr/bin/env node\n/* header */\n/// <reference preserve="true" types="../billing" />\nimport 'x';`, ['type triple-slash: ../billing', 'import: x']],
  ])('%s', (code, expected) => expect(inShort(code)).toEqual(expected));

  test.each([
    `/// <reference lib="dom" />`,
    `// <reference path="./globals.d.ts" />`,
    `/// reference path="./globals.d.ts"`,
    `const a = 1;\n/// <reference path="./globals.d.ts" />`,
  ])('not: %s', (code) => expect(inShort(code)).toEqual([]));
});
