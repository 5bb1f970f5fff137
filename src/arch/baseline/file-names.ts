import { createHash } from 'node:crypto';

/** The file of what stands in no module. */
const PROJECT_FILE = '_project.json';

/** Names that Windows keeps for devices, whatever their extension. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * What each module's file is called: after the module, with a few letters of a hash where the name could not stand on
 * every system or two of them differ in case alone.
 */
export function fileNames(modules: Iterable<string | null>): ReadonlyMap<string | null, string> {
  const names = [...new Set(modules)];
  const taken = new Map<string, number>([['_project', 1]]);
  for (const name of names) if (name !== null) taken.set(name.toLowerCase(), (taken.get(name.toLowerCase()) ?? 0) + 1);
  return new Map(names.map((name) => [name, name === null ? PROJECT_FILE : fileNameOf(name, (taken.get(name.toLowerCase()) ?? 0) > 1)]));
}

function fileNameOf(module: string, isShared: boolean): string {
  const plain = module.replaceAll(/[^\w.-]/g, '-').replace(/^\./, '-');
  const stands = plain === module && !isShared && !DEVICES.test(module) && module !== '';
  return stands ? `${module}.json` : `${plain}-${createHash('sha256').update(module).digest('hex').slice(0, 8)}.json`;
}
