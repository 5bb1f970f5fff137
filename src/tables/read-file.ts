import type { Module, Outlook } from '../arch/index.ts';
import { readPrismaTables, readSqlTables, readTables, sourceFileOf, type SourceFile, type Surroundings, type TableFacts, type TableUse } from '../facts/index.ts';
import type { PostgresReader } from './postgres.ts';
import { tablesInSql } from './sql-tables.ts';
import type { Declared, FileTables, Relation } from './types.ts';

type Libraries = NonNullable<Parameters<typeof readTables>[2]>['libraries'];

const files = new WeakMap<object, SourceFile>();

/** The project, as the facts reader asks for it. */
export function surroundingsOf(outlook: Outlook): Surroundings {
  return {
    root: outlook.root,
    resolve: (from, specifier) => outlook.resolve(from, specifier),
    read(path) {
      const module = outlook.read(path);
      if (module === undefined) return undefined;
      let file = files.get(module.program);
      if (!file) files.set(module.program, (file = sourceFileOf(module.path, module.text, module.program)));
      return file;
    },
  };
}

/** What a file on disk says of tables; nothing where it cannot be read. */
export function readFileTables(outlook: Outlook, path: string, libraries: Libraries, postgres: PostgresReader | undefined): FileTables | undefined {
  const facts = factsOf(outlook, path, libraries);
  return facts && tablesOfFile(outlook, path, facts, postgres);
}

function factsOf(outlook: Outlook, path: string, libraries: Libraries): TableFacts | undefined {
  if (/\.(?:sql|prisma)$/.test(path)) {
    const text = outlook.text(path);
    return text === undefined ? undefined : path.endsWith('.sql') ? readSqlTables(text) : readPrismaTables(text);
  }
  const surroundings = surroundingsOf(outlook);
  const file = surroundings.read(path);
  return file && readTables(file, surroundings, { ...(libraries && { libraries }) });
}

/** What a file says of tables: its SQL becomes declarations and uses like all others. */
export function tablesOfFile(outlook: Outlook, path: string, facts: TableFacts, postgres: PostgresReader | undefined): FileTables {
  const uses: TableUse[] = [...facts.uses];
  const declared: Declared[] = facts.declared.map((one) => ownedBy(outlook, path, one));
  for (const sql of facts.sql) {
    const base = { library: sql.library, certainty: sql.certainty };
    const at = (start: number, end: number): TableUse['at'] => sql.usedAt ?? { range: [start + sql.start, end + sql.start] };
    const read = tablesInSql(sql, postgres);
    for (const { name, schema, start, end, role, effect, isTemporary } of read.mentions) {
      const named = { name, ...(schema !== undefined && { schema }) };
      if (role !== 'creates') uses.push({ ...base, tie: role, effect, target: named, at: at(start, end) });
      else if (!isTemporary && !name.startsWith('#')) declared.push(ownedBy(outlook, path, { library: sql.library, table: name, ...(schema !== undefined && { schema }), at: at(start, end) }));
    }
    for (const { target, start, end, role, effect } of read.held) uses.push({ ...base, tie: role, effect, target, at: at(start, end) });
    for (const { start, end } of read.dynamic) uses.push({ ...base, tie: 'query', effect: 'read', at: at(start, end) });
  }
  const relations = uses.flatMap((use): Relation[] => (use.relation ? [{ owner: { name: use.relation.owner.name, path: use.relation.owner.declaredIn ?? path }, property: use.relation.property, use }] : []));
  return { path, declared, uses: uses.filter(({ certainty }) => certainty !== 'guess').sort((a, b) => a.at.range[0] - b.at.range[0]), followed: facts.followed.filter(({ certainty }) => certainty !== 'guess'), relations };
}

function ownedBy(outlook: Outlook, path: string, declaration: TableFacts['declared'][number]): Declared {
  const told = declaration.module === undefined ? undefined : outlook.modules.find(({ name }) => name === declaration.module);
  const owner = told ?? outlook.placeOf(path).module ?? (path.endsWith('.prisma') ? moduleOfSchema(outlook, path) : undefined);
  return { ...declaration, path, ...(owner && { owner }), ...(told && { isTold: true }) };
}

/** A schema that is split by module: `prisma/schema/billing.prisma`, `prisma/billing/invoice.prisma`. */
function moduleOfSchema({ modules, root }: Outlook, path: string): Module | undefined {
  const names = path.slice(root.length + 1).replace(/\.prisma$/, '').split('/').reverse();
  for (const name of names) {
    const found = modules.find((module) => module.name.toLowerCase() === name.toLowerCase());
    if (found) return found;
  }
  return undefined;
}
