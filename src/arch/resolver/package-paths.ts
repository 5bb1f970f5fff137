import { under } from '../files/paths.ts';
import type { Manifest } from '../model/packages.ts';
import { allTargets, exportTargets } from './exports-map.ts';

/**
 * Where a subpath of a package may stand, in the order in which it is looked for: where its `exports` send it, then
 * where they would under other conditions, then where it is by itself, for what is blocked can still be there.
 * @param subpath empty, or with `/` in front
 */
export function* pathsInPackage({ json, folder }: Manifest, subpath: string, conditions: readonly string[]): Generator<string> {
  const map = json['exports'];
  if (map !== undefined) {
    for (const target of exportTargets(map, `.${subpath}`, conditions)) yield under(folder, target);
    for (const target of allTargets(map, `.${subpath}`)) yield under(folder, target);
  }
  if (subpath !== '') {
    yield folder + subpath;
    yield `${folder}/src${subpath}`;
    return;
  }
  for (const field of ['types', 'typings', 'module', 'main', 'source']) {
    const target = json[field];
    if (typeof target === 'string' && target !== '') yield under(folder, target);
  }
  yield `${folder}/index`;
  yield `${folder}/src/index`;
}
