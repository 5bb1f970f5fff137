import type { ModuleReference } from '../graph/index.ts';
import type { GraphReference } from './types.ts';

/** The references that make cycles: from one module to another, tests left out, and what leads to a contract. */
export function cycleReferences(references: readonly GraphReference[]): ModuleReference[] {
  return references.flatMap(({ from: { module: from }, to: { module: to }, file, line, column, endLine, endColumn, kind, target, names, isTest, isContract }) => {
    if (from === undefined || to === undefined || from === to || isTest || isContract) return [];
    return [{ from, to, file, line, column, endLine, endColumn, kind, target, names }];
  });
}
