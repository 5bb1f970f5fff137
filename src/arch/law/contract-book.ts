import { under } from '../files/paths.ts';
import type { Tree } from '../files/tree.ts';
import { contractSet } from '../model/conventions.ts';
import { matches } from '../patterns/expand.ts';
import { hasMagic, isNegative } from '../patterns/segments.ts';
import type { ExportKind } from '../sources/exports.ts';
import type { Origins } from '../sources/origins.ts';
import type { Module, Place } from '../types.ts';

/** What a module's contract holds. */
export interface ContractPage {
  /** Absolute paths of its files, by path. */
  readonly files: readonly string[];
  /** Every name that one of them exports, with the first that does. */
  readonly names: ReadonlyMap<string, { readonly file: string; readonly kind: ExportKind }>;
  /** What others can listen to. */
  readonly events: readonly { readonly name: string; readonly file: string }[];
}

/** Looks up contracts: only where there is something to say about them. */
export class ContractBook {
  readonly #tree: Tree;
  readonly #origins: Origins;
  readonly #placeOf: (path: string) => Place;
  readonly #pages = new Map<Module, ContractPage>();

  constructor(tree: Tree, origins: Origins, placeOf: (path: string) => Place) {
    this.#tree = tree;
    this.#origins = origins;
    this.#placeOf = placeOf;
  }

  /** The contract of a module. */
  of(module: Module): ContractPage {
    let page = this.#pages.get(module);
    if (page === undefined) this.#pages.set(module, (page = this.#read(module)));
    return page;
  }

  #read(module: Module): ContractPage {
    const files = this.filesOf(module);
    const names = new Map<string, { readonly file: string; readonly kind: ExportKind }>();
    const events: { name: string; file: string }[] = [];
    for (const file of files) {
      for (const [name, kind] of this.#origins.namesOf(file)) {
        if (name === 'default' || name === 'export=') continue;
        if (!names.has(name)) names.set(name, { file, kind });
        if (isEvent(name, file) && !events.some((event) => event.name === name)) events.push({ name, file });
      }
    }
    return { files, names, events };
  }

  /** The contract files of a module. */
  filesOf(module: Module): readonly string[] {
    return this.#tree.derived(`contract ${module.path} ${module.contract.join(' ')}`, () => {
      const found = new Set<string>();
      for (const match of matches(this.#tree, contractSet(module.contract), module.path)) {
        for (const path of match.isFolder ? sourcesBelow(this.#tree, match.path) : [match.path]) {
          const place = this.#placeOf(path);
          if (place.isContract && place.innerModule === module) found.add(path);
        }
      }
      return [...found];
    });
  }

  /** The contract file to create where a module has none: the first that is told by name, in the language of its neighbours. */
  fileToCreate(module: Module): string {
    const sources = this.#tree.folder(module.path)?.sources ?? [];
    const isJavaScript = sources.some((name) => /\.[cm]?jsx?$/.test(name)) && !sources.some((name) => /\.[cm]?tsx?$/.test(name));
    const extension = isJavaScript ? 'js' : 'ts';
    for (const pattern of module.contract) {
      const path = pattern.replace(/\/\*\*(?:\/\*)?$/, `/index.${extension}`).replace(/\.ts$/, `.${extension}`);
      if (!isNegative(pattern) && !hasMagic(path)) return under(module.path, path);
    }
    return under(module.path, `contract.${extension}`);
  }
}

function* sourcesBelow(tree: Tree, path: string): Generator<string> {
  const folder = tree.folder(path);
  for (const name of folder?.sources ?? []) yield under(path, name);
  for (const name of folder?.children ?? []) yield* sourcesBelow(tree, under(path, name));
}

/** An event type is called like what has happened, and stands in a file of events or ends in the word. */
function isEvent(name: string, file: string): boolean {
  if (!/^\p{Lu}/u.test(name) || /(?:schema|type|name|map|bus|handler|payload)s?$/i.test(name)) return false;
  return /Event$/.test(name) || /(?:^|[/.])events?(?=[/.])/.test(file.slice(file.lastIndexOf('/', file.lastIndexOf('/') - 1)));
}
