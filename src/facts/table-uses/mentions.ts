import type { Call, LibraryDefinition } from '../../libraries/index.ts';
import { libraries as allLibraries } from '../../libraries/index.ts';
import { catalogOf } from '../catalog.ts';
import type { Catalog } from '../catalog.ts';

// Most files of a project say nothing of tables. To see that in their text costs next to nothing; to parse and follow them does.

/** What the text of a file says by words alone. */
export interface Mentions {
  /** It imports a library of databases. */
  importsDatabase(text: string): boolean;
  /** A call in it may use a table, or declare one. */
  mayUseTables(text: string): boolean;
  /** It may declare a table, or relations of one. */
  mayDeclareTables(text: string): boolean;
}

/** Methods of these names are on every array, map and set: where a table is used, another name stands beside them. */
const COMMON = new Set(['all', 'get', 'set', 'has', 'add', 'map', 'values', 'keys', 'first', 'run', 'remove', 'stream', 'select', 'sort', 'limit', 'on', 'with', 'next', 'merge', 'table', 'one', 'many', 'model', 'model', 'where', 'toArray', 'join', 'find', 'findOne', 'create', 'update', 'delete', 'insert', 'count', 'save', 'exec', 'execute', 'query', 'upsert', 'restore', 'sum', 'min', 'max', 'from', 'into', 'use', 'using', 'pick', 'command', 'raw', 'sql', 'insertOne', 'define', 'init', 'close', 'load', 'preload', 'refresh', 'lock', 'exists', 'exist', 'distinct', 'flush', 'persist', 'model', 'index', 'destroy', 'clear', 'increment', 'decrement', 'unnest', 'fn', 'literal', 'each', 'search', 'list', 'prepare', 'batch', 'transaction']);

const OBJECT = /\b([A-Za-z_$][\w$]*)\s*[!?]?\s*\.\s*[A-Za-z_$]/g;

const DECLARING =
  /\b(?:\w*Table(?:Creator)?|\w*Schema|\w*View|\w*Entity|Table|Model|model|define|init|initialize|relations|defineRelations|createTable\w*|modelOptions|buildSchema|getModelForClass|collection)\b\s*[(<.]|\bextends\s+[\w.]*Model\b|\b(?:tableName|relationMappings)\b|\bcreate\s+(?:\w+\s+){0,3}(?:table|view)\b|\bfrom\s+['"]kysely['"]|\binterface\s+\w*(?:Database|DB|Db|Tables)\b/i;

/** What declares tables without an import: migrations that are handed their client, interfaces of tables, models of a base class of the project's own. */
const CREATING = /\bcreateTable\w*\s*\(|\bcreate\s+(?:\w+\s+){0,3}(?:table|view)\b|\bextends\s+[\w.]*Model\b|\btableName\b|\binterface\s+\w*(?:Database|DB|Db|Tables|Schema)\b/i;

const SPECIFIER = /\b(?:from|import|require\s*\()\s*['"]([^'"\s]+)['"]/g;
const MEMBER = /\.\s*([A-Za-z_$][\w$]*)\s*(?:[(<`]|\?\.)/g;
const CALLED = /\b([A-Za-z_$][\w$]*)\s*[(<`]/g;

const made = new WeakMap<Catalog, Mentions>();

/** The words by which files speak of tables, as the pages know them. */
export function mentionsOf(libraries: readonly LibraryDefinition[] = allLibraries): Mentions {
  const catalog = catalogOf(libraries);
  let mentions = made.get(catalog);
  if (!mentions) {
    mentions = mentionsIn(catalog);
    made.set(catalog, mentions);
  }
  return mentions;
}

function mentionsIn(catalog: Catalog): Mentions {
  const members = membersOf(catalog);
  const answers = new Map<string, boolean>();
  const isDatabase = (specifier: string): boolean => {
    let answer = answers.get(specifier);
    if (answer === undefined) answers.set(specifier, (answer = catalog.librariesAt(specifier).some(({ definition }) => definition.concern === 'database')));
    return answer;
  };
  const importsDatabase = (text: string): boolean => some(text, SPECIFIER, isDatabase);
  const named = new Map<string, boolean>();
  // `Order.findAll()` of a model that is known by its capital alone is told by its method.
  const isDatabaseName = (name: string): boolean => {
    let answer = named.get(name);
    if (answer === undefined) named.set(name, (answer = catalog.hints(name).some(({ library, isEntity }) => !isEntity && library.definition.concern === 'database')));
    return answer;
  };
  return {
    importsDatabase,
    mayUseTables: (text) => importsDatabase(text) || some(text, MEMBER, (name) => members.has(name)) || some(text, CALLED, isDatabaseName) || some(text, OBJECT, isDatabaseName),
    mayDeclareTables: (text) => DECLARING.test(text) && (importsDatabase(text) || CREATING.test(text)),
  };
}

function some(text: string, pattern: RegExp, isWanted: (word: string) => boolean): boolean {
  for (const [, word = ''] of text.matchAll(pattern)) if (isWanted(word)) return true;
  return false;
}

/** Methods of databases that little else has. */
function membersOf(catalog: Catalog): ReadonlySet<string> {
  const members = new Set<string>();
  for (const { definition } of catalog.libraries) {
    if (definition.concern !== 'database') continue;
    for (const type of Object.values(definition.types ?? {})) {
      for (const [name, call] of Object.entries(type.methods ?? {})) if (says(call) && !COMMON.has(name)) members.add(name);
    }
  }
  return members;
}

/** Whether a call says something of tables. */
export function says(call: Call | undefined): boolean {
  if (!call) return false;
  const { query, table, sql, refers, relates, defines, overloads } = call;
  return (query !== undefined && query !== 'part' && query !== 'run') || [table, sql, refers, relates, defines].some((one) => one !== undefined) || (overloads ?? []).some(says);
}
