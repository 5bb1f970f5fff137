import type { TSESTree } from '@typescript-eslint/types';
import { isSourceName, nameOf } from '../files/paths.ts';
import { stampOf, type Stamp } from '../files/stamps.ts';
import { readText } from '../files/tree.ts';
import { parseModule, type Comment } from '../references/index.ts';

/** A file that was read and parsed: the tree has the shapes of `@typescript-eslint/parser`. */
export interface ModuleSource {
  /** Absolute and real. */
  readonly path: string;
  /** Without byte order mark. */
  readonly text: string;
  readonly program: TSESTree.Program;
  readonly comments: readonly Comment[];
}

interface Kept {
  readonly stamp: Stamp;
  readonly source: ModuleSource | undefined;
  turn: number;
}

const MOST_KEPT = 400;

/** Files of the project, parsed: remembered until they change, and only the latest few hundred. */
export class Sources {
  readonly #kept = new Map<string, Kept>();
  readonly #live: boolean;
  #turn = 0;

  /** @param live files may change while this is in use */
  constructor(live: boolean) {
    this.#live = live;
  }

  /** From now on, files are compared with the disk anew. */
  nextTurn(): void {
    this.#turn += 1;
  }

  /** The parsed file; `undefined` where it cannot be read or is no JavaScript or TypeScript. */
  read(path: string): ModuleSource | undefined {
    const known = this.#kept.get(path);
    if (known !== undefined && (!this.#live || known.turn === this.#turn)) return this.#keep(path, known);
    const stamp = this.#live ? stampOf(path) : '';
    if (known?.stamp === stamp) return this.#keep(path, { ...known, turn: this.#turn });
    return this.#keep(path, { stamp, source: isSourceName(nameOf(path)) ? parsed(path) : undefined, turn: this.#turn });
  }

  #keep(path: string, kept: Kept): ModuleSource | undefined {
    this.#kept.delete(path);
    this.#kept.set(path, kept);
    if (this.#kept.size > MOST_KEPT) {
      const [oldest] = this.#kept.keys();
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
    return kept.source;
  }
}

function parsed(path: string): ModuleSource | undefined {
  const text = readText(path);
  if (text === undefined) return undefined;
  const { program, comments } = parseModule(path, text);
  return { path, text, program, comments };
}
