import type { SqlMention } from './sql-tables.ts';

/**
 * Reads one statement by PostgreSQL's own parser. What stands in holes is no text of it.
 * @returns `undefined` where PostgreSQL does not take it: another dialect, a part of a statement
 */
export type PostgresReader = (text: string, holes: readonly { readonly start: number; readonly end: number }[]) => readonly SqlMention[] | undefined;

/** Loads the parser, which takes longer than most projects have SQL to read: only where there is some. */
export async function loadPostgres(): Promise<PostgresReader> {
  const { loadModule, parseSync } = await import('libpg-query');
  await loadModule();
  return (text, holes) => {
    let tree: unknown;
    try {
      tree = parseSync(withoutHoles(text, holes));
    } catch {
      return undefined;
    }
    return readTree(tree, text);
  };
}

/** A hole is a parameter to PostgreSQL; the rest keeps its place. */
function withoutHoles(text: string, holes: Parameters<PostgresReader>[1]): string {
  let out = text;
  holes.forEach(({ start, end }, index) => {
    if (start < 0 || end > text.length) return;
    const parameter = `$${index + 1}`;
    if (end - start >= parameter.length) out = out.slice(0, start) + parameter.padEnd(end - start) + out.slice(end);
  });
  return out;
}

type Tree = Readonly<Record<string, unknown>>;

interface Range {
  readonly relname?: string;
  readonly schemaname?: string;
  readonly relpersistence?: string;
  readonly location?: number;
}

/** Where the walk is: what a table there is for, and the queries that have a name. */
interface Where {
  readonly role: SqlMention['role'];
  readonly effect: SqlMention['effect'];
  readonly common: ReadonlySet<string>;
  /** In the list of a FROM: what is not its first is joined. */
  readonly isFrom: boolean;
}

function readTree(tree: unknown, text: string): SqlMention[] | undefined {
  const statements = (tree as { readonly stmts?: readonly { readonly stmt?: Tree }[] }).stmts ?? [];
  const place = placesIn(text);
  const found: SqlMention[] = [];
  let isKnown = true;
  const add = ({ relname, schemaname, relpersistence, location = 0 }: Range, { role, effect, common }: Where): void => {
    if (relname === undefined || (schemaname === undefined && common.has(relname))) return;
    const [start, end] = place(location);
    // As it is written, not as PostgreSQL folds it: messages show it so.
    const [name = relname, schema = schemaname] = partsOf(text.slice(start, end)).reverse();
    found.push({ name, ...(schemaname !== undefined && { schema }), start, end, role, effect, ...(role === 'creates' && relpersistence === 't' && { isTemporary: true }) });
  };
  const visit = (value: unknown, where: Where): void => {
    if (Array.isArray(value)) return value.forEach((one, index) => visit(one, where.isFrom && index > 0 ? { ...where, role: 'join' } : where));
    if (typeof value !== 'object' || value === null) return;
    const node = value as Tree;
    const here = { ...withCommon(node, where), isFrom: false };
    for (const [key, child] of Object.entries(node)) {
      if (key === 'RangeVar') add(child as Range, here);
      else if (isRange(child)) add(child, named(key, here));
      else visit(child, within(key, here));
    }
  };
  for (const { stmt } of statements) {
    // Names in these have no place in the tree.
    if (Object.keys(stmt ?? {}).some((kind) => WITHOUT_PLACES.has(kind))) isKnown = false;
    visit(stmt, statementRole(stmt));
  }
  return isKnown ? found : undefined;
}

/** Statements whose tables are no nodes of the tree, or stand in text. */
const WITHOUT_PLACES = new Set(['DropStmt', 'CommentStmt', 'GrantStmt', 'CreateFunctionStmt', 'DoStmt']);

const READ: Where = { role: 'query', effect: 'read', common: new Set(), isFrom: false };

function statementRole(statement: Tree | undefined): Where {
  const kind = Object.keys(statement ?? {})[0] ?? '';
  if (kind === 'TruncateStmt') return { ...READ, effect: 'write' };
  return /^(?:Alter|Index|CreateTrig|CreatePolicy|RefreshMatView|Rename|Lock|Rule)/.test(kind) ? { ...READ, role: 'migration', effect: 'write' } : READ;
}

/** A table that is a field of its statement, and not in a list: `relation` of INSERT, `pktable` of a foreign key. */
function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && typeof (value as Range).relname === 'string' && 'relpersistence' in value;
}

/** What the table in a field of a statement is for. */
function named(key: string, where: Where): Where {
  return key === 'pktable' ? { ...where, role: 'foreign-key', effect: 'read' } : where;
}

/** What tables below a key are for. */
function within(key: string, where: Where): Where {
  switch (key) {
    case 'CreateStmt':
    case 'ViewStmt':
    case 'CreateTableAsStmt':
    case 'IntoClause':
    case 'into':
    case 'intoClause':
      return { ...where, role: 'creates', effect: 'write' };
    case 'inhRelations':
    case 'tableElts':
    case 'cmds':
      return { ...where, role: 'foreign-key', effect: 'read' };
    case 'InsertStmt':
    case 'UpdateStmt':
    case 'DeleteStmt':
    case 'MergeStmt':
    case 'CopyStmt':
      return { ...where, role: 'query', effect: 'write' };
    case 'SelectStmt':
    case 'selectStmt':
    case 'query':
    case 'usingClause':
    case 'sourceRelation':
    case 'whereClause':
    case 'targetList':
    case 'withClause':
      return { ...where, role: 'query', effect: 'read' };
    case 'fromClause':
      return { ...where, role: 'query', effect: 'read', isFrom: true };
    case 'rarg':
      return { ...where, role: 'join', effect: 'read' };
    default:
      return where;
  }
}

/** The queries that WITH names are no tables below it. */
function withCommon(node: Tree, where: Where): Where {
  const clause = node['withClause'] as { readonly ctes?: readonly { readonly CommonTableExpr?: { readonly ctename?: string } }[] } | undefined;
  const names = (clause?.ctes ?? []).flatMap(({ CommonTableExpr }) => CommonTableExpr?.ctename ?? []);
  return names.length === 0 ? where : { ...where, common: new Set([...where.common, ...names]) };
}

function partsOf(qualified: string): string[] {
  return (qualified.match(/"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*/gu) ?? []).map((part) => (part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part));
}

const QUALIFIED = /(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*)(?:\s*\.\s*(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*))*/uy;

/** Start and end of the name at an offset of PostgreSQL's, which counts bytes. */
function placesIn(text: string): (location: number) => [number, number] {
  let offsets: number[] | undefined;
  const isPlain = !/[^\x00-\x7f]/.test(text);
  return (location) => {
    if (!isPlain) offsets ??= offsetsOf(text);
    const start = offsets?.[location] ?? location;
    QUALIFIED.lastIndex = start;
    return [start, start + (QUALIFIED.exec(text)?.[0].length ?? 0)];
  };
}

function offsetsOf(text: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const char of text) {
    for (let byte = Buffer.byteLength(char); byte > 0; byte -= 1) offsets.push(at);
    at += char.length;
  }
  offsets.push(at);
  return offsets;
}
