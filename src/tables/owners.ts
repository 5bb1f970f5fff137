import type { Module, Outlook } from '../arch/index.ts';
import type { TableName } from '../facts/index.ts';
import type { Declared, FileTables, Ownership, Relation } from './types.ts';

/** What the configuration says of a table. */
type Told = 'shared' | Module;

/** Who owns which table: by where it is declared, or as the configuration tells. */
export class TableOwners {
  readonly #byTable = new Map<string, Declared[]>();
  readonly #byEntity = new Map<string, Declared[]>();
  readonly #byFile = new Map<string, Declared[]>();
  readonly #relations = new Map<string, Relation[]>();
  readonly #told: ReadonlyMap<string, Told>;
  readonly #outlook: Outlook;
  readonly #files: readonly FileTables[];

  /** @param files what the files of the project say, those that declare tables or relations */
  constructor(outlook: Outlook, files: readonly FileTables[]) {
    this.#told = toldBy(outlook);
    this.#outlook = outlook;
    this.#files = files;
    for (const file of inOrder(files)) this.#add(file);
  }

  #add({ path, declared, relations }: FileTables): void {
    for (const one of declared) {
      push(this.#byFile, path, one);
      if (one.table !== undefined) push(this.#byTable, one.table.toLowerCase(), one);
      if (one.entity !== undefined) for (const name of new Set([one.entity, lowerFirst(one.entity)])) push(this.#byEntity, name, one);
    }
    for (const one of relations) push(this.#relations, one.property, one);
  }

  /** The owners as they are with a file whose text is not saved. */
  with(file: FileTables): TableOwners {
    const index = this.#files.findIndex(({ path }) => path === file.path);
    if (index < 0 && file.declared.length === 0 && file.relations.length === 0) return this;
    return new TableOwners(this.#outlook, index < 0 ? inOrder([...this.#files, file]) : this.#files.with(index, file));
  }

  /** Every declaration, in the order of their files. */
  get declared(): readonly Declared[] {
    return [...this.#byFile.values()].flat();
  }

  /** The declarations that a name may mean: the one that its binding leads to, else those that bear it. */
  declarationsOf({ name, schema, declaredIn }: TableName, library: string): readonly Declared[] {
    if (declaredIn !== undefined) {
      const inFile = this.#byFile.get(declaredIn) ?? [];
      const own = inFile.filter(({ entity, table }) => entity === name || table === name);
      if (own.length > 0) return own;
      // A class whose table another file declares: `new EntitySchema({ class: Invoice })`.
      return (this.#byEntity.get(name) ?? []).filter((one) => one.library === library);
    }
    const entities = schema === undefined ? (this.#byEntity.get(name) ?? []).filter((one) => one.library === library) : [];
    if (entities.length > 0) return entities;
    return (this.#byTable.get(name.toLowerCase()) ?? []).filter((one) => isSameSchema(one.schema, schema));
  }

  /** Whose a table is that is named so. */
  of(target: TableName, library: string): Ownership {
    const declared = this.declarationsOf(target, library);
    return this.#owned(declared) ?? this.#toldOf(target) ?? { is: 'unknown' };
  }

  /** Whose a declared table is. */
  ofDeclared(declared: Declared): Ownership {
    const table = declared.table;
    const same = table === undefined ? [declared] : (this.#byTable.get(table.toLowerCase()) ?? []).filter((one) => one === declared || (!one.mayBeEmbedded && !declared.mayBeEmbedded && isSameSchema(one.schema, declared.schema)));
    return this.#owned(same) ?? { is: 'unknown' };
  }

  #owned(declared: readonly Declared[]): Ownership | undefined {
    const [first] = declared;
    if (!first) return undefined;
    for (const one of declared) {
      const told = this.#toldOf({ name: one.table ?? one.entity ?? '', ...(one.schema !== undefined && { schema: one.schema }) }) ?? (one.entity === undefined ? undefined : this.#toldOf({ name: one.entity }));
      if (told) return { ...told, declared: declared.find(({ owner }) => told.is !== 'module' || owner === told.module) ?? one };
    }
    const said = declared.filter(({ isTold }) => isTold);
    const owned = (said.length > 0 ? said : declared).filter(({ owner }) => owner !== undefined);
    const modules = [...new Set(owned.flatMap(({ owner }) => owner ?? []))];
    const [module] = modules;
    if (!module) return { is: 'nobody', declared: first };
    return modules.length > 1 ? { is: 'several', modules, declared: owned } : { is: 'module', module, declared: owned[0] ?? first, isConfigured: false };
  }

  #toldOf({ name, schema }: TableName): Extract<Ownership, { is: 'module' | 'shared' }> | undefined {
    const told = (schema === undefined ? undefined : this.#told.get(`${schema}.${name}`.toLowerCase())) ?? this.#told.get(name.toLowerCase());
    return told === undefined ? undefined : told === 'shared' ? { is: 'shared' } : { is: 'module', module: told, isConfigured: true };
  }

  /** The relation that an entity holds under a property. */
  relationOf(from: TableName, property: string, library: string): Relation | undefined {
    const found = this.#relations.get(property) ?? [];
    const paths = new Set(this.declarationsOf(from, library).map(({ path }) => path));
    const exact = found.filter(({ owner }) => isNamed(from, owner.name) && (from.declaredIn === undefined ? paths.size === 0 || paths.has(owner.path) : from.declaredIn === owner.path || paths.has(owner.path)));
    return exact[0] ?? found.find(({ owner, use }) => use.library === library && paths.has(owner.path)) ?? found.find(({ owner, use }) => use.library === library && isNamed(from, owner.name));
  }
  /** The relation under a property that only one entity of the library has. */
  relationOfAny(property: string, library: string): Relation | undefined {
    const found = (this.#relations.get(property) ?? []).filter(({ use }) => use.library === library);
    return new Set(found.map(({ use }) => use.target?.name)).size === 1 ? found[0] : undefined;
  }

  /** Whether an entity holds the key of a relation to another. */
  holdsKey(from: string, to: string, library: string): boolean {
    for (const relations of this.#relations.values()) {
      if (relations.some(({ owner, use }) => use.library === library && use.tie === 'foreign-key' && owner.name === from && use.target?.name === to)) return true;
    }
    return false;
  }
}

/** The order of the command, which decides where a table with two owners is reported. */
function inOrder(files: readonly FileTables[]): FileTables[] {
  return files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

function isNamed({ name }: TableName, owner: string): boolean {
  return name === owner || lowerFirst(name) === lowerFirst(owner);
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** `public` and its like are what is meant where no schema is written. */
function isSameSchema(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one.toLowerCase() === other.toLowerCase();
}

/** The owners that `tables` names: each is a module, which the configuration is checked for. */
function toldBy({ tables, modules }: Outlook): Map<string, Told> {
  return new Map(
    Object.entries(tables).flatMap(([table, owner]): [string, Told][] => {
      const told = owner === 'shared' ? owner : modules.find(({ name }) => name === owner);
      return told === undefined ? [] : [[table.replace(/["'`[\]]/g, '').toLowerCase(), told]];
    }),
  );
}
