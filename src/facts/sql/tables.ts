import { after, inside, isAt, isMark, isOneOf, nameAt } from './statement.ts';
import type { Statement } from './statement.ts';
import type { SqlTable } from './types.ts';

/** Words after which a table is named. */
const NAMES_TABLE = new Set(['from', 'join', 'straight_join', 'into', 'update', 'references', 'truncate', 'copy', 'apply']);
/** Words between such a word, or TABLE, and the name. */
const BETWEEN = new Set(['only', 'lateral', 'if', 'not', 'exists', 'low_priority', 'ignore', 'table', 'overwrite', 'quick', 'concurrently']);
/** Words that end the list of a FROM. */
const ENDS_LIST = new Set(['where', 'group', 'order', 'having', 'limit', 'offset', 'union', 'except', 'intersect', 'set', 'values', 'returning', 'select', 'window', 'fetch', 'for', 'when', 'on', 'using', 'do', 'cascade', 'restrict']);
/** Words that are no table where a name is expected: `FOR UPDATE OF …`, `ON UPDATE CASCADE`, `DO UPDATE SET`. */
const NO_TABLE = new Set(['set', 'cascade', 'restrict', 'no', 'select', 'values', 'of', 'skip', 'nowait', 'where', 'as', 'outfile', 'dumpfile', 'stdin', 'stdout', 'program', 'default', 'end', 'current_timestamp', 'on', 'then', 'and', 'or', 'strict']);
const STARTS_QUERY = new Set(['select', 'with', 'delete', 'insert', 'update', 'merge', 'values']);

/** What is known while the tokens of one bracket are passed. */
interface Level {
  /** FROM in it is the clause, and not part of `extract(year from …)`. */
  readonly hasClauses: boolean;
  isList: boolean;
}

/** Tables that a statement names, in order; queries that WITH names are none. */
export function tablesIn(statement: Statement): SqlTable[] {
  const { tokens } = statement;
  const common = commonTables(statement);
  const found: SqlTable[] = [];
  const levels: Level[] = [{ hasClauses: true, isList: false }];
  let isExpected = false;
  for (let at = 0; at < tokens.length; at++) {
    const level = levels.at(-1) as Level;
    if (isMark(statement, at, '(')) {
      const isJoin: boolean = isExpected && !isOneOf(statement, at + 1, STARTS_QUERY) && !isMark(statement, at + 1, '(');
      levels.push({ hasClauses: isExpected || isQueryAt(statement, at + 1), isList: false });
      isExpected = isJoin;
      continue;
    }
    if (isMark(statement, at, ')')) {
      if (levels.length > 1) levels.pop();
      isExpected = false;
      continue;
    }
    if (isMark(statement, at, ',')) {
      isExpected = level.isList;
      continue;
    }
    if (isExpected) {
      if (isOneOf(statement, at, BETWEEN)) continue;
      isExpected = false;
      const name = isOneOf(statement, at, NO_TABLE) ? undefined : nameAt(statement, at);
      if (name) {
        const isCall = level.isList && isMark(statement, name.next, '(');
        const isCommon = name.schema === undefined && name.name !== undefined && common.has(name.name.toLowerCase());
        if (!isCall && !isCommon) {
          const { next: _, ...table } = name;
          found.push(table);
        }
        at = name.next - 1;
        continue;
      }
    }
    if (namesTable(statement, at, level)) {
      isExpected = true;
      level.isList = isOneOf(statement, at, LISTS) || (isAt(statement, at, 'table') && isOneOf(statement, 0, LISTING));
    } else if (isUsing(statement, at)) {
      isExpected = true;
      level.isList = true;
    } else if (isOneOf(statement, at, ENDS_LIST)) level.isList = false;
  }
  return found;
}

/** Words after which several tables may be named with commas. */
const LISTS = new Set(['from', 'join', 'truncate']);
const LISTING = new Set(['drop', 'truncate', 'lock']);

function isQueryAt(statement: Statement, at: number): boolean {
  return isOneOf(statement, at, STARTS_QUERY) || isMark(statement, at, '(');
}

/** `DELETE … USING other`, `MERGE INTO t USING s`; not `JOIN … USING (id)` and not `CREATE INDEX … USING gin`. */
function isUsing(statement: Statement, at: number): boolean {
  return isAt(statement, at, 'using') && isOneOf(statement, 0, USES) && !isJoinColumns(statement, at + 1);
}

const USES = new Set(['delete', 'merge', 'with']);

function isJoinColumns(statement: Statement, at: number): boolean {
  return isMark(statement, at, '(') && !isOneOf(statement, inside(statement, at).from, STARTS_QUERY);
}

function namesTable(statement: Statement, at: number, level: Level): boolean {
  if (isAt(statement, at, 'table')) return !isAt(statement, at - 1, 'set') && !isMark(statement, at + 1, '(');
  // `CREATE INDEX … ON orders`, `CREATE TRIGGER … ON orders`
  if (isAt(statement, at, 'on')) return isAt(statement, 0, 'create') && !isAt(statement, 1, 'table') && !isOneOf(statement, at + 1, ON_EVENT) && !level.isList && isDeclared(statement, at);
  if (!isOneOf(statement, at, NAMES_TABLE)) return false;
  if (isAt(statement, at, 'from')) return level.hasClauses && !isAt(statement, at - 1, 'distinct');
  if (isAt(statement, at, 'update')) return !isOneOf(statement, at - 1, BEFORE_UPDATE);
  if (isAt(statement, at, 'truncate') || isAt(statement, at, 'copy')) return at === 0;
  return true;
}

const ON_EVENT = new Set(['delete', 'update', 'conflict', 'duplicate', 'commit']);
/** `FOR UPDATE`, `FOR NO KEY UPDATE`, `ON UPDATE`, `DO UPDATE`, `ON DUPLICATE KEY UPDATE`, `BEFORE INSERT OR UPDATE`, `THEN UPDATE` of MERGE. */
const BEFORE_UPDATE = new Set(['for', 'key', 'on', 'do', 'or', 'before', 'after', 'of', 'grant']);

function isDeclared(statement: Statement, at: number): boolean {
  for (let before = 1; before < Math.min(at, 4); before++) {
    if (isAt(statement, before, 'index') || isAt(statement, before, 'trigger') || isAt(statement, before, 'policy') || isAt(statement, before, 'rule')) return true;
  }
  return false;
}

/** Names that WITH gives to queries, lower case. */
function commonTables(statement: Statement): Set<string> {
  const names = new Set<string>();
  for (let at = 0; at < statement.tokens.length; at++) {
    if (!isAt(statement, at, 'with') && !isAt(statement, at, 'recursive') && !isMark(statement, at, ',')) continue;
    const name = nameAt(statement, at + 1);
    if (name?.name === undefined || name.schema !== undefined) continue;
    const next = isMark(statement, name.next, '(') ? after(statement, name.next) : name.next;
    if (!isAt(statement, next, 'as')) continue;
    let open = next + 1;
    while (isAt(statement, open, 'not') || isAt(statement, open, 'materialized')) open++;
    if (isMark(statement, open, '(') && isQueryAt(statement, open + 1)) names.add(name.name.toLowerCase());
  }
  return names;
}
