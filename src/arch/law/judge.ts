import type { RuleName } from '../config/rule-names.ts';
import type { Module, Place } from '../types.ts';

/** One row of the law of references. */
export interface Law {
  /** The sentence that `fortress why` shows. */
  readonly says: string;
  /** The rule that is broken; none where the row allows. */
  readonly rule?: RuleName;
}

const law = (says: string, rule?: RuleName): Law => ({ says, ...(rule === undefined ? {} : { rule }) });

/** The rows, in the order in which they are asked. */
export const LAWS = {
  package: law('Anyone may use a package.'),
  unresolved: law('A path that leads into a module must lead to a file there.', 'no-unresolved-imports'),
  unknown: law('Nothing is known of a path that leads nowhere outside the modules.'),
  ownTest: law('A test may use everything of its own module.'),
  outsideTest: law('A test outside every module may use anything.'),
  testFile: law('Code that is no test may not use a test file.', 'no-test-imports'),
  rootEntry: law("The composition root may use a module's contract and the files directly in its folder."),
  rootInternals: law('The composition root may not use anything else of a module.', 'no-cross-module-imports'),
  sameModule: law('A module may use itself.'),
  otherSlice: law('A slice may not use another slice of its module.', 'no-cross-slice-imports'),
  contract: law("A module may use another module's contract."),
  internals: law('A module may not use anything else of another module.', 'no-cross-module-imports'),
  moduleKernel: law('A module may use the shared kernel.'),
  kernelModule: law('The shared kernel may not use any module.', 'no-impure-shared-kernel'),
  outsideContract: law("A file that belongs to nothing may use a module's contract."),
  outsideInternals: law('A file that belongs to nothing may not use anything else of a module.', 'no-cross-module-imports'),
  silent: law('The law does not forbid it.'),
} as const;

/** Where a reference leads, as far as the law asks. */
export type Target =
  | { readonly is: 'package' }
  | { readonly is: 'place'; readonly place: Place }
  /** No file is there. */
  | { readonly is: 'missing'; readonly inModule: boolean };

/** What the law says of one reference. */
export interface Verdict {
  readonly law: Law;
  /** The module that refers, where modules are what is judged: of nested ones, the one that stands beside `to`. */
  readonly from: Module | undefined;
  /** The module that is entered. */
  readonly to: Module | undefined;
  /** The module lets others in for now. */
  readonly isOpen: boolean;
}

/** The first row that fits decides. */
export function judge(from: Place, target: Target): Verdict {
  if (target.is === 'package') return verdict(LAWS.package);
  if (target.is === 'missing') return verdict(target.inModule ? LAWS.unresolved : LAWS.unknown, from.innerModule);
  const to = target.place;
  if (from.isTest && from.zone === 'module' && to.zone === 'module' && from.innerModule === to.innerModule) return verdict(LAWS.ownTest, from.innerModule, to.innerModule);
  if (from.isTest && from.zone !== 'module') return verdict(LAWS.outsideTest, undefined, to.module);
  if (to.isTest && !from.isTest) return verdict(LAWS.testFile, from.module, to.module);
  switch (from.zone) {
    case 'root':
      return fromRoot(to);
    case 'module':
      return fromModule(from, to);
    case 'shared':
      return to.zone === 'module' ? verdict(LAWS.kernelModule, undefined, to.module) : verdict(LAWS.silent);
    case 'none':
      return fromOutside(to);
  }
}

function fromRoot(to: Place): Verdict {
  if (to.module === undefined) return verdict(LAWS.silent);
  const isOpenToRoot = to.modules.length === 1 && (to.isContract || to.isEntry);
  return isOpenToRoot ? verdict(LAWS.rootEntry, undefined, to.module) : verdict(LAWS.rootInternals, undefined, to.module);
}

function fromOutside(to: Place): Verdict {
  if (to.module === undefined) return verdict(LAWS.silent);
  const isContract = to.modules.length === 1 && to.isContract;
  return isContract ? verdict(LAWS.outsideContract, undefined, to.module) : verdict(LAWS.outsideInternals, undefined, to.module);
}

function fromModule(from: Place, to: Place): Verdict {
  if (to.zone === 'shared') return verdict(LAWS.moduleKernel, from.innerModule);
  if (to.zone !== 'module') return verdict(LAWS.silent, from.innerModule);
  let common = 0;
  while (common < from.modules.length && from.modules[common] === to.modules[common]) common += 1;
  if (common === from.modules.length && common === to.modules.length) return within(from, to);
  // Where one holds the other, it is the outer one's own files that meet the inner module.
  const mine = from.modules[common] ?? from.modules[common - 1];
  const theirs = to.modules[common] ?? to.modules[common - 1];
  const isTheirContract = to.isContract && theirs === to.innerModule;
  return verdict(isTheirContract ? LAWS.contract : LAWS.internals, mine, theirs);
}

function within(from: Place, to: Place): Verdict {
  const isOther = from.slice !== undefined && to.slice !== undefined && from.slice !== to.slice;
  return verdict(isOther ? LAWS.otherSlice : LAWS.sameModule, from.innerModule, to.innerModule);
}

function verdict(decided: Law, from?: Module, to?: Module): Verdict {
  return { law: decided, from, to, isOpen: to?.open === true && decided.rule === 'no-cross-module-imports' };
}
