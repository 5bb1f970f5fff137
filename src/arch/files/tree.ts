import { readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { privateIgnoreFile, repositoryOf } from './git.ts';
import { ignoreRules, isIgnored, type IgnoreRules } from './ignores.ts';
import { Memory } from './memory.ts';
import { folderOf, isSourceName, isWithin, nameOf, toSlashes, under } from './paths.ts';

/** Folders at a package's root that a build writes. Elsewhere they are names like any other. */
const BUILD_OUTPUT = new Set(['dist', 'build', 'out', 'coverage']);

/** One folder as it is on disk. Names are sorted. */
export interface Folder {
  /** Absolute and real; where a link leads out of the project, the path of the link. */
  readonly path: string;
  /** Every file in it, whether or not it belongs to the project. */
  readonly files: ReadonlySet<string>;
  /** Every folder in it. */
  readonly folders: ReadonlySet<string>;
  /** What its links lead to, by name; dangling and circular ones have no target. */
  readonly links: ReadonlyMap<string, Target | undefined>;
  /** Source files that belong to the project. */
  readonly sources: readonly string[];
  /** Folders that belong to the project. */
  readonly children: readonly string[];
  /** Left out of the project, with everything below it: git ignores it, a build wrote it, it is hidden or holds packages. */
  readonly isLeftOut: boolean;
  readonly ignores: IgnoreRules | undefined;
}

/** What stands at the end of a link. */
export interface Target {
  readonly kind: 'file' | 'folder';
  readonly path: string;
}

/** A folder that is there but cannot be read. */
export interface Unreadable {
  readonly path: string;
  /** The operating system's code: `EACCES`. */
  readonly code: string;
}

/**
 * The files below a root, read folder by folder as they are asked for. The command walks all of it; an editor looks up
 * the few folders that one file's references lead to. Both see the same.
 */
export class Tree {
  /** Absolute and real. */
  readonly root: string;
  readonly memory: Memory;
  readonly unreadable = new Map<string, Unreadable>();
  readonly #folders = new Map<string, Folder | undefined>();
  readonly #prefix: string;

  /**
   * @param root absolute and real
   * @param prefix tells its answers from those of other trees in the same memory
   */
  constructor(root: string, memory: Memory, prefix = '') {
    this.root = root;
    this.memory = memory;
    this.#prefix = prefix;
  }

  /** What was worked out from this tree, for as long as the disk says the same. */
  derived<T>(key: string, compute: () => T): T {
    return this.memory.derived(this.#prefix + key, compute);
  }

  /** The folder at a path, through links; `undefined` where there is none. */
  folder(path: string): Folder | undefined {
    if (this.memory.live) return this.derived(`folder ${path}`, () => this.#find(path));
    if (this.#folders.has(path)) return this.#folders.get(path);
    const folder = this.#find(path);
    this.#folders.set(path, folder);
    return folder;
  }

  /** The real path of the file at a path; `undefined` where there is none. */
  file(path: string): string | undefined {
    const folder = this.folder(folderOf(path));
    if (folder === undefined) return undefined;
    const name = nameOf(path);
    if (folder.files.has(name)) return under(folder.path, name);
    const target = folder.links.get(name);
    return target?.kind === 'file' ? target.path : undefined;
  }

  /** Whether a file or folder is there and belongs to the project. */
  holds(path: string): boolean {
    const folder = this.folder(folderOf(path));
    if (folder === undefined || folder.isLeftOut) return false;
    const name = nameOf(path);
    return folder.children.includes(name) || folder.sources.includes(name);
  }

  /** The text of a file, without its byte order mark; `undefined` where it cannot be read. */
  text(path: string): string | undefined {
    this.memory.dependOn(path);
    return readText(path);
  }

  #find(path: string): Folder | undefined {
    if (path === this.root || !isWithin(path, this.root)) return this.#read(path, undefined);
    const parent = this.folder(folderOf(path));
    if (parent === undefined) return undefined;
    const name = nameOf(path);
    if (parent.folders.has(name)) return this.#read(under(parent.path, name), parent);
    const target = parent.links.get(name);
    if (target?.kind !== 'folder') return undefined;
    return target.path === path ? this.#read(path, parent) : this.folder(target.path);
  }

  #read(path: string, parent: Folder | undefined): Folder | undefined {
    this.memory.dependOn(path);
    let entries: Dirent[];
    try {
      entries = readdirSync(path, { withFileTypes: true });
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
      if (code !== 'ENOENT' && code !== 'ENOTDIR') this.unreadable.set(path, { path, code });
      return undefined;
    }
    this.unreadable.delete(path);
    const files = new Set<string>();
    const folders = new Set<string>();
    const links = new Map<string, Target | undefined>();
    for (const entry of entries) {
      if (entry.isFile()) files.add(entry.name);
      else if (entry.isDirectory()) folders.add(entry.name);
      else if (entry.isSymbolicLink()) links.set(entry.name, this.#targetOf(under(path, entry.name)));
    }
    const isLeftOut = isWithin(path, this.root) ? (parent?.isLeftOut ?? false) || isLeftOutByParent(path, parent) : true;
    const ignores = isLeftOut ? undefined : this.#ignoresOf(path, files, parent);
    const folder = { path, files, folders, links, isLeftOut, ignores };
    return { ...folder, sources: this.#sourcesOf(folder), children: childrenOf(folder, this.root) };
  }

  #sourcesOf(folder: Omit<Folder, 'sources' | 'children'>): string[] {
    if (folder.isLeftOut) return [];
    const names = [...folder.files].filter(isSourceName);
    for (const [name, target] of folder.links) {
      if (target?.kind === 'file' && isSourceName(name) && target.path === under(folder.path, name)) names.push(name);
    }
    return names.filter((name) => !isIgnored(folder.ignores, under(folder.path, name), name, false)).sort(byCodeUnit);
  }

  /** Links into the project lead to the real place; a link out of it is a place of its own, for nothing else names it. */
  #targetOf(link: string): Target | undefined {
    try {
      const real = toSlashes(realpathSync.native(link));
      const kind = statSync(real).isDirectory() ? 'folder' : 'file';
      const leadsOut = !isWithin(real, this.root) && !link.includes('/node_modules/');
      // A folder out there that holds the project would lead back here for ever.
      if (leadsOut && kind === 'folder' && isWithin(this.root, real)) return undefined;
      return { kind, path: leadsOut ? link : real };
    } catch {
      return undefined;
    }
  }

  #ignoresOf(path: string, files: ReadonlySet<string>, parent: Folder | undefined): IgnoreRules | undefined {
    const above = parent === undefined ? this.#ignoresAbove(path) : parent.ignores;
    return files.has('.gitignore') ? this.#ignoreFile(path, `${path}/.gitignore`, above) : above;
  }

  /** What the repository says about the root: its private patterns and the `.gitignore` files of the folders above. */
  #ignoresAbove(root: string): IgnoreRules | undefined {
    const repository = repositoryOf(root);
    if (repository === undefined) return undefined;
    let rules = this.#ignoreFile(repository, privateIgnoreFile(repository), undefined);
    const between: string[] = [];
    for (let folder = root; folder !== repository; ) between.unshift((folder = folderOf(folder)));
    for (const folder of between) rules = this.#ignoreFile(folder, `${folder}/.gitignore`, rules);
    return rules;
  }

  #ignoreFile(folder: string, file: string, above: IgnoreRules | undefined): IgnoreRules | undefined {
    const text = this.text(file);
    return text === undefined ? above : ignoreRules(folder, text, above);
  }
}

/** The text of a file, without its byte order mark; `undefined` where it cannot be read. */
export function readText(path: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  } catch {
    return undefined;
  }
}

/** Names in the order of their code units: the same on every system. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isLeftOutByParent(path: string, parent: Folder | undefined): boolean {
  return parent !== undefined && !parent.children.includes(nameOf(path));
}

function childrenOf(folder: Omit<Folder, 'sources' | 'children'>, root: string): string[] {
  if (folder.isLeftOut) return [];
  const isPackageRoot = folder.path === root || folder.files.has('package.json');
  const names = [...folder.folders];
  for (const [name, target] of folder.links) {
    if (target?.kind === 'folder' && target.path === under(folder.path, name)) names.push(name);
  }
  const children = names.filter(
    (name) =>
      !name.startsWith('.') &&
      name !== 'node_modules' &&
      !(isPackageRoot && BUILD_OUTPUT.has(name)) &&
      !isIgnored(folder.ignores, under(folder.path, name), name, true),
  );
  return children.sort(byCodeUnit);
}
