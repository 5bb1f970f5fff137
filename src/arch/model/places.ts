import { ConfigurationError } from '../error.ts';
import { folderOf, isWithin, nameOf, relativeTo } from '../files/paths.ts';
import { PatternSet, type Claim, type State } from '../patterns/pattern-set.ts';
import type { Module, Place } from '../types.ts';
import { contractSet, SLICE_FOLDERS, SLICE_PATTERNS } from './conventions.ts';
import type { Modules } from './modules.ts';
import { rankOf, type Rank } from './ranks.ts';

/** A pattern that makes what it matches part of the shared kernel or of the composition root. */
export interface ZoneClaim {
  readonly zone: 'shared' | 'root';
  readonly key: 'shared' | 'compositionRoot';
  readonly index: number;
  readonly isConfigured: boolean;
}

/** What decides who owns a path. */
export interface PlaceRules {
  readonly root: string;
  readonly modules: Modules;
  readonly zones: PatternSet<ZoneClaim>;
  readonly tests: PatternSet<undefined>;
  /** The configured slices; by convention where there are none. */
  readonly slices: readonly string[] | undefined;
  /** What messages call the configuration. */
  readonly configFile: string | undefined;
}

/** What the files directly in a folder have in common. */
interface Area {
  readonly zone: Place['zone'];
  /** Every module that holds the folder, outermost first. */
  readonly modules: readonly Module[];
  readonly slice: string | undefined;
  readonly isTest: boolean;
  readonly zones: State<ZoneClaim>;
  readonly tests: State<undefined>;
  /** Within the innermost module. */
  readonly contract: State<undefined> | undefined;
  readonly isContract: boolean;
  readonly slices: State<undefined> | undefined;
}

/** One claim on a folder or file. */
interface Bid {
  readonly zone: 'module' | 'shared' | 'root';
  readonly rank: Rank;
  readonly pattern: string;
  readonly key: string;
}

const NOWHERE: Place = { zone: 'none', isTest: false, modules: [], isContract: false, isEntry: false };
const NO_PATTERNS = new PatternSet<undefined>([]);

/** Tells what a path belongs to. What is common to a folder is worked out once, from the folder above it. */
export class Places {
  readonly #rules: PlaceRules;
  readonly #slices: PatternSet<undefined>;
  readonly #areas = new Map<string, Area>();
  readonly #places = new Map<string, Place>();
  readonly #contracts = new Map<readonly string[], PatternSet<undefined>>();

  constructor(rules: PlaceRules) {
    this.#rules = rules;
    this.#slices = patternSet(rules.slices ?? SLICE_PATTERNS);
  }

  /**
   * What a file belongs to.
   * @param path absolute and real; the file need not be there
   * @throws ConfigurationError where two patterns claim it equally
   */
  of(path: string): Place {
    const known = this.#places.get(path);
    if (known !== undefined) return known;
    const place = isWithin(path, this.#rules.root) && path !== this.#rules.root ? this.#placeIn(this.#area(folderOf(path)), path) : NOWHERE;
    this.#places.set(path, place);
    return place;
  }

  /** What everything in a folder belongs to. */
  ofFolder(path: string): Place {
    if (!isWithin(path, this.#rules.root)) return NOWHERE;
    const area = this.#area(path);
    const isContract = area.isContract || (area.contract !== undefined && this.#contractOf(area).file(area.contract, 'any.ts').length > 0 && path !== area.modules.at(-1)?.path);
    return placed(area, { isTest: area.isTest, isContract, isEntry: false });
  }

  /** Whether a path lies in a module, or in a folder that would be one if it were there. */
  wouldBeInModule(path: string): boolean {
    const relative = relativeTo(this.#rules.root, path);
    if (relative === undefined) return false;
    const { patterns } = this.#rules.modules;
    let state: State<unknown> = patterns.start;
    for (const name of relative.split('/')) {
      state = patterns.step(state, name);
      if (state.claims.length > 0) return this.of(path).zone !== 'shared';
    }
    return false;
  }

  #placeIn(area: Area, path: string): Place {
    const name = nameOf(path);
    const isTest = area.isTest || this.#rules.tests.file(area.tests, name).length > 0;
    const claims = this.#rules.zones.file(area.zones, name);
    const winner = claims.length === 0 ? undefined : this.#strongest(claims.filter(({ data }) => reaches(data, area)).map(bidOf), path);
    if (winner !== undefined) return { ...NOWHERE, zone: winner.zone, isTest };
    const module = area.modules.at(-1);
    const isContract = module !== undefined && !isTest && (area.isContract || (area.contract !== undefined && this.#contractOf(area).file(area.contract, name).length > 0));
    return placed(area, { isTest, isContract, isEntry: module !== undefined && folderOf(path) === module.path });
  }

  #area(path: string): Area {
    const known = this.#areas.get(path);
    if (known !== undefined) return known;
    const area = path === this.#rules.root ? this.#rootArea() : this.#step(this.#area(folderOf(path)), path);
    this.#areas.set(path, area);
    return area;
  }

  #rootArea(): Area {
    const { root, zones, tests } = this.#rules;
    const bare: Area = {
      zone: 'none',
      modules: [],
      slice: undefined,
      isTest: tests.start.claims.length > 0,
      zones: zones.start,
      tests: tests.start,
      contract: undefined,
      isContract: false,
      slices: undefined,
    };
    return this.#claimed(bare, bare, root);
  }

  #step(above: Area, path: string): Area {
    const name = nameOf(path);
    const tests = this.#rules.tests.step(above.tests, name);
    const zones = this.#rules.zones.step(above.zones, name);
    const contract = above.contract && this.#contractOf(above).step(above.contract, name);
    const slices = above.slices && this.#slicesOf(above).step(above.slices, name);
    const module = above.modules.at(-1);
    const startsSlice = above.slice === undefined && slices !== undefined && slices.claims.length > 0;
    const area: Area = {
      ...above,
      isTest: (above.isTest && !tests.isExcluded) || tests.claims.length > 0,
      tests,
      zones,
      contract,
      isContract: (above.isContract && contract?.isExcluded !== true) || (contract?.claims.length ?? 0) > 0,
      slices,
      slice: startsSlice && module !== undefined ? relativeTo(module.path, path) : above.slice,
    };
    return this.#claimed(area, above, path);
  }

  /** The area after what claims the folder itself: a module, the kernel, the composition root. */
  #claimed(area: Area, above: Area, path: string): Area {
    const entry = this.#rules.modules.byFolder.get(path);
    if (entry === undefined && area.zones.claims.length === 0) return area;
    const bids = area.zones.claims.filter(({ data }) => reaches(data, above)).map(bidOf);
    if (entry !== undefined) bids.push({ zone: 'module', rank: entry.rank, pattern: entry.pattern, key: 'modules' });
    const winner = this.#strongest(bids, path);
    if (winner === undefined) return area;
    const outside = { ...area, modules: [], slice: undefined, contract: undefined, isContract: false, slices: undefined };
    if (winner.zone !== 'module' || entry === undefined) return { ...outside, zone: winner.zone };
    const inside: Area = { ...outside, zone: 'module', modules: [...above.modules, entry.module] };
    return { ...inside, contract: this.#contractOf(inside).start, slices: this.#slicesOf(inside).start };
  }

  #strongest(bids: readonly Bid[], path: string): Bid | undefined {
    const [first, ...others] = bids.toSorted((a, b) => b.rank - a.rank);
    const rival = others.find((bid) => bid.rank === first?.rank && bid.zone !== first.zone);
    if (first === undefined || rival === undefined) return first;
    const shown = relativeTo(this.#rules.root, path) || '.';
    const message = `\`${shown}\` is claimed by \`${first.pattern}\` in \`${first.key}\` and by \`${rival.pattern}\` in \`${rival.key}\`.`;
    throw new ConfigurationError(message, 'Take it out of one of them, or name its path exactly in one.', this.#rules.configFile);
  }

  #contractOf(area: Area): PatternSet<undefined> {
    const patterns = area.modules.at(-1)?.contract;
    if (patterns === undefined) return NO_PATTERNS;
    let set = this.#contracts.get(patterns);
    if (set === undefined) this.#contracts.set(patterns, (set = contractSet(patterns)));
    return set;
  }

  #slicesOf(area: Area): PatternSet<undefined> {
    const path = area.modules.at(-1)?.path ?? '';
    const isOneSlice = this.#rules.slices === undefined && SLICE_FOLDERS.has(nameOf(folderOf(path)));
    return isOneSlice ? NO_PATTERNS : this.#slices;
  }
}

function patternSet(patterns: readonly string[]): PatternSet<undefined> {
  return new PatternSet(patterns.map((pattern) => ({ pattern, data: undefined })));
}

/** What is usual in a package says nothing about the inside of a module: there, a `src/shared` is the module's own. */
function reaches(claim: ZoneClaim, area: Area): boolean {
  return claim.isConfigured || area.modules.length === 0;
}

function bidOf({ data, pattern, isLiteral }: Claim<ZoneClaim>): Bid {
  return { zone: data.zone, rank: rankOf(isLiteral, data.isConfigured), pattern, key: data.key };
}

function placed({ zone, modules, slice }: Area, { isTest, isContract, isEntry }: Pick<Place, 'isTest' | 'isContract' | 'isEntry'>): Place {
  const [module] = modules;
  const innerModule = modules.at(-1);
  if (module === undefined || innerModule === undefined) return { zone, modules, isTest, isContract, isEntry };
  if (slice === undefined) return { zone, modules, module, innerModule, isTest, isContract, isEntry };
  return { zone, modules, module, innerModule, slice, isTest, isContract, isEntry };
}
