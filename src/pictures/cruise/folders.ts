import type { File, Folder } from './types.ts';

/** The folders of files, with how much depends on each and on how much it depends, as dependency-cruiser counts it. */
export function foldersOf(files: readonly File[]): Folder[] {
  const folders = new Map<string, { name: string; files: File[] }>();
  for (const file of files) {
    for (const name of foldersAbove(file.source)) {
      const folder = folders.get(name);
      if (folder) folder.files.push(file);
      else folders.set(name, { name, files: [file] });
    }
  }
  return [...folders.values()].map(({ name, files: own }) => {
    const isOutside = (path: string): boolean => !path.startsWith(`${name}/`);
    const afferentCouplings = own.reduce((sum, { dependents }) => sum + dependents.filter(isOutside).length, 0);
    const efferentCouplings = own.reduce((sum, { dependencies }) => sum + dependencies.filter(({ resolved }) => isOutside(resolved)).length, 0);
    return { name, dependents: [], dependencies: [], moduleCount: own.length, afferentCouplings, efferentCouplings, instability: instabilityOf(efferentCouplings, afferentCouplings) };
  });
}

/** Between 0 (only depended upon) and 1 (only depending). */
export function instabilityOf(dependencies: number, dependents: number): number {
  return dependencies === 0 ? 0 : dependencies / (dependencies + dependents);
}

function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}
