import { folderOf, normalized, under } from '../files/paths.ts';
import { packageAt } from '../model/packages.ts';
import type { Resolution } from '../types.ts';
import { aliasForPrefix } from './aliases.ts';
import { conditionsOf } from './conditions.ts';
import { exportTargets } from './exports-map.ts';
import { isLocal, localPackage, packageFolder as installedFolder, packageNameOf } from './local-packages.ts';
import { requestOf } from './requests.ts';
import type { Resolver } from './resolver.ts';

/** Stands for what comes at run time. */
const HOLE = '\u0001';

/** A static beginning, worked out: the folder it has reached for sure. */
interface Reached {
  readonly folders: readonly string[];
  readonly via?: string;
}

/**
 * The folder that the static beginning of a specifier leads into: `../billing/` and `../billing/db-` both lead into
 * `billing`. Where nothing is known of the folder (`../${name}`), so is nothing of the reference.
 */
export function resolvePrefix(resolver: Resolver, from: string, prefix: string): Resolution {
  const query = prefix.search(/[?#]/);
  // `./x.js?${version}` names its file in full.
  if (query > 0) return resolver.resolve(from, { form: 'dynamic-import', specifier: prefix.slice(0, query) });
  const reached = reachedFrom(resolver, from, prefix);
  if (typeof reached === 'object' && 'status' in reached) return reached;
  const via = reached.via === undefined ? {} : { via: reached.via };
  for (const path of reached.folders) {
    const folder = resolver.tree.folder(path);
    if (folder !== undefined) return { status: 'folder', path: folder.path, ...via };
  }
  const [first] = reached.folders;
  return first === undefined ? { status: 'unresolved' } : { status: 'unresolved', path: first };
}

/** The folder of a path with a hole in it. */
export function folderBefore(path: string, hole: string): string {
  const end = path.indexOf(hole);
  const known = end < 0 ? path : path.slice(0, end);
  const slash = known.lastIndexOf('/');
  return slash <= 0 ? known.slice(0, slash + 1) : normalized(known.slice(0, slash));
}

/** Where a beginning leads, in whichever way it is written. */
export function reachedFrom(resolver: Resolver, from: string, prefix: string): Reached | Resolution {
  const request = requestOf(prefix === '.' || prefix === '..' ? `${prefix}${HOLE}` : prefix);
  const config = resolver.configOf(from);
  const alias = config === undefined || request.kind === 'path' ? undefined : aliasForPrefix(config, prefix);
  if (alias !== undefined && alias.alias.prefix !== '') return { folders: alias.paths.map((path) => folderBefore(path + HOLE, HOLE)), via: alias.alias.pattern };
  switch (request.kind) {
    case 'builtin':
      return { status: 'builtin' };
    case 'nothing':
      return { status: 'unanalysable' };
    case 'path':
      return { folders: rooted(resolver, from, request.text).map((path) => folderBefore(path + HOLE, HOLE)) };
    case 'imports': {
      const manifest = packageAt(resolver.tree, folderOf(from));
      const targets = exportTargets(manifest?.json['imports'], prefix + HOLE, conditionsOf(config, 'dynamic-import'));
      return { folders: targets.map((target) => folderBefore(under(manifest?.folder ?? '', target), HOLE)), via: prefix };
    }
    case 'bare':
      return bare(resolver, from, prefix);
  }
}

function rooted(resolver: Resolver, from: string, text: string): string[] {
  if (!text.startsWith('/')) return [under(folderOf(from), text)];
  const folder = packageAt(resolver.tree, folderOf(from))?.folder ?? resolver.tree.root;
  return text.startsWith(`${resolver.tree.root}/`) ? [text] : [folder + text, resolver.tree.root + text];
}

function bare(resolver: Resolver, from: string, prefix: string): Reached | Resolution {
  const { tree } = resolver;
  const config = resolver.configOf(from);
  const based = config?.baseUrl === undefined || !prefix.includes('/') ? undefined : tree.folder(folderBefore(under(config.baseUrl, prefix), HOLE));
  if (based !== undefined) return { folders: [based.path] };
  const name = packageNameOf(prefix);
  if (name === prefix && !prefix.endsWith('/')) return { status: 'unanalysable' };
  const installed = installedFolder(tree, folderOf(from), name);
  if (installed !== undefined && !isLocal(tree, installed)) return { status: 'package', name };
  const manifest = installed === undefined ? localPackage(tree, folderOf(from), name) : packageAt(tree, installed);
  if (manifest === undefined) return { status: 'package', name };
  const rest = prefix.slice(name.length) + HOLE;
  const mapped = exportTargets(manifest.json['exports'], `.${rest}`, conditionsOf(config, 'dynamic-import')).map((target) => under(manifest.folder, target));
  const folders = [...mapped, manifest.folder + rest].map((path) => folderBefore(path, HOLE));
  return { folders: [...folders.map((path) => sourceFolder(path, manifest.folder)), ...folders], via: name };
}

/** The folder of the sources that a build puts into another. */
function sourceFolder(path: string, packageFolder: string): string {
  return packageFolder + path.slice(packageFolder.length).replace(/^\/(?:dist|build|lib|out)(?=\/|$)/, '/src');
}
