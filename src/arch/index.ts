export { ConfigurationError, FortressError } from './error.ts';
export type { Explanation, Step, Ways } from './explain/explanation.ts';
export { openProject } from './project.ts';
export type { JudgeOptions, Project, ProjectOptions } from './project.ts';
export { projectOf } from './project-of.ts';
export type { CheckOptions } from './check/check.ts';
export type { GraphFile, GraphModule, GraphReference, GraphSide, GraphVerdict, ProjectGraph } from './edges/index.ts';
export type { Cut, Cycle, CycleStep, ModuleEdge, ModuleReference } from './graph/index.ts';
export type { Outlook, OutlookDraft } from './outlook/index.ts';
export type { ModuleSource } from './sources/sources.ts';
export {
  codeOf,
  currentPath,
  fingerprintOf,
  followed,
  identityOf,
  marked,
  ratcheted,
  readBaseline,
  updatedBaseline,
  uselessEntry,
  writeBaseline,
  writeWhole,
} from './baseline/index.ts';
export type { Baseline, Entry, Identity, ListedEntry, Ratcheted, Renames, Unmarked, UpdateOptions } from './baseline/index.ts';
export { nearestTo } from './config/nearest.ts';
export { layerFolderOf, layerMessage } from './layers/index.ts';
export type { LayerFolder, LayerQuestion, LayerWords } from './layers/index.ts';
export { readReferences } from './references/index.ts';
export type {
  Coverage,
  Diagnostic,
  Finding,
  Module,
  Place,
  Reference,
  ReferenceForm,
  Report,
  Resolution,
  Severity,
} from './types.ts';
export type { RuleName } from './config/rule-names.ts';
export type { ExceptionConfig, FortressConfig, LibraryConfig, ModuleConfig, RuleLevel } from './config/types.ts';
