import { after, find, inside, isAt, isMark, isOneOf, located, nameAt, partsOf } from './statement.ts';
import type { QualifiedName, Span, Statement } from './statement.ts';
import type { ColumnFact } from '../types.ts';
import { uuidIn } from './uuid-generators.ts';

/** The columns that CREATE TABLE declares, and ALTER TABLE adds or changes; each once, with what a constraint beside them says. */
export function declaredBy(statement: Statement, verb: 'create-table' | 'alter-table'): ColumnFact[] {
  const { tokens } = statement;
  const table = find(statement, { from: 0, to: tokens.length }, TABLE);
  let at = table + 1;
  while (isOneOf(statement, at, BEFORE_NAME)) at++;
  const name = nameAt(statement, at);
  if (!name) return [];
  if (verb === 'create-table') {
    return isMark(statement, name.next, '(') ? combined(partsOf(statement, inside(statement, name.next)).flatMap((part) => itemOf(statement, part))) : [];
  }
  return combined(partsOf(statement, { from: name.next, to: tokens.length }).flatMap((part) => actionOf(statement, part)));
}

/** What several statements say of one column is said together: `CREATE TABLE`, then `ADD CONSTRAINT … PRIMARY KEY`. */
export function combined(columns: readonly ColumnFact[]): ColumnFact[] {
  const byName = new Map<string, ColumnFact>();
  for (const column of columns) {
    const key = column.name.toLowerCase();
    const known = byName.get(key);
    byName.set(key, known ? together(known, column) : column);
  }
  return [...byName.values()];
}

function together(one: ColumnFact, other: ColumnFact): ColumnFact {
  const type = one.type ?? other.type;
  const uuid = one.uuid ?? other.uuid;
  return {
    name: one.name,
    at: one.at,
    isPrimary: one.isPrimary || other.isPrimary,
    ...(type !== undefined && { type }),
    ...((one.isReference || other.isReference) && { isReference: true }),
    ...(uuid && { uuid }),
  };
}

const TABLE = new Set(['table']);
const BEFORE_NAME = new Set(['if', 'not', 'exists', 'only']);

/** One item between the brackets of CREATE TABLE: a column or a constraint. */
function itemOf(statement: Statement, item: Span): ColumnFact[] {
  return constraintOf(statement, item) ?? columnOf(statement, item);
}

/** Keys and references that a table's constraint gives to columns; nothing where the item is a column. */
function constraintOf(statement: Statement, item: Span): ColumnFact[] | undefined {
  let { from } = item;
  if (isAt(statement, from, 'constraint')) from = nameAt(statement, from + 1)?.next ?? from + 1;
  if (isAt(statement, from, 'primary', 'key')) return keyColumns(statement, { from: from + 2, to: item.to }, { isPrimary: true });
  if (isAt(statement, from, 'foreign', 'key')) return keyColumns(statement, { from: from + 2, to: item.to }, { isPrimary: false, isReference: true });
  // SQL Server names its defaults: `ADD CONSTRAINT df_orders_id DEFAULT (newid()) FOR id`.
  if (from > item.from) return isAt(statement, from, 'default') ? namedDefault(statement, { from, to: item.to }) : [];
  return isOtherConstraint(statement, item) ? [] : undefined;
}

const FOR = new Set(['for']);

function namedDefault(statement: Statement, { from, to }: Span): ColumnFact[] {
  const target = find(statement, { from, to }, FOR);
  const name = nameAt(statement, target + 1);
  const uuid = uuidIn(statement, { from: from + 1, to: target });
  return name?.name === undefined ? [] : [{ name: name.name, at: name.at, isPrimary: false, ...(uuid && { uuid }) }];
}

function keyColumns(statement: Statement, { from, to }: Span, says: Pick<ColumnFact, 'isPrimary' | 'isReference'>): ColumnFact[] {
  let open = from;
  while (open < to && !isMark(statement, open, '(')) open++;
  if (open >= to) return [];
  return partsOf(statement, inside(statement, open)).flatMap((part) => {
    const name = nameAt(statement, part.from);
    return name?.name === undefined ? [] : [{ name: name.name, at: name.at, ...says }];
  });
}

/** An index or check. `key`, `index` and `check` are names of columns too: after those stands a type. */
function isOtherConstraint(statement: Statement, { from }: Span): boolean {
  const token = statement.tokens[from];
  if (token?.kind !== 'word') return false;
  const next = from + 1;
  switch (token.value) {
    case 'check':
    case 'unique':
      return isMark(statement, next, '(') || isOneOf(statement, next, AFTER_UNIQUE) || holdsNames(statement, next);
    case 'exclude':
      return isMark(statement, next, '(') || isAt(statement, next, 'using');
    case 'like':
    case 'fulltext':
    case 'spatial':
    case 'period':
    case 'partition':
      return true;
    case 'key':
    case 'index':
      return isMark(statement, next, '(') || holdsNames(statement, next) || isAt(statement, next, 'using');
    default:
      return false;
  }
}

const AFTER_UNIQUE = new Set(['key', 'index', 'nulls', 'clustered', 'nonclustered', 'using']);

/** `idx_total (total)`: a name, and names in brackets; `varchar(20)` has a number there. */
function holdsNames(statement: Statement, from: number): boolean {
  const name = nameAt(statement, from);
  if (!name) return false;
  const open = isAt(statement, name.next, 'using') ? name.next + 2 : name.next;
  const first = statement.tokens[open + 1];
  return isMark(statement, open, '(') && (first?.kind === 'word' || first?.kind === 'name') && first.value !== 'max';
}

/** Words that end a column's type, or the expression of its default. */
const AFTER_TYPE = new Set(
  ('not null default primary unique check references constraint collate generated comment on auto_increment autoincrement identity key invisible visible storage compression rowguidcol sparse first after using ' +
    'deferrable initially character_set charset virtual stored as encode distkey sortkey').split(' '),
);

function columnOf(statement: Statement, item: Span): ColumnFact[] {
  const name = nameAt(statement, item.from);
  return name?.name === undefined || isMark(statement, name.next, '(') ? [] : [described(statement, name, { from: name.next, to: item.to })];
}

/** A column by its name and what follows it. */
function described(statement: Statement, name: QualifiedName, { from, to }: Span): ColumnFact {
  const typeEnd = find(statement, { from, to }, AFTER_TYPE);
  const type = typeText(statement, { from, to: typeEnd });
  let isPrimary = false;
  let isReference = false;
  let uuid: ColumnFact['uuid'];
  for (let at = typeEnd; at < to; at = after(statement, at)) {
    if (isAt(statement, at, 'primary', 'key')) isPrimary = true;
    else if (isAt(statement, at, 'references')) isReference = true;
    else if (isAt(statement, at, 'default')) uuid ??= uuidIn(statement, { from: at + 1, to: endOfDefault(statement, at + 1, to) });
  }
  return { name: name.name ?? '', at: name.at, isPrimary, ...(type && { type }), ...(isReference && { isReference }), ...(uuid && { uuid }) };
}

function endOfDefault(statement: Statement, from: number, to: number): number {
  // `DEFAULT NULL` and `DEFAULT KEY …`: the first word is the value, whatever it is.
  return Math.max(from + 1, find(statement, { from: after(statement, from), to }, AFTER_TYPE));
}

/** `character varying(255)`, `timestamp with time zone`, `text[]`: as written, lower case, with single spaces. */
function typeText(statement: Statement, span: Span): string {
  const [start, end] = located(statement, span).range;
  return span.to > span.from ? statement.text.slice(start, end).toLowerCase().replace(/\s+/g, ' ').replace(/ ?([(,)\]]) ?/g, '$1').replaceAll('"', '') : '';
}

/** One action of ALTER TABLE. */
function actionOf(statement: Statement, action: Span): ColumnFact[] {
  const { from, to } = action;
  const first = statement.tokens[from];
  if (first?.kind !== 'word') return [];
  switch (first.value) {
    case 'add':
      return added(statement, { from: from + 1, to });
    case 'alter':
      return altered(statement, { from: from + 1, to });
    case 'modify':
      return columnOf(statement, { from: pastColumn(statement, from + 1), to });
    case 'change': {
      const old = nameAt(statement, pastColumn(statement, from + 1));
      return old ? columnOf(statement, { from: old.next, to }) : [];
    }
    default:
      return [];
  }
}

/** Past `COLUMN IF NOT EXISTS`. */
function pastColumn(statement: Statement, from: number): number {
  let at = isAt(statement, from, 'column') ? from + 1 : from;
  while (isOneOf(statement, at, BEFORE_NAME)) at++;
  return at;
}

function added(statement: Statement, { from, to }: Span): ColumnFact[] {
  // `ADD (a int, b int)` of MySQL and Oracle.
  if (isMark(statement, from, '(')) return partsOf(statement, inside(statement, from)).flatMap((part) => itemOf(statement, part));
  if (isAt(statement, from, 'column')) {
    const at = pastColumn(statement, from);
    return isMark(statement, at, '(') ? partsOf(statement, inside(statement, at)).flatMap((part) => itemOf(statement, part)) : columnOf(statement, { from: at, to });
  }
  return itemOf(statement, { from: pastColumn(statement, from), to });
}

/** `ALTER COLUMN id SET DEFAULT …`, `ALTER id TYPE uuid USING …`; SQL Server: `ALTER COLUMN id uniqueidentifier`. */
function altered(statement: Statement, { from, to }: Span): ColumnFact[] {
  const name = nameAt(statement, pastColumn(statement, from));
  if (name?.name === undefined) return [];
  const at = name.next;
  const said = { name: name.name, at: name.at, isPrimary: false };
  if (isAt(statement, at, 'set', 'default')) {
    const uuid = uuidIn(statement, { from: at + 2, to });
    return [{ ...said, ...(uuid && { uuid }) }];
  }
  const type = isAt(statement, at, 'set', 'data', 'type') ? at + 3 : isAt(statement, at, 'type') ? at + 1 : undefined;
  if (type !== undefined) return [{ ...said, type: typeText(statement, { from: type, to: find(statement, { from: type, to }, AFTER_TYPE) }) }];
  return isOneOf(statement, at, OTHER_CHANGES) ? [] : columnOf(statement, { from: pastColumn(statement, from), to });
}

const OTHER_CHANGES = new Set(['set', 'drop', 'add', 'reset', 'restart']);
