import { isWithin, relativeTo } from '../files/paths.ts';
import { Lines } from '../files/positions.ts';
import { placedFindings, severityOf, type Draft } from '../law/finding.ts';
import type { Court } from '../law/references.ts';
import { inModule, quoted } from '../law/wording.ts';
import type { State } from '../state.ts';
import type { Finding, Module, Reference } from '../types.ts';
import { mentions, ownExports } from './contract-exports.ts';
import type { ReadFile } from './read-project.ts';

const RULE = 'no-unused-contract-exports';
const ALL = '*';

/** Gathers who takes what from contracts while files are read, and finds what nobody takes. */
export class UnusedContracts {
  readonly #state: State;
  readonly #court: Court;
  readonly #severity: Finding['severity'] | undefined;
  /** By file, what others take from it; also from files that are no contract, which may hand one on. */
  readonly #taken = new Map<string, Set<string>>();
  /** Folders that somebody takes everything from. */
  readonly #folders = new Set<string>();
  /** What one file of a contract takes from another: the first, by the second. */
  readonly #within: { readonly from: string; readonly to: string; readonly names: readonly string[] }[] = [];

  constructor(state: State, court: Court) {
    this.#state = state;
    this.#court = court;
    this.#severity = severityOf(RULE, court.model.config.rules, undefined);
  }

  /** Takes note of what one file takes from modules other than its own. */
  add({ path, place, references }: ReadFile): void {
    if (this.#severity === undefined) return;
    const { places } = this.#court.model;
    for (const { reference, judged } of references) {
      const { resolution } = judged;
      if (resolution.status === 'folder') this.#folders.add(resolution.path);
      const targets = resolution.status === 'file' ? [resolution.path] : resolution.status === 'files' ? resolution.paths : [];
      for (const target of targets) {
        const there = places.of(target);
        if (there.innerModule === undefined) continue;
        const names = resolution.status === 'files' ? [ALL] : namesTaken(reference);
        if (there.innerModule !== place.innerModule) note(this.#taken, target, names);
        else if (place.isContract && there.isContract) this.#within.push({ from: path, to: target, names });
      }
    }
  }

  /** A finding for each export that no other module, nor anything outside the modules, takes. */
  findings(): Finding[] {
    const severity = this.#severity;
    if (severity === undefined) return [];
    const used = this.#used();
    return this.#court.model.modules.flatMap((module) => this.#court.book.filesOf(module).flatMap((path) => this.#unusedIn(module, path, severity, used.get(path) ?? new Set())));
  }

  #unusedIn(module: Module, path: string, severity: Finding['severity'], used: ReadonlySet<string>): Finding[] {
    const source = this.#state.sources.read(path);
    if (source === undefined || used.has(ALL) || [...this.#folders].some((folder) => isWithin(path, folder))) return [];
    const exported = ownExports(source.program);
    const needed = neededBy(exported.filter(({ name }) => used.has(name)).map(({ local }) => local).concat(used.has('default') ? ['default'] : []), mentions(source.program));
    const shown = inModule(module, path, this.#court.root);
    const drafts = exported.flatMap(({ name, local, start, end }): Draft[] => {
      if (used.has(name) || needed.has(local)) return [];
      const message = `${quoted(name)} stands in ${quoted(shown)}, but nobody outside ${quoted(module.name)} uses it: a promise to no one, which still keeps ${quoted(module.name)} from changing it. Take it out of the contract.`;
      return [{ rule: RULE, severity, file: relativeTo(this.#court.root, path) ?? path, start, end, message, identity: [name], more: { from: { module: module.name }, names: [name] } }];
    });
    return placedFindings(drafts, new Lines(source.text));
  }

  /** What is taken from each contract file, also by way of files that hand it on. */
  #used(): ReadonlyMap<string, ReadonlySet<string>> {
    const { origins, model } = this.#court;
    const used = new Map<string, Set<string>>();
    for (const [path, names] of this.#taken) {
      const all = names.has(ALL) ? [ALL, ...origins.namesOf(path).keys()] : names;
      if (model.places.of(path).isContract) note(used, path, all);
      for (const name of all) {
        if (name === ALL) continue;
        const { path: declaredIn, through } = origins.originOf(path, name);
        for (const one of [...through, declaredIn]) note(used, one, [name]);
      }
    }
    // What a contract file takes by name it hands on or is made of. All of it: where the names are not its own, it is one that it calls otherwise.
    for (const { from, to, names } of this.#within) {
      if (!names.includes(ALL)) note(used, to, names);
      else if ([...origins.namesOf(to).keys()].some((name) => !origins.namesOf(from).has(name))) note(used, to, [ALL]);
    }
    return used;
  }
}

/** A plain `import './x'` takes nothing; every other form that names nothing may take anything. */
function namesTaken({ form, names }: Reference): readonly string[] {
  return names.length === 0 && form !== 'import' && form !== 'export' ? [ALL] : names;
}

/** What the declarations of some names are made of, however deep. */
function neededBy(names: readonly string[], made: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const needed = new Set(names);
  for (const name of needed) for (const mentioned of made.get(name) ?? []) needed.add(mentioned);
  return needed;
}

function note(map: Map<string, Set<string>>, key: string, values: Iterable<string>): void {
  let known = map.get(key);
  if (known === undefined) map.set(key, (known = new Set()));
  for (const value of values) known.add(value);
}
