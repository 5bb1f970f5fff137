import { nameOf, relativeTo } from '../files/paths.ts';
import type { Module } from '../types.ts';

/** A name of the user's, as messages show it. */
export function quoted(name: string): string {
  return `\`${name}\``;
}

/** `a`, `b` and 2 more. */
export function listed(names: readonly string[], most = 3): string {
  const shown = names.slice(0, names.length > most ? most - 1 : most).map(quoted);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

/** What one takes from a file: its names, its default, all of it, or only that it runs. */
export function taken(names: readonly string[]): { readonly text: string; readonly isPlural: boolean } | undefined {
  if (names.length === 0) return undefined;
  if (names.length === 1 && names[0] === 'default') return { text: 'its default export', isPlural: false };
  if (names.includes('*')) return { text: 'everything', isPlural: false };
  return { text: listed(names), isPlural: names.length > 1 };
}

/** A path within a module, the module's name in front: `billing/db.ts`. */
export function inModule(module: Module, path: string, root: string): string {
  const inside = relativeTo(module.path, path);
  const isCalledSo = module.name === nameOf(module.path);
  if (inside === undefined || !isCalledSo) return relativeTo(root, path) ?? path;
  return inside === '' ? `${module.name}/` : `${module.name}/${inside}`;
}
