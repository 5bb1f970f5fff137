import type { Call } from './definition.ts';
import { each } from './shapes.ts';

// Source: typeorm 1.1 type declarations, Repository and EntityManager: the same methods, the manager's with the entity before the other arguments.

type Calls = { readonly [name: string]: Call };

function finders(first: 0 | 1): Calls {
  const entity = first === 1 ? { entity: '0' } : {};
  const options = { columns: `${first}.select`, offset: `${first}.skip`, where: `${first}.where`, follows: `${first}.relations` };
  const by = { where: `${first}` };
  return {
    find: { query: 'read', gives: 'rows', ...options, ...entity },
    findBy: { query: 'read', gives: 'rows', ...by, ...entity },
    findAndCount: { query: 'read', gives: ['rows', 'scalar'], ...options, ...entity },
    findAndCountBy: { query: 'read', gives: ['rows', 'scalar'], ...by, ...entity },
    ...each('findOne findOneOrFail', { query: 'read', gives: 'row', ...options, ...entity }),
    ...each('findOneBy findOneByOrFail findOneById', { query: 'read', gives: 'row', ...by, ...entity }),
    findByIds: { query: 'read', gives: 'rows', ...by, ...entity },
    ...each('exist exists existsBy count countBy sum average minimum maximum', { query: 'read', narrow: true, gives: 'scalar', ...entity }),
    preload: { query: 'read', gives: 'row', ...entity },
  };
}

/** `repository.save(order)`, `manager.save(order)`, `manager.save(Order, { … })`; the same with arrays. */
function saves(first: 0 | 1): Call {
  const write = { query: 'write', values: '0[]', gives: 'row' } as const;
  const list = { when: { at: '0', is: 'array' }, ...write, gives: 'rows' } as const;
  if (first === 0) return { ...write, overloads: [list] };
  const named = { query: 'write', entity: '0', values: '1[]', gives: 'row' } as const;
  return { ...write, overloads: [list, { when: { at: '0', is: 'class' }, ...named }, { when: { at: '0', is: 'text' }, ...named }] };
}

function writes(first: 0 | 1): Calls {
  const entity = first === 1 ? { entity: '0' } : {};
  const made = { values: `${first}[]`, gives: 'row', ...entity } as const;
  return {
    ...each('save softRemove recover remove', saves(first)),
    insert: { query: 'write', values: `${first}[]`, gives: 'scalar', ...entity },
    upsert: { query: 'write', values: `${first}[]`, gives: 'scalar', ...entity },
    update: { query: 'write', where: `${first}`, values: `${first + 1}`, gives: 'scalar', ...entity },
    updateAll: { query: 'write', values: `${first}`, gives: 'scalar', ...entity },
    ...each('delete softDelete restore increment decrement', { query: 'write', where: `${first}`, gives: 'scalar', ...entity }),
    ...each('deleteAll clear', { query: 'write', gives: 'scalar', ...entity }),
    // These only build or change an object: nothing is stored by them.
    create: { ...made, overloads: [{ when: { at: `${first}`, is: 'array' }, ...made, gives: 'rows' }] },
    merge: first === 0 ? { values: 'rest:1', gives: 'argument' } : { values: 'rest:2', gives: 'row', ...entity },
    ...each('getId hasId', { gives: 'scalar' }),
  };
}

export const typeormFinders = finders(0);
export const typeormFindersOf = finders(1);
export const typeormWrites = writes(0);
export const typeormWritesOf = writes(1);
