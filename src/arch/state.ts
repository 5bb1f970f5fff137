import { openReadings, type OpenReadings } from './cache/index.ts';
import { configFileIn, loadConfig, type LoadedConfig } from './config/load.ts';
import { Memory } from './files/memory.ts';
import { Tree } from './files/tree.ts';
import { ContractBook } from './law/contract-book.ts';
import { exceptionsOf } from './law/exceptions.ts';
import type { Court } from './law/references.ts';
import { readModel, type Model } from './model/model.ts';
import { Resolver } from './resolver/resolver.ts';
import { originsIn } from './sources/origins.ts';
import { Sources } from './sources/sources.ts';

/** Which project, and on which day. */
export interface StateOptions {
  /** Absolute and real. */
  readonly root: string;
  /** Absolute; `undefined` for the one in the root, if there is one. */
  readonly configFile: string | undefined;
  readonly today: Date | undefined;
  /** Whether what was read is remembered on disk, for the next run. */
  readonly cache?: boolean | undefined;
}

/** A project as it is seen on disk: once and for all, or live. */
export class State {
  readonly root: string;
  readonly memory: Memory;
  readonly tree: Tree;
  readonly resolver: Resolver;
  readonly sources: Sources;
  /** What an earlier run read. Only a state that is looked at once has it. */
  readonly readings: OpenReadings | undefined;
  readonly #options: StateOptions;

  constructor(options: StateOptions, live: boolean) {
    this.root = options.root;
    this.#options = options;
    this.memory = new Memory(live);
    this.tree = new Tree(options.root, this.memory);
    this.resolver = new Resolver(this.tree);
    this.sources = new Sources(live);
    this.readings = options.cache === true && !live ? openReadings(options.root) : undefined;
  }

  /** From now on, answers are compared with the disk anew. */
  nextTurn(): void {
    this.memory.nextTurn();
    this.sources.nextTurn();
    this.resolver.nextTurn();
  }

  /** @throws ConfigurationError */
  get model(): Model {
    return this.memory.derived('model', () => readModel(this.tree, this.config));
  }

  /**
   * The configuration; nothing where conventions rule.
   * @throws ConfigurationError
   */
  get config(): LoadedConfig | undefined {
    return this.memory.derived('config', () => {
      const path = this.#options.configFile ?? configFileIn(this.tree, this.root);
      return path === undefined ? undefined : loadConfig(this.tree, path);
    });
  }

  /**
   * Where judgements are made; its exceptions begin unused.
   * @throws ConfigurationError
   */
  court(): Court {
    const { model, resolver, root } = this;
    const origins = originsIn(this.tree, this.sources, (from, specifier) => resolver.resolve(from, { form: 'import', specifier }));
    const names = new Set(model.modules.map(({ name }) => name));
    const today = (this.#options.today ?? new Date()).toISOString().slice(0, 10);
    return {
      root,
      model,
      resolver,
      origins,
      book: new ContractBook(this.tree, origins, (path) => model.places.of(path)),
      exceptions: exceptionsOf(model.config.exceptions ?? [], names, today),
    };
  }
}
