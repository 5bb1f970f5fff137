import type { GraphReference, GraphSide, ProjectGraph } from '../arch/index.ts';
import type { NodeKind, PictureNode } from './types.ts';

/** What a reference or file stands at, before it is drawn. */
export type End = Pick<PictureNode, 'id' | 'label' | 'kind' | 'isInFocus'>;

const ZONES: Readonly<Record<Exclude<GraphSide['zone'], 'module'>, End>> = {
  shared: { id: 'zone:shared', label: 'shared kernel', kind: 'shared', isInFocus: false },
  root: { id: 'zone:root', label: 'composition root', kind: 'root', isInFocus: false },
  none: { id: 'zone:none', label: 'files of no module', kind: 'none', isInFocus: false },
};

/** Tells which node of a picture a file belongs to. */
export class Ends {
  readonly #focus: string | undefined;
  readonly #contracts: ReadonlySet<string>;

  /** @param focus the module whose parts are nodes of their own */
  constructor({ files }: ProjectGraph, focus: string | undefined) {
    this.#focus = focus;
    this.#contracts = new Set(files.filter(({ isContract, side }) => isContract && side.module === focus).map(({ path }) => path));
  }

  /** The two ends of a reference. */
  of({ from, to, file, target }: GraphReference): readonly [from: End, to: End] {
    return [this.at(from, file), this.at(to, target)];
  }

  /** The node of a file or folder. */
  at({ zone, module, slice }: GraphSide, path: string): End {
    if (zone !== 'module' || module === undefined) return ZONES[zone === 'module' ? 'none' : zone];
    if (module !== this.#focus) return moduleEnd(module);
    if (this.#contracts.has(path)) return part('part:contract', 'contract', 'contract');
    return slice === undefined ? part('part:own', 'own files', 'own') : part(`slice:${slice}`, slice, 'slice');
  }
}

/** The node of a whole module. */
export function moduleEnd(module: string): End {
  return { id: `module:${module}`, label: module, kind: 'module', isInFocus: false };
}

function part(id: string, label: string, kind: NodeKind): End {
  return { id, label, kind, isInFocus: true };
}
