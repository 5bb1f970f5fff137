import type { ICruiseResult } from 'dependency-cruiser';

/** The parts of dependency-cruiser's result, by its own types. */
export type Result = ICruiseResult;
export type File = Result['modules'][number];
export type Dependency = File['dependencies'][number];
export type DependencyKind = Dependency['dependencyTypes'][number];
export type Folder = NonNullable<Result['folders']>[number];
