/** A picture of a project: which modules there are, and how they refer to each other. What a format draws is here; how it looks is the format's. */
export interface Picture {
  /** What the project is called. */
  readonly name: string;
  /** In the order in which they are drawn and written. */
  readonly nodes: readonly PictureNode[];
  /** By their ends; none leads from a node to itself. */
  readonly edges: readonly PictureEdge[];
  /** The module that the picture is about: its parts are nodes of their own. */
  readonly focus?: { readonly module: string; readonly isOpen: boolean };
  /** The revision that the picture is compared with. */
  readonly since?: string;
  /** What is not drawn, a sentence each. */
  readonly remarks: readonly string[];
}

/** What a node stands for: a module, everything in one of the other zones, or a part of the module in focus. */
export type NodeKind = 'module' | 'shared' | 'root' | 'none' | 'contract' | 'slice' | 'own';

/** What a branch did to a node or edge. */
export type Change = 'added' | 'removed';

/** Something that refers and is referred to. */
export interface PictureNode {
  /** Unique in the picture, and the same in every picture of the project. */
  readonly id: string;
  readonly label: string;
  readonly kind: NodeKind;
  /** Part of the module in focus. */
  readonly isInFocus: boolean;
  /** How many files it holds, tests left out. */
  readonly files: number;
  readonly owner?: string;
  /** Others may enter for now. */
  readonly isOpen: boolean;
  /** The group of modules that depend on each other that it belongs to, counted from 0. */
  readonly cycle?: number;
  readonly change?: Change;
}

/** All references from one node to another. */
export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  /** How many references there are; of a removed edge, how many there were. */
  readonly count: number;
  /** How many of them are to types alone. */
  readonly types: number;
  /** How many of them lead to the contract. */
  readonly contract: number;
  /** How many of them break the law. */
  readonly errors: number;
  readonly warnings: number;
  /** How many of them an exception tolerates. */
  readonly excepted: number;
  /** It is part of a cycle among modules. */
  readonly isInCycle: boolean;
  /** It is in the smallest set of references whose removal breaks the cycle. */
  readonly isInCut: boolean;
  readonly change?: Change;
  /** How many references came; negative where they went. Only where the picture is compared with another. */
  readonly growth?: number;
}
