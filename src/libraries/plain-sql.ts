import { defineLibrary } from './definition.ts';

/** SQL that is handed to a function that nothing is known of: a client without a page, a wrapper that cannot be followed. */
export const plainSql = defineLibrary({
  name: 'sql',
  concern: 'database',
  modules: [],
  keyset: 'WHERE id > $1 ORDER BY id LIMIT 20',
});
