import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { PackageFacts } from '../facts/index.ts';

interface Remembered {
  readonly stamp: string;
  readonly facts: PackageFacts | undefined;
}

/** Reads the `package.json` nearest to a file. Answers from memory while no manifest on the way up has come, gone or changed. */
export class Packages {
  readonly #byManifest = new Map<string, Remembered>();

  /** @param path absolute, with `/` */
  of(path: string): PackageFacts | undefined {
    let folder = dirname(path);
    for (;;) {
      const found = this.#read(folder);
      if (found) return found;
      const above = dirname(folder);
      if (above === folder) return undefined;
      folder = above;
    }
  }

  #read(folder: string): PackageFacts | undefined {
    const manifest = join(folder, 'package.json');
    const stats = statSync(manifest, { throwIfNoEntry: false });
    if (!stats?.isFile()) return undefined;
    const stamp = `${stats.mtimeMs}:${stats.size}`;
    const known = this.#byManifest.get(manifest);
    if (known?.stamp === stamp) return known.facts;
    const facts = parse(folder, readFileSync(manifest, 'utf8'));
    this.#byManifest.set(manifest, { stamp, facts });
    return facts;
  }
}

/** What a manifest says. One that is broken, or only marks a folder (`{ "type": "module" }`), says nothing: the one above counts. */
function parse(folder: string, text: string): PackageFacts | undefined {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(manifest)) return undefined;
  const dependencies = new Set(['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].flatMap((key) => keysOf(manifest[key])));
  if (manifest['name'] === undefined && dependencies.size === 0) return undefined;
  const { bin } = manifest;
  const files = typeof bin === 'string' ? [bin] : isRecord(bin) ? Object.values(bin).filter((file) => typeof file === 'string') : [];
  return { folder, dependencies, bin: files.map((file) => resolve(folder, file).replaceAll('\\', '/')) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function keysOf(value: unknown): string[] {
  return isRecord(value) ? Object.keys(value) : [];
}
