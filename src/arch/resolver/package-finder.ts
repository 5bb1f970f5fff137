import { packageAt, type Manifest } from '../model/packages.ts';
import type { Tree } from '../files/tree.ts';
import { installedAbove, isLocal, localPackage, packageFolder } from './local-packages.ts';

/** Finds the packages that bare specifiers name. What it has found is good for one turn. */
export class PackageFinder {
  readonly #tree: Tree;
  readonly #homes = new Map<string, string>();
  readonly #found = new Map<string, Manifest | 'package' | undefined>();

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  nextTurn(): void {
    this.#homes.clear();
    this.#found.clear();
  }

  /** The package that a folder means by a name: its manifest where its source is here, `package` where it is installed. */
  find(folder: string, name: string): Manifest | 'package' | undefined {
    const key = `${this.#homeOf(folder)}\0${name}`;
    if (this.#found.has(key)) return this.#found.get(key);
    const found = this.#look(folder, name);
    this.#found.set(key, found);
    return found;
  }

  #look(folder: string, name: string): Manifest | 'package' | undefined {
    const installed = packageFolder(this.#tree, folder, name);
    if (installed === undefined) return localPackage(this.#tree, folder, name);
    if (!isLocal(this.#tree, installed)) return 'package';
    // A link may lead to a folder without a manifest of its own: that of a package above says nothing about it.
    const manifest = packageAt(this.#tree, installed);
    return manifest?.folder === installed ? manifest : { folder: installed, name: undefined, json: {} };
  }

  /** What decides which packages a folder sees: its own package, and what is installed above. */
  #homeOf(folder: string): string {
    let home = this.#homes.get(folder);
    if (home === undefined) {
      home = `${packageAt(this.#tree, folder)?.folder ?? folder}\0${installedAbove(this.#tree, folder)[0] ?? ''}`;
      this.#homes.set(folder, home);
    }
    return home;
  }
}
