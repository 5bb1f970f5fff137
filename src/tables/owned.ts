import { relative } from 'node:path/posix';
import type { Outlook } from '../arch/index.ts';
import type { TableOwners } from './owners.ts';
import type { Declared, FileTables, Ownership } from './types.ts';

/** A table of the database, with everyone who has to do with it, for people. */
export interface OwnedTable {
  readonly name: string;
  /** Who owns it; nothing where nobody does. */
  readonly owner?: string;
  /** Where it is declared, relative to the root. */
  readonly file: string;
  /** The other modules that use it, by name. */
  readonly users: readonly string[];
}

/** Every table that the project declares, by name. */
export function ownedTables(outlook: Outlook, owners: TableOwners, files: readonly FileTables[]): OwnedTable[] {
  const tables = new Map<string, { readonly declared: Declared; readonly users: Set<string> }>();
  for (const declared of owners.declared) if (!tables.has(keyOf(declared))) tables.set(keyOf(declared), { declared, users: new Set() });
  for (const { path, uses } of files) {
    const user = outlook.placeOf(path).module?.name;
    for (const { target, library } of uses) {
      const [declared] = target === undefined ? [] : owners.declarationsOf(target, library);
      if (user !== undefined && declared !== undefined) tables.get(keyOf(declared))?.users.add(user);
    }
  }
  return [...tables.values()]
    .map(({ declared, users }) => {
      const ownership = owners.ofDeclared(declared);
      const owner = ownerName(ownership) ?? (outlook.placeOf(declared.path).zone === 'shared' ? 'shared kernel' : undefined);
      // Of several declarations, the owner's own tells most.
      const { path } = ownership.is === 'module' ? (ownership.declared ?? declared) : declared;
      return { name: nameOf(declared), ...(owner !== undefined && { owner }), file: relative(outlook.root, path), users: [...users].filter((user) => user !== owner).sort() };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** An entity and a migration that declare the same table are one. */
function keyOf({ schema, table, entity }: Declared): string {
  return `${schema ?? ''}.${table ?? entity ?? ''}`.toLowerCase();
}

function nameOf({ schema, table, entity }: Declared): string {
  const name = table ?? entity ?? '';
  return schema === undefined ? name : `${schema}.${name}`;
}

function ownerName(ownership: Ownership): string | undefined {
  switch (ownership.is) {
    case 'module':
      return ownership.module.name;
    case 'shared':
      return 'shared';
    case 'several':
      return ownership.modules.map(({ name }) => name).join(' and ');
    default:
      return undefined;
  }
}
