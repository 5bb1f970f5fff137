/** Every reference between the files of a project and what the law says of it: what pictures are drawn from. */
export { readGraph } from './project-graph.ts';
export type { GraphFile, GraphModule, GraphReference, GraphSide, GraphVerdict, ProjectGraph } from './types.ts';
