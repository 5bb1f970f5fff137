import { listed, quoted } from '../law/wording.ts';
import { byCodeUnit } from '../files/tree.ts';
import type { Finding } from '../types.ts';
import type { ReadFile } from './read-project.ts';

/** Which modules use which files of the shared kernel, straight or through others of its files. */
export class KernelUsers {
  /** By the kernel's file: the kernel's files that use it, and the modules that do. */
  readonly #files = new Map<string, Set<string>>();
  readonly #modules = new Map<string, Set<string>>();

  /** Takes note of what one file refers to. */
  add({ path, place, references }: ReadFile, isKernel: (path: string) => boolean): void {
    if (place.isTest || (place.zone !== 'module' && place.zone !== 'shared')) return;
    for (const { judged } of references) {
      const target = judged.resolution.status === 'file' ? judged.resolution.path : undefined;
      if (target === undefined || !isKernel(target)) continue;
      if (place.module === undefined) note(this.#files, target, path);
      else note(this.#modules, target, place.module.name);
    }
  }

  /** The finding on the kernel's file, with a line on the modules that come to depend on the one it knows. */
  told(finding: Finding, root: string): Finding {
    if (finding.rule !== 'no-impure-shared-kernel') return finding;
    const known = finding.to?.module;
    const affected = [...this.#usersOf(`${root}/${finding.file}`)].filter((name) => name !== known).sort(byCodeUnit);
    if (known === undefined || affected.length === 0) return finding;
    const verb = affected.length === 1 ? 'depends' : 'depend';
    return { ...finding, notes: [...(finding.notes ?? []), `Through ${quoted(finding.file)}, ${listed(affected, 6)} ${verb} on ${quoted(known)}.`] };
  }

  #usersOf(file: string): Set<string> {
    const modules = new Set<string>();
    const seen = new Set([file]);
    for (const one of seen) {
      for (const module of this.#modules.get(one) ?? []) modules.add(module);
      for (const other of this.#files.get(one) ?? []) seen.add(other);
    }
    return modules;
  }
}

function note(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
}
