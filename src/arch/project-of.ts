import { existsSync, realpathSync } from 'node:fs';
import { CONFIG_NAMES } from './config/load.ts';
import { folderOf, isWithin, toSlashes, under } from './files/paths.ts';
import { Memory } from './files/memory.ts';
import { Tree } from './files/tree.ts';
import { conventionsOf } from './model/conventions.ts';
import { manifestIn, workspacePackages } from './model/packages.ts';
import { LiveProject, type Project } from './project.ts';

const MOST_OPEN = 30;

/** The projects that are open in this process. An editor lints files of several, for days. */
class OpenProjects {
  readonly #memory = new Memory(true);
  readonly #open = new Map<string, LiveProject>();
  readonly #trees = new Map<string, Tree>();
  #turn: object | undefined;

  of(path: string, turn: object | undefined): Project | undefined {
    if (turn === undefined || turn !== this.#turn) this.#memory.nextTurn();
    this.#turn = turn;
    const root = this.#rootOf(folderOf(toSlashes(path)));
    return root === undefined ? undefined : this.#project(root).during(turn);
  }

  #project(root: string): LiveProject {
    const project = this.#open.get(root) ?? new LiveProject({ root, configFile: undefined, today: undefined });
    this.#open.delete(root);
    this.#open.set(root, project);
    const [oldest] = this.#open.keys();
    if (this.#open.size > MOST_OPEN && oldest !== undefined) this.#open.delete(oldest);
    return project;
  }

  /** The folder that one would run the command in for a file. */
  #rootOf(folder: string): string | undefined {
    return this.#memory.derived(`root ${folder}`, () => {
      const above = this.#foldersAbove(folder);
      const configured = above.find((one) => CONFIG_NAMES.some((name) => this.#has(one, name)));
      const root = configured ?? this.#workspaceOf(above, folder) ?? this.#packageOf(above) ?? above.at(-1);
      return root === undefined ? undefined : toSlashes(realpathSync.native(root));
    });
  }

  /** The folder and those above it, nearest first, up to the repository's; what is not there yet is left out. */
  #foldersAbove(folder: string): string[] {
    const above: string[] = [];
    for (let current = folder; ; current = folderOf(current)) {
      if (existsSync(current)) above.push(current);
      if (this.#has(current, '.git')) return above;
      if (current === folderOf(current)) return above;
    }
  }

  /** The root of the workspace that one of the folders is a package of. */
  #workspaceOf(above: readonly string[], folder: string): string | undefined {
    return above.find((root) => {
      const isDeclared = ['pnpm-workspace.yaml', 'lerna.json'].some((name) => this.#has(root, name)) || (this.#has(root, 'package.json') && manifestIn(this.#tree(root), root)?.json['workspaces'] !== undefined);
      const packages = isDeclared ? workspacePackages(this.#tree(root), root) : undefined;
      return packages?.some((one) => isWithin(folder, one.folder));
    });
  }

  /** The nearest package that has modules by convention; else the nearest one. A stub within `src` is not what one runs the command in. */
  #packageOf(above: readonly string[]): string | undefined {
    const packages = above.filter((folder) => this.#has(folder, 'package.json'));
    return packages.find((folder) => conventionsOf(this.#tree(folder)).modules.length > 0) ?? packages[0];
  }

  #has(folder: string, name: string): boolean {
    this.#memory.dependOn(folder);
    return existsSync(under(folder, name));
  }

  #tree(root: string): Tree {
    let tree = this.#trees.get(root);
    if (tree === undefined) this.#trees.set(root, (tree = new Tree(root, this.#memory, `${root} `)));
    return tree;
  }
}

const projects = new OpenProjects();

/**
 * The project that a file belongs to, as the command would see it from the folder that one would run it in: the nearest
 * with a configuration, else the root of its workspace, else its package, else its repository. Opened once, and asked
 * anew when something on disk changed.
 * @param path absolute path of the file, which need not be saved
 * @param turn one lint of one file (ESLint's `sourceCode`): disk is looked at once a turn; without it, at each question
 * @throws ConfigurationError where the configuration cannot be used
 */
export function projectOf(path: string, turn?: object): Project | undefined {
  const project = projects.of(path, turn);
  // What is wrong with the configuration is said here, once, and not by each rule that asks.
  void project?.modules;
  return project;
}
