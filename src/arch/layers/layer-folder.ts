import type { Place } from '../types.ts';
import { INTERFACES, LAYERS, MANDATES, type Layer } from './words.ts';

/** A file, and what is known of the ground it stands on. Paths are absolute, with `/`. */
export interface LayerQuestion {
  readonly path: string;
  /** The project's folder. */
  readonly root: string;
  readonly place: Pick<Place, 'zone' | 'isTest' | 'modules'>;
  /** The nearest package: its folder and every package it depends on. */
  readonly package?: { readonly folder: string; readonly dependencies: ReadonlySet<string> } | undefined;
}

/** What a team says about the words. */
export interface LayerWords {
  /** Folder names that are fine. */
  readonly allow?: readonly string[];
  /** Further folder names that are layers. */
  readonly additional?: readonly string[];
}

/** A folder that sorts code by its technical kind, as a primary folder of a source root or of a module. */
export interface LayerFolder {
  /** Absolute. */
  readonly path: string;
  /** As it is written on disk. */
  readonly name: string;
  /** The module it divides. */
  readonly module?: string;
  /** The file of a slice that takes its place. */
  readonly sliceFile?: Layer['sliceFile'];
}

/** Folders that hold a whole program: the folders in them are the primary ones. */
const SOURCE_ROOTS = new Set(['src', 'source', 'lib', 'app', 'server', 'backend', 'api', 'main']);

/** Folders of a workspace that hold one program each. */
const WORKSPACES = new Set(['apps', 'packages', 'libs', 'projects']);

const SERVERS = new Set(['server', 'backend', 'api']);

/** The layer folder that a file stands in; nothing where code is sorted by capability, or where a framework or a tool chose the folders. */
export function layerFolderOf(question: LayerQuestion, words: LayerWords = {}): LayerFolder | undefined {
  const { path, root, place } = question;
  if (place.isTest || place.zone === 'shared' || !path.startsWith(`${root}/`)) return undefined;
  const folders = path.slice(root.length + 1).split('/').slice(0, -1);
  if (folders.some(isOutsideSource) || /^(?:build|out)$/.test(folders[0] ?? '')) return undefined;
  const bases = place.modules.length > 0 ? place.modules.map((module) => depthOf(module.path, root)) : [sourceRootOf(question, folders)];
  for (const [index, base] of bases.entries()) {
    const at = primaryFolderAt(folders, base);
    const name = folders[at];
    const isTop = place.modules.length === 0;
    if (name === undefined || !isLayer(name, isTop, words) || isChosenByFramework(name, question, folders.slice(0, at))) continue;
    const module = place.modules[index];
    const { sliceFile } = layerNamed(name, isTop) ?? {};
    return { path: [root, ...folders.slice(0, at + 1)].join('/'), name, ...(module && { module: module.name }), ...(sliceFile && { sliceFile }) };
  }
  return undefined;
}

function depthOf(folder: string, root: string): number {
  return folder.slice(root.length + 1).split('/').length;
}

/** Generated code, build output and hidden folders. */
function isOutsideSource(folder: string): boolean {
  return /^(?:\..+|node_modules|dist|coverage|generated|__generated__|__mocks__|__tests__)$/.test(folder);
}

/** How many folders lie above the primary ones: those of the last `src`, of the package, or of a workspace's program. */
function sourceRootOf({ root, package: around }: LayerQuestion, folders: readonly string[]): number {
  const inPackage = around?.folder.startsWith(`${root}/`) ? depthOf(around.folder, root) : 0;
  const inSource = folders.lastIndexOf('src') + 1;
  if (inPackage || inSource) return Math.max(inPackage, inSource);
  return WORKSPACES.has(folders[0] ?? '') ? 2 : 0;
}

function primaryFolderAt(folders: readonly string[], base: number): number {
  let at = base;
  while (SOURCE_ROOTS.has(folders[at] ?? '')) at++;
  return at;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-_\s]/g, '');
}

function layerNamed(name: string, isTop: boolean): Layer | undefined {
  return LAYERS.find(({ names, topNames = [] }) => names.includes(plain(name)) || (isTop && topNames.includes(plain(name))));
}

function isLayer(name: string, isTop: boolean, { allow = [], additional = [] }: LayerWords): boolean {
  const own = plain(name);
  if (allow.some((word) => plain(word) === own)) return false;
  return layerNamed(name, isTop) !== undefined || additional.some((word) => plain(word) === own);
}

function isChosenByFramework(name: string, { place, package: around }: LayerQuestion, above: readonly string[]): boolean {
  if (!around) return false;
  const has = (one: string): boolean => around.dependencies.has(one);
  if (MANDATES.some(({ packages, folders }) => folders.includes(plain(name)) && packages.some(has))) return true;
  // The folders below a router of Next.js are addresses.
  if (has('next') && (above.includes('app') || above.includes('pages'))) return true;
  return place.modules.length === 0 && INTERFACES.some(has) && !above.some((folder) => SERVERS.has(folder));
}
