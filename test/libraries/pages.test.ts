import { describe, expect, it } from 'vitest';
import { libraries } from '../../src/libraries/index.ts';
import type { Call, Export, Gives, LibraryDefinition, ObjectType } from '../../src/libraries/index.ts';

const BUILT_IN = new Set(['this', 'row', 'rows', 'scalar', 'nothing', 'argument', 'callback', 'element', 'mapped', 'input', 'instance', 'settled']);

/** Every name of a type that a page uses, with the place where. */
function namesIn(page: LibraryDefinition): (readonly [place: string, name: string])[] {
  const found: [string, string][] = [];
  const gives = (place: string, value: Gives | undefined): void => {
    if (value === undefined) return;
    if (typeof value === 'string') found.push([place, value]);
    else for (const one of Object.values(value)) gives(place, one as Gives);
  };
  const call = (place: string, value: Call | undefined): void => {
    if (!value) return;
    gives(place, value.gives);
    for (const callback of value.callbacks ?? []) for (const param of callback.params) gives(`${place} callback`, param);
    for (const param of value.route?.params ?? []) gives(`${place} handler`, param);
    for (const overload of value.overloads ?? []) call(`${place} overload`, overload);
  };
  const type = (place: string, value: ObjectType): void => {
    if (value.extends !== undefined) found.push([place, value.extends]);
    for (const [name, one] of Object.entries(value.properties ?? {})) gives(`${place}.${name}`, one);
    for (const [name, one] of Object.entries(value.methods ?? {})) call(`${place}.${name}()`, one);
    gives(`${place}.*`, value.anyProperty?.gives);
    call(`${place}.*()`, value.anyMethod);
    call(`${place}()`, value.call);
    call(`new ${place}()`, value.new);
    call(`${place}\`\``, value.tag);
    gives(`await ${place}`, value.awaited);
    for (const param of value.handler?.params ?? []) gives(`${place} handler`, param);
  };
  const exported = (place: string, value: Export): void => {
    gives(place, value.gives);
    gives(place, value.decorator?.gives);
    for (const one of [value.call, value.new, value.tag]) call(place, one);
    for (const name of [value.type, value.class?.instance, value.class?.static]) if (name !== undefined) found.push([place, name]);
    for (const [name, one] of Object.entries(value.members ?? {})) exported(`${place}.${name}`, one);
  };
  for (const [name, value] of Object.entries(page.types ?? {})) type(name, value);
  for (const [name, value] of Object.entries({ ...page.exports, ...page.globals })) exported(name, value);
  for (const [name, { is }] of Object.entries(page.names ?? {})) found.push([`names ${name}`, is]);
  for (const { exports } of page.routeFiles ?? []) for (const [name, route] of Object.entries(exports)) for (const param of route.params) gives(`file export ${name}`, param);
  return found;
}

function isKnown(page: LibraryDefinition, name: string): boolean {
  if (BUILT_IN.has(name)) return true;
  const [library, type] = name.includes('.') ? name.split('.') : [page.name, name];
  const owner = libraries.find((one) => one.name === library);
  return owner?.types !== undefined && Object.hasOwn(owner.types, type ?? '');
}

describe('pages', () => {
  it('bear different names', () => {
    const names = libraries.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(libraries.map((page) => [page.name, page] as const))('%s names only types that there are', (_, page) => {
    expect(namesIn(page).filter(([, name]) => !isKnown(page, name))).toEqual([]);
  });

  it('are data: a team can write the same in JSON', () => {
    for (const page of libraries) expect(JSON.parse(JSON.stringify(page))).toEqual(page);
  });
});
