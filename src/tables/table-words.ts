import type { Module, Outlook } from '../arch/index.ts';
import type { FileTables } from './types.ts';

/** Words that name a table, and the modules that own what they name; `undefined` stands for nobody. */
export type TableWords = ReadonlyMap<string, ReadonlySet<string | undefined>>;

/** Every word by which code can name a declared table: the table, its entity, a relation that leads to it. */
export function tableWords(outlook: Outlook, files: readonly FileTables[]): TableWords {
  const words = new Map<string, Set<string | undefined>>();
  const add = (word: string | undefined, owner: string | undefined): void => {
    if (word === undefined) return;
    const key = plain(word);
    const owners = words.get(key);
    if (owners) owners.add(owner);
    else words.set(key, new Set([owner]));
  };
  for (const { declared, relations } of files) {
    for (const { table, entity, owner } of declared) for (const name of [table, entity]) add(name, owner?.name);
    // Where a relation leads is only known once it is followed: it may lead anywhere.
    for (const { property } of relations) add(property, undefined);
  }
  for (const [table, owner] of Object.entries(outlook.tables)) add(table.slice(table.lastIndexOf('.') + 1), owner);
  return words;
}

/** Whether a text of a module names a table that is not certainly the module's own. */
export function namesForeignTable(text: string, module: Module | undefined, words: TableWords): boolean {
  if (words.size === 0) return false;
  for (const [word] of text.matchAll(/[A-Za-z_][\w$]*/g)) {
    const owners = words.get(plain(word)) ?? words.get(plain(word.replace(ASSOCIATION, '')));
    if (owners && (owners.size > 1 || !owners.has(module?.name))) return true;
  }
  return false;
}

/** `getOrders`, `addOrder`: methods that an association is called by. */
const ASSOCIATION = /^(?:get|set|add|remove|create|count|has)(?=[A-Z])/;

/** `order_lines`, `orderLines` and `OrderLines` are one word. */
function plain(word: string): string {
  return word.replace(/_/g, '').toLowerCase();
}
