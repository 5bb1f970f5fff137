import type { Evaluator } from './evaluator.ts';
import { narrowed } from './narrowed.ts';
import { hidesFields } from './serialized.ts';
import { functionAround } from './tree.ts';
import type { LeakedEntity, Node, SourceFile } from './types.ts';
import type { Frame, Handle, Stored, Value } from './value.ts';

/** Objects in objects deeper than this are not looked at: nobody nests a response so far. */
const DEEPEST = 6;

/** Stored entities that leave with an expression: as it is, spread, nested, in arrays, through variables and functions. */
export function entitiesIn(evaluator: Evaluator, node: Node, frame: Frame, file: SourceFile): LeakedEntity[] {
  const found = new Map<Node, LeakedEntity>();
  look(evaluator, evaluator.awaited(evaluator.valueOf(node, frame)), node, file, found, 0, false);
  return [...found.values()];
}

function look(evaluator: Evaluator, value: Value, at: Node, file: SourceFile, found: Map<Node, LeakedEntity>, depth: number, isMany: boolean): void {
  if (depth > DEEPEST || found.has(at)) return;
  const next = (inner: Value, place: Node, isEach = isMany): void => look(evaluator, evaluator.awaited(inner), place, file, found, depth + 1, isEach);
  switch (value.is) {
    case 'stored':
      if (value.query.columns === 'all') found.set(at, leakOf(evaluator, value, at, isMany));
      return;
    case 'handle':
      if (value.type.isEntity) found.set(at, leakOfHandle(evaluator, value, at, isMany));
      return;
    case 'union':
      for (const one of narrowed(evaluator, value.of, at)) next(one, at);
      return;
    case 'list':
      return next(value.of, at, true);
    case 'tuple':
      for (const one of value.elements) next(one, at);
      return;
    case 'record':
      for (const one of value.properties.values()) next(one, at);
      return;
    case 'array': {
      const inner: Frame = { ...value.frame, file: value.file };
      for (const element of value.node.elements) {
        if (!element) continue;
        const expression = element.type === 'SpreadElement' ? element.argument : element;
        next(evaluator.valueOf(expression, inner), value.file === file && isNear(value.node, at) ? expression : at);
      }
      return;
    }
    case 'object': {
      const inner: Frame = { ...value.frame, file: value.file };
      for (const property of value.node.properties) {
        const expression = property.type === 'SpreadElement' ? property.argument : property.value;
        next(evaluator.valueOf(expression, inner), value.file === file && isNear(value.node, at) ? expression : at);
      }
      return;
    }
    default:
  }
}

/** In the response, or beside it in the same function: what a function gives is told where it is called. */
function isNear(inner: Node, response: Node): boolean {
  const around = functionAround(inner);
  return contains(response, inner) || !around || contains(around, response);
}

function contains(outer: Node, inner: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

function leakOf(evaluator: Evaluator, value: Stored, at: Node, isMany: boolean): LeakedEntity {
  const { query } = value;
  const hides = hidesFields(evaluator, query.library, query.model);
  return {
    at,
    ...(query.entity && { entity: query.entity }),
    operation: query.operation,
    library: query.library.name,
    isMany: isMany || value.many,
    ...(hides !== undefined && { hidesFields: hides }),
    through: value.through,
    certainty: query.certainty,
  };
}

function leakOfHandle(evaluator: Evaluator, value: Handle, at: Node, isMany: boolean): LeakedEntity {
  const hides = hidesFields(evaluator, value.type.library, value.model);
  return {
    at,
    ...(value.entity && { entity: value.entity }),
    operation: value.query?.operation ?? 'new',
    library: value.type.library.name,
    isMany,
    ...(hides !== undefined && { hidesFields: hides }),
    through: value.through ?? [],
    certainty: value.certainty,
  };
}
