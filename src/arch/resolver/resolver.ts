import { folderOf, joined, normalized, relativeTo, under } from '../files/paths.ts';
import type { Tree } from '../files/tree.ts';
import { packageAt, type Manifest } from '../model/packages.ts';
import type { Reference, ReferenceForm, Resolution } from '../types.ts';
import { aliasFor } from './aliases.ts';
import { sourceOfOutput } from './build-output.ts';
import { conditionsOf, isRequiring } from './conditions.ts';
import { allTargets, exportTargets } from './exports-map.ts';
import { resolveGlob } from './globs.ts';
import { isAskedFor, packageNameOf } from './local-packages.ts';
import { PackageFinder } from './package-finder.ts';
import { pathsInPackage } from './package-paths.ts';
import { resolvePrefix } from './prefixes.ts';
import { probe } from './probe.ts';
import { readingsOf, requestOf } from './requests.ts';
import type { TsConfig } from './tsconfig.ts';
import { tsConfigIn, tsConfigOf } from './tsconfigs.ts';

const MOST_FOLDERS = 200;

/** What a reference says of itself that matters for where it leads. */
export type Asked = Pick<Reference, 'specifier' | 'isPrefix' | 'isGlob' | 'except' | 'form'>;

/** Where a specifier leads, before links and builds are followed. */
export interface Located {
  readonly path: string;
  readonly via?: string;
}

/** Finds the files that references lead to, as TypeScript and Node do, by the tsconfig nearest to the file that refers. */
export class Resolver {
  readonly tree: Tree;
  /** What was asked in this turn: the files of a folder ask for much the same. */
  readonly #known = new Map<string, Map<string, Resolution>>();
  readonly #packages: PackageFinder;
  #asking: { readonly from: string; readonly config: TsConfig | undefined; readonly known: Map<string, Resolution> } | undefined;

  constructor(tree: Tree) {
    this.tree = tree;
    this.#packages = new PackageFinder(tree);
  }

  /** From now on, answers are looked for anew. */
  nextTurn(): void {
    this.#known.clear();
    this.#packages.nextTurn();
    this.#asking = undefined;
  }

  /**
   * Where a reference leads.
   * @param from absolute real path of the file it stands in
   * @throws ConfigurationError where a tsconfig or the like is broken
   */
  resolve(from: string, asked: Asked): Resolution {
    if (asked.specifier === undefined) return { status: 'unanalysable' };
    if (asked.isGlob === true) return resolveGlob(this, from, asked.specifier, asked.except ?? []);
    if (asked.isPrefix === true) return resolvePrefix(this, from, asked.specifier);
    return this.#one(from, asked.specifier, asked.form);
  }

  /** The tsconfig that rules a file. */
  configOf(from: string): TsConfig | undefined {
    return this.#ask(from).config;
  }

  #one(from: string, specifier: string, form: ReferenceForm): Resolution {
    const { known } = this.#ask(from);
    const key = isRequiring(form) ? `require ${specifier}` : specifier;
    let resolution = known.get(key);
    if (resolution === undefined) known.set(key, (resolution = this.#look(from, specifier, form)));
    return resolution;
  }

  /** What the references of one file have in common. Files of one folder and one tsconfig share their answers. */
  #ask(from: string): { readonly config: TsConfig | undefined; readonly known: Map<string, Resolution> } {
    if (this.#asking?.from === from) return this.#asking;
    const config = tsConfigOf(this.tree, from);
    const key = `${folderOf(from)}\0${config?.path ?? ''}`;
    let known = this.#known.get(key);
    // The command goes through the folders one by one: what the first ones asked for is not asked again.
    if (known === undefined && this.#known.size > MOST_FOLDERS) this.#known.clear();
    if (known === undefined) this.#known.set(key, (known = new Map()));
    this.#asking = { from, config, known };
    return this.#asking;
  }

  #look(from: string, specifier: string, form: ReferenceForm): Resolution {
    const request = requestOf(specifier);
    switch (request.kind) {
      case 'builtin':
        return { status: 'builtin' };
      case 'nothing':
        return { status: 'unresolved' };
      case 'path':
        return this.#path(from, request.text);
      case 'imports':
        return this.#imports(from, request.text, form);
      case 'bare':
        return this.#bare(from, request.text, form);
    }
  }

  #path(from: string, text: string): Resolution {
    if (text.startsWith('.') && !/[?#%]|\/$|\/?\.\.?$/.test(text)) return this.#plainPath(from, text);
    const bases = text.startsWith('/') || /^[A-Za-z]:\//.test(text) ? this.#rootedAt(from, text) : [under(folderOf(from), text)];
    const config = this.configOf(from);
    for (const base of bases) {
      for (const reading of readingsOf(base)) {
        const found = this.#located(reading, config) ?? this.#inRootDirs(normalized(reading), config);
        if (found !== undefined) return this.file(found);
      }
    }
    return { status: 'unresolved', path: normalized(readingsOf(bases[0] ?? text).at(-1) ?? text) };
  }

  /** Nearly every path can be read in one way only. */
  #plainPath(from: string, text: string): Resolution {
    const config = this.configOf(from);
    const path = joined(folderOf(from), text);
    const found = this.#located(path, config) ?? this.#inRootDirs(path, config);
    return found === undefined ? { status: 'unresolved', path } : this.file(found);
  }

  /** A path from the top is one of the disk, or, as bundlers have it, of the package or the project. */
  #rootedAt(from: string, text: string): string[] {
    const folder = packageAt(this.tree, folderOf(from))?.folder ?? this.tree.root;
    const inside = relativeTo(this.tree.root, text) !== undefined;
    return inside ? [text] : [...new Set([folder + text, this.tree.root + text])];
  }

  /** `rootDirs` are folders that compile into one: what is not beside the file may be beside its counterpart. */
  #inRootDirs(path: string, config: TsConfig | undefined): string | undefined {
    const dirs = config?.rootDirs ?? [];
    const home = dirs.filter((dir) => relativeTo(dir, path) !== undefined).sort((a, b) => b.length - a.length)[0];
    const inside = home === undefined ? undefined : relativeTo(home, path);
    if (inside === undefined) return undefined;
    for (const dir of dirs) {
      const found = dir === home ? undefined : this.#located(under(dir, inside), config);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #imports(from: string, text: string, form: ReferenceForm): Resolution {
    const config = this.configOf(from);
    const aliased = this.#aliased(from, text, config);
    if (aliased.found !== undefined) return aliased.found;
    const manifest = this.#packageWithImports(from);
    if (manifest === undefined) return aliased.missing ?? { status: 'unresolved' };
    const map = manifest.json['imports'];
    const targets = [...exportTargets(map, text, conditionsOf(config, form)), ...allTargets(map, text)];
    for (const target of targets) {
      if (!target.startsWith('.')) return this.#bare(under(manifest.folder, 'package.json'), target, form);
      const found = this.#located(under(manifest.folder, target), config);
      if (found !== undefined) return this.file(found, keyFor(map, text));
    }
    const [first] = targets;
    return aliased.missing ?? (first === undefined ? { status: 'unresolved' } : { status: 'unresolved', path: normalized(under(manifest.folder, first)) });
  }

  #packageWithImports(from: string): Manifest | undefined {
    const nearest = packageAt(this.tree, folderOf(from));
    return nearest?.json['imports'] === undefined ? undefined : nearest;
  }

  #bare(from: string, text: string, form: ReferenceForm): Resolution {
    const config = this.configOf(from);
    const aliased = this.#aliased(from, text, config);
    if (aliased.found !== undefined) return aliased.found;
    const based = config?.baseUrl === undefined ? undefined : this.#located(under(config.baseUrl, text), config);
    if (based !== undefined) return this.file(based);
    const name = packageNameOf(text);
    const local = this.#packages.find(folderOf(from), name);
    if (local === 'package') return { status: 'package', name };
    if (local !== undefined) return this.inPackage(local, text.slice(name.length).replace(/[?#].*$/, ''), config, form, name);
    return aliased.missing ?? this.#missingUnderBase(from, text, config) ?? { status: 'package', name };
  }

  /** What `paths` makes of a specifier: a file, or a place where none is. */
  #aliased(from: string, text: string, config: TsConfig | undefined): { readonly found?: Resolution; readonly missing?: Resolution } {
    let missing: Resolution | undefined;
    for (const reading of config === undefined ? [] : readingsOf(text)) {
      const match = config === undefined ? undefined : aliasFor(config, reading);
      if (match === undefined) continue;
      for (const path of match.paths) {
        const found = this.#located(path, config);
        if (found !== undefined) return { found: this.file(found, match.alias.pattern) };
      }
      const [first] = match.paths;
      // `*` fits every package too: only where its folder is there is it more than a guess.
      const isTold = match.alias.prefix !== '' || (first !== undefined && this.tree.folder(folderOf(first)) !== undefined && reading.includes('/'));
      if (first !== undefined && isTold && !isAskedFor(this.tree, folderOf(from), packageNameOf(reading))) missing = { status: 'unresolved', path: first };
    }
    return missing === undefined ? {} : { missing };
  }

  #missingUnderBase(from: string, text: string, config: TsConfig | undefined): Resolution | undefined {
    const slash = text.indexOf('/');
    if (config?.baseUrl === undefined || slash < 0 || isAskedFor(this.tree, folderOf(from), packageNameOf(text))) return undefined;
    const isFolderThere = this.tree.folder(under(config.baseUrl, text.slice(0, slash))) !== undefined;
    return isFolderThere ? { status: 'unresolved', path: normalized(under(config.baseUrl, text)) } : undefined;
  }

  /** A subpath of a package whose source is here. What `exports` blocks is still entered where there is a file behind it. */
  inPackage(manifest: Manifest, subpath: string, config: TsConfig | undefined, form: ReferenceForm, via: string): Resolution {
    for (const path of pathsInPackage(manifest, subpath, conditionsOf(config, form))) {
      const found = this.#located(path, config);
      if (found !== undefined) return this.file(found, via);
    }
    return { status: 'unresolved', path: normalized(manifest.folder + subpath) };
  }

  /** The file at a path, or the source that what a build put there was made from. */
  #located(path: string, config: TsConfig | undefined): string | undefined {
    const clean = normalized(path);
    const found = probe(this.tree, clean, path.endsWith('/'), config?.suffixes);
    if (found !== undefined && this.tree.folder(folderOf(found))?.isLeftOut !== true) return found;
    if (found !== undefined && found.includes('/node_modules/')) return found;
    return sourceOfOutput(this.tree, clean, (folder) => tsConfigIn(this.tree, folder)) ?? found;
  }

  /** A file that was found, or the package it belongs to. */
  file(path: string, via?: string): Resolution {
    const packages = path.lastIndexOf('/node_modules/');
    if (packages >= 0) return { status: 'package', name: packageNameOf(path.slice(packages + '/node_modules/'.length)) };
    return { status: 'file', path, ...(via === undefined ? {} : { via }) };
  }
}

function keyFor(map: unknown, text: string): string {
  const keys = typeof map === 'object' && map !== null ? Object.keys(map) : [];
  const fitting = keys.filter((key) => key === text || (key.includes('*') && text.startsWith(key.slice(0, key.indexOf('*')))));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? text;
}
