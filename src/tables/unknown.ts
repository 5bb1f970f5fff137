import type { Diagnostic, Module, Outlook } from '../arch/index.ts';
import type { Judgement } from './judge.ts';
import type { TableOwners } from './owners.ts';
import type { FileTables } from './types.ts';
import { listed, quoted } from './words.ts';

type Judged = readonly (readonly [FileTables, Judgement])[];

/** What the check of tables cannot judge, said once: tables of nobody, tables that nothing declares, names that only the program knows. */
export function unknownTables(outlook: Outlook, owners: TableOwners, judged: Judged, texts: ReadonlyMap<string, string>): Diagnostic[] {
  return [...declaredOutside(outlook, judged), ...undeclared(outlook, judged), ...dynamicNames(outlook, judged, texts), ...uselessTables(outlook, owners, judged)];
}

function declaredOutside(outlook: Outlook, judged: Judged): Diagnostic[] {
  const all = judged.flatMap(([, { ofNobody }]) => ofNobody.map(({ declared }) => declared));
  const names = [...new Set(all.map(({ table, entity }) => table ?? entity ?? ''))].sort();
  const files = [...new Set(all.map(({ path }) => outlook.shown(path)))].sort();
  const [first] = files;
  if (first === undefined) return [];
  const [are, them] = names.length > 1 ? ['are', 'them'] : ['is', 'it'];
  return [
    {
      ...(files.length === 1 && { file: first }),
      message: `${listed(names)} ${are} declared outside every module, in ${listed(files, 3)}: nobody owns ${them}, so who may use ${them} cannot be judged.`,
      next: `Declare each table in the module that owns it, or name the owners as \`tables\` in ${quoted(outlook.configFile ?? 'fortress.config.ts')}.`,
    },
  ];
}

/** A name that one module alone uses is its own, as far as anyone can see. */
function undeclared(outlook: Outlook, judged: Judged): Diagnostic[] {
  const users = new Map<string, Set<Module>>();
  for (const [, judgement] of judged) for (const { name, module } of judgement.undeclared) add(users, name, module);
  const common = [...users].filter(([, modules]) => modules.size > 1);
  if (common.length === 0) return [];
  const modules = [...new Set(common.flatMap(([, used]) => [...used].map(({ name }) => name)))].sort();
  const isOne = common.length === 1;
  return [
    {
      message: `Nothing in the project declares ${listed(common.map(([name]) => name).sort())}, which ${listed(modules)} use: whose ${isOne ? 'it is' : 'they are'} cannot be judged.`,
      next: `Name the owner${isOne ? '' : 's'} as \`tables\` in ${quoted(outlook.configFile ?? 'fortress.config.ts')}.`,
    },
  ];
}

const MOST_PLACES = 5;

function dynamicNames(outlook: Outlook, judged: Judged, texts: ReadonlyMap<string, string>): Diagnostic[] {
  const places = judged.flatMap(([{ path }, { dynamic }]) => dynamic.map((start) => `${outlook.shown(path)}:${lineOf(texts.get(path) ?? '', start)}`));
  const [first] = places;
  if (first === undefined) return [];
  const isOne = places.length === 1;
  return [
    {
      message: `The names of tables are known only at run time in ${isOne ? 'one place' : `${places.length} places`} (${listed(places, MOST_PLACES)}): whose ${isOne ? 'it is' : 'they are'} cannot be judged.`,
      next: 'Write the name where it is used, or keep the code in the module that owns the tables.',
    },
  ];
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/).length;
}

/** An entry of `tables` that no declaration and no use bears. */
function uselessTables({ tables, configFile }: Outlook, owners: TableOwners, judged: Judged): Diagnostic[] {
  const known = new Set<string>();
  const note = (name: string | undefined): void => {
    if (name !== undefined) known.add(name.toLowerCase());
  };
  for (const { table, entity } of owners.declared) for (const name of [table, entity]) note(name);
  for (const [{ uses }] of judged) for (const { target } of uses) note(target?.name);
  const useless = Object.keys(tables).filter((table) => !known.has((table.split('.').at(-1) ?? table).replace(/["'`[\]]/g, '').toLowerCase()));
  return useless.length === 0 ? [] : [{ ...(configFile !== undefined && { file: configFile }), message: `\`tables\` names ${listed(useless)}, which no code declares or uses.`, next: 'Correct the name, or take it out.' }];
}

function add(map: Map<string, Set<Module>>, key: string, module: Module): void {
  const known = map.get(key);
  if (known) known.add(module);
  else map.set(key, new Set([module]));
}
