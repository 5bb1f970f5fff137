import type { Cycle } from '../graph/index.ts';
import type { Place, Reference, ReferenceForm } from '../types.ts';

/** Every file of a project, every reference from one to another, and what the law says of each. Paths are relative to the root, with `/`. */
export interface ProjectGraph {
  /** What the project is called: by its `package.json`, else by its folder. */
  readonly name: string;
  /** By path. */
  readonly modules: readonly GraphModule[];
  /** By path. */
  readonly files: readonly GraphFile[];
  /** By file and place. Packages, what cannot be read and what leads nowhere are left out. */
  readonly references: readonly GraphReference[];
  /** The groups of modules that depend on each other. */
  readonly cycles: readonly Cycle[];
}

/** A module in the graph. */
export interface GraphModule {
  readonly name: string;
  readonly path: string;
  readonly owner?: string;
  readonly open: boolean;
}

/** A file in the graph. */
export interface GraphFile {
  readonly path: string;
  readonly side: GraphSide;
  readonly isTest: boolean;
  /** Part of its module's contract. */
  readonly isContract: boolean;
  /** The group of files that refer to each other in a circle, counted from 0. */
  readonly cycle?: number;
}

/** What stands at an end of a reference. */
export interface GraphSide {
  readonly zone: Place['zone'];
  /** Of nested modules, the one that the law sets against the other end; of a file, the innermost. */
  readonly module?: string;
  /** Folder of the slice inside the module. */
  readonly slice?: string;
}

/** How a reference stands before the law: `excepted` is forbidden, but an exception in the configuration tolerates it. */
export type GraphVerdict = 'allowed' | 'error' | 'warning' | 'excepted';

/** One reference from a file to another. */
export interface GraphReference {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The file that is referred to; for a path with a variable end, the folder. A glob stands for the first file that it finds in each module. */
  readonly target: string;
  readonly form: ReferenceForm;
  readonly kind: Reference['kind'];
  /** What is named, as it is written. */
  readonly specifier: string;
  readonly names: readonly string[];
  readonly from: GraphSide;
  readonly to: GraphSide;
  /** It stands in a test. */
  readonly isTest: boolean;
  /** It leads to the contract of the module in `to`. */
  readonly isContract: boolean;
  readonly verdict: GraphVerdict;
  /** The rule that forbids it. */
  readonly rule?: string;
}
