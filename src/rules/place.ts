import type { TSESTree } from '@typescript-eslint/types';
import type { Located } from '../facts/index.ts';
import type { Context } from './project-of-file.ts';

/** Lines and columns of a place that is known by its offsets: a node, or a spot inside SQL text. */
export function locOf({ sourceCode }: Context, { range: [start, end] }: Located): TSESTree.SourceLocation {
  return { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) };
}
