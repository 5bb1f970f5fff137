import type { Module, Place } from '../types.ts';
import type { GraphSide } from './types.ts';

/** The ends of references. Those that are the same are one object: there are many references and few ends. */
export class Sides {
  readonly #known = new Map<string, GraphSide>();

  /** What a file is, by itself. */
  ofFile(place: Place): GraphSide {
    return this.of(place, place.innerModule);
  }

  /** @param judged the module that the law has looked at; of nested ones it need not be the innermost */
  of({ zone, innerModule, module, slice }: Place, judged: Module | undefined): GraphSide {
    const name = zone === 'module' ? (judged ?? module)?.name : undefined;
    const own = judged === undefined || judged === innerModule ? slice : undefined;
    const key = `${zone}\0${name ?? ''}\0${own ?? ''}`;
    let side = this.#known.get(key);
    if (side === undefined) {
      side = { zone, ...(name !== undefined && { module: name }), ...(own !== undefined && { slice: own }) };
      this.#known.set(key, side);
    }
    return side;
  }
}
