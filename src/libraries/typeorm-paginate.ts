import { defineLibrary } from './definition.ts';
import type { Call } from './definition.ts';
import { each } from './shapes.ts';

// Source: type declarations and README of nestjs-typeorm-paginate 4.1 (always by page number), nestjs-paginate 15 (`config.select` names the columns) and
// typeorm-cursor-pagination 0.11 (by cursor).

const page = { items: 'rows', meta: 'scalar', links: 'scalar' } as const;

/** Whatever the options are called, they hold the number of a page. */
function pages(gives: Call['gives'] & {}): Call {
  const call = { query: 'read', entity: '0', page: true, gives } as const;
  return { ...call, offset: '1', overloads: [{ when: { at: '1', is: 'object' }, ...call, offset: '1.page' }] };
}

export const nestjsTypeormPaginate = defineLibrary({
  name: 'nestjs-typeorm-paginate',
  concern: 'database',
  modules: ['nestjs-typeorm-paginate'],
  exports: {
    ...each('paginate paginateRaw', { call: pages(page) }),
    paginateRawAndEntities: { call: pages([page, 'rows']) },
  },
  keyset: 'where: { id: MoreThan(lastId) }, take: 20',
});

export const nestjsPaginate = defineLibrary({
  name: 'nestjs-paginate',
  concern: 'database',
  modules: ['nestjs-paginate'],
  exports: { paginate: { call: { query: 'read', entity: '1', columns: '2.select', gives: { data: 'rows', meta: 'scalar', links: 'scalar' } } } },
});

export const typeormCursorPagination = defineLibrary({
  name: 'typeorm-cursor-pagination',
  concern: 'database',
  modules: ['typeorm-cursor-pagination'],
  exports: { buildPaginator: { call: { gives: 'paginator', entity: '0.entity' } } },
  types: { paginator: { methods: { paginate: { query: 'read', cursor: '0', gives: { data: 'rows', cursor: 'scalar' } } } } },
});
