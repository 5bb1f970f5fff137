import type { SqlStatement, SqlText, TableName, TableTie } from '../facts/index.ts';
import type { PostgresReader } from './postgres.ts';

/** A table, view or part of one that SQL names. */
export interface SqlMention {
  readonly name: string;
  readonly schema?: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly role: TableTie | 'creates';
  readonly effect: 'read' | 'write';
  readonly isTemporary?: boolean;
}

/** What SQL says of tables: what it names, and what only the running program knows. */
export interface SqlTables {
  readonly mentions: readonly SqlMention[];
  /** Tables in holes. */
  readonly held: readonly { readonly target: TableName; readonly start: number; readonly end: number; readonly role: TableTie; readonly effect: 'read' | 'write' }[];
  readonly dynamic: readonly { readonly start: number; readonly end: number }[];
}

/**
 * The tables of SQL. Each statement is read by PostgreSQL's own parser, where it is given and takes the statement; the others word by word.
 */
export function tablesInSql(sql: SqlText, postgres: PostgresReader | undefined): SqlTables {
  const found = sql.statements.map((statement) => inStatement(sql, statement, postgres));
  const all = found.flatMap(({ mentions }) => mentions);
  // A statement in the body of another is read once.
  const unique = [...new Map(all.map((one) => [`${one.start} ${one.role}`, one])).values()];
  const temporary = new Set(unique.filter(({ isTemporary }) => isTemporary).map(({ name }) => name.toLowerCase()));
  return {
    mentions: unique.filter(({ name, schema }) => schema !== undefined || !temporary.has(name.toLowerCase())),
    held: found.flatMap(({ held }) => held),
    dynamic: found.flatMap(({ dynamic }) => dynamic),
  };
}

function inStatement(sql: SqlText, statement: SqlStatement, postgres: PostgresReader | undefined): SqlTables {
  const [start, end] = statement.at.range;
  const read = statement.verb === 'fragment' ? undefined : postgres?.(sql.text.slice(start, end), sql.holes.map((hole) => ({ start: hole.start - start, end: hole.end - start })));
  const words = byWords(sql, statement);
  if (!read) return words;
  return { mentions: read.map((one) => ({ ...one, start: one.start + start, end: one.end + start })), held: words.held, dynamic: words.dynamic };
}

/** Tables by the words before them. */
function byWords({ text, holes }: SqlText, statement: SqlStatement): SqlTables {
  const [from] = statement.at.range;
  const mentions: SqlMention[] = [];
  const held: SqlTables['held'][number][] = [];
  const dynamic: SqlTables['dynamic'][number][] = [];
  for (const { name, schema, parameter, at } of statement.tables) {
    const [start, end] = at.range;
    const before = text.slice(from, start);
    const said = roleOf(before);
    if (name !== undefined) {
      mentions.push({ name, ...(schema !== undefined && { schema }), start, end, ...said });
      continue;
    }
    const hole = parameter?.style === 'hole' ? holes[Number(parameter.key)] : undefined;
    if (hole?.target) held.push({ target: hole.target, start: hole.start, end: hole.end, role: said.role === 'creates' ? 'migration' : said.role, effect: said.effect });
    else if (hole && !hole.isSql) dynamic.push({ start: hole.start, end: hole.end });
  }
  const view = viewIn(text.slice(...statement.at.range));
  if (view) mentions.unshift({ ...view, start: view.start + from, end: view.end + from });
  mentions.push(...otherTablesIn(text.slice(...statement.at.range), from, statement));
  return { mentions, held, dynamic };
}

const NAME = String.raw`(?:"[^"]+"|\x60[^\x60]+\x60|\[[^\]]+\]|[\w$]+)`;
const VIEW = new RegExp(String.raw`^\s*create\s+(?:or\s+replace\s+)?(?:(temp|temporary)\s+)?(?:recursive\s+)?(?:materialized\s+)?view\s+(?:if\s+not\s+exists\s+)?((?:(${NAME})\.)?(${NAME}))`, 'i');

const OTHERS = new RegExp(String.raw`\b(refresh\s+materialized\s+view(?:\s+concurrently)?\s+|inherits\s*\(\s*|partition\s+of\s+|(?<=\(\s*)like\s+)((?:(${NAME})\.)?(${NAME}))`, 'gi');

/** Tables that one is made of, and views that are made anew. */
function otherTablesIn(text: string, from: number, { verb }: SqlStatement): SqlMention[] {
  if (verb !== 'create-table' && !/^\s*refresh\b/i.test(text)) return [];
  return [...text.matchAll(OTHERS)].map(({ index, 0: whole, 1: words = '', 2: qualified = '', 3: schema, 4: name = '' }): SqlMention => {
    const end = from + index + whole.length;
    const said: Said = /^refresh/i.test(words) ? CHANGES : { role: 'foreign-key', effect: 'read' };
    return { name: bareName(name), ...(schema !== undefined && { schema: bareName(schema) }), start: end - qualified.length, end, ...said };
  });
}

function viewIn(text: string): SqlMention | undefined {
  const match = VIEW.exec(text);
  if (!match) return undefined;
  const [whole, temporary, qualified = '', schema, name = ''] = match;
  const start = match.index + whole.length - qualified.length;
  return { name: bareName(name), ...(schema !== undefined && { schema: bareName(schema) }), start, end: start + qualified.length, role: 'creates', effect: 'write', ...(temporary !== undefined && { isTemporary: true }) };
}

function bareName(name: string): string {
  return name.replace(/^["'`[]|["'`\]]$/g, '');
}

type Said = Pick<SqlMention, 'role' | 'effect' | 'isTemporary'>;

const READS: Said = { role: 'query', effect: 'read' };
const WRITES: Said = { role: 'query', effect: 'write' };
const CHANGES: Said = { role: 'migration', effect: 'write' };

/** What a table is there for, by the words before its name. */
function roleOf(before: string): Said {
  const words = before.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ').replace(/\b(?:only|if|not|exists|concurrently|lateral|low_priority|ignore|quick)\b/gi, ' ').replace(/\s+/g, ' ').trimEnd().toLowerCase();
  if (words.endsWith('references')) return { role: 'foreign-key', effect: 'read' };
  if (/\bcreate (?:or replace )?(?:(?:global|local) )?(?:temp|temporary) table$/.test(words)) return { role: 'creates', effect: 'write', isTemporary: true };
  if (/\bcreate (?:\w+ )?table$/.test(words)) return { role: 'creates', effect: 'write' };
  if (/\binto (?:temp|temporary)(?: table)?$/.test(words)) return { role: 'creates', effect: 'write', isTemporary: true };
  if (/\b(?:alter|drop|rename|lock|comment on) (?:foreign )?(?:table|view)$/.test(words) || (/ on$/.test(words) && /^create /.test(words))) return CHANGES;
  if (/\b(?:into|update|delete from|truncate|truncate table|copy)$/.test(words)) return WRITES;
  if (/^(?:drop|truncate)\b/.test(words)) return words.startsWith('drop') ? CHANGES : WRITES;
  return /(?:\bjoin|,)$/.test(words) ? { role: 'join', effect: 'read' } : READS;
}
