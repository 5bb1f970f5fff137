import { describe, expect, it } from 'vitest';
import { libraries } from '../../src/libraries/index.ts';
import type { LibraryDefinition } from '../../src/libraries/index.ts';

/** Words of `Gives` that name no type. */
const WORDS = new Set(['this', 'row', 'rows', 'scalar', 'nothing', 'argument', 'callback', 'element', 'mapped', 'settled', 'input', 'instance']);

/** Keys whose texts name a type: what a call gives, what an export is. */
const NAMING = new Set(['gives', 'params', 'properties', 'awaited', 'assigned', 'self', 'is', 'extends', 'row', 'instance', 'static']);

/** Keys that hold one value for each name. */
const MAPS = new Set(['exports', 'globals', 'types', 'names', 'members', 'methods']);

/** Every text below a value. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

/** Every type that a page names, with the place where it does. */
function named(value: unknown, path: string): { readonly type: string; readonly path: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) => {
    const at = `${path}.${key}`;
    // The shape of an overload has an `is` of its own.
    if (key === 'when') return [];
    if (MAPS.has(key)) return Object.entries(held ?? {}).flatMap(([name, one]) => named(one, `${at}.${name}`));
    const isType = key === 'type' && typeof held === 'string' && !path.endsWith('.column');
    return NAMING.has(key) || isType ? texts(held).map((type) => ({ type, path: at })) : named(held, at);
  });
}

function exists(page: LibraryDefinition, type: string): boolean {
  if (WORDS.has(type) || Object.hasOwn(page.types ?? {}, type)) return true;
  const [library = '', name = ''] = type.split('.');
  return libraries.some((one) => one.name === library && Object.hasOwn(one.types ?? {}, name));
}

describe('every page', () => {
  it('names types that are there', () => {
    const lost = libraries.flatMap((page) =>
      named({ exports: page.exports, globals: page.globals, types: page.types, names: page.names, row: page.row }, page.name)
        .filter(({ type }) => !exists(page, type))
        .map(({ type, path }) => `${path}: ${type}`),
    );
    expect(lost).toEqual([]);
  });

  it('has a name of its own and is plain JSON', () => {
    const names = libraries.map((page) => page.name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(JSON.parse(JSON.stringify(libraries))).toEqual(libraries);
  });
});
