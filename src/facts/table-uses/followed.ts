import { argumentsAt } from '../arguments.ts';
import type { Argument } from '../arguments.ts';
import type { Evaluator } from '../evaluator.ts';
import { bare, constantString, keyName } from '../tree.ts';
import type { Node } from '../types.ts';
import { alternatives } from '../value.ts';
import type { Frame, QueryStep } from '../value.ts';

/** A relation by the names on the way to it, and where its last name stands. */
export interface RelationPath {
  readonly path: readonly string[];
  readonly node: Node;
  readonly argument: Argument;
}

/** Keys between a relation and those below it. */
const BETWEEN = new Set(['include', 'select', 'with', 'relations', 'populate', 'create', 'update', 'upsert', 'connectOrCreate', 'data']);
/** Keys that say something else of a relation. */
const OTHERS = new Set(['where', 'orderBy', 'columns', 'take', 'skip', 'limit', 'offset', 'cursor', 'omit', 'extras', 'connect', 'set', 'disconnect']);

/** Every relation that the arguments of a step name. */
export function relationsAt(evaluator: Evaluator, { call, node, frame }: QueryStep): RelationPath[] {
  if (call.follows === undefined) return [];
  return argumentsAt(evaluator, call.follows, node, frame).flatMap((argument) => relationsIn(evaluator, argument, [], 0));
}

function relationsIn(evaluator: Evaluator, argument: Argument, before: readonly string[], depth: number): RelationPath[] {
  if (depth > 8) return [];
  const node = bare(argument.node);
  const text = constantString(node);
  if (text !== undefined) return pathsInText(text).map((path) => ({ path: [...before, ...path], node, argument }));
  const next = (one: Node, path: readonly string[], frame: Frame = argument.frame): RelationPath[] => relationsIn(evaluator, { ...argument, node: one, frame, file: frame.file }, path, depth + 1);
  if (node.type === 'ArrayExpression') return node.elements.flatMap((one) => (one ? next(one, before) : []));
  const object = node.type === 'ObjectExpression' ? { node, frame: argument.frame } : alternatives(evaluator.valueOf(node, argument.frame)).flatMap((value) => (value.is === 'object' ? [{ node: value.node, frame: { ...value.frame, file: value.file } }] : []))[0];
  if (!object) return [];
  return object.node.properties.flatMap((property): RelationPath[] => {
    if (property.type !== 'Property') return next(property.argument, before, object.frame);
    const key = keyName(property);
    const value = bare(property.value);
    if (key === undefined || OTHERS.has(key) || (value.type === 'Literal' && value.value === false)) return [];
    // What names a relation in an object is read where the page says so: `{ path: 'invoice' }`.
    if (constantString(value) !== undefined) return [];
    if (BETWEEN.has(key)) return next(value, before, object.frame);
    const path = [...before, key];
    return [{ path, node: property.key, argument: { ...argument, file: object.frame.file } }, ...next(value, path, object.frame)];
  });
}

/** `invoice`, `invoice.lines`, `invoice customer`, `[invoice.[lines, payments], customer]`. */
export function pathsInText(text: string): string[][] {
  const words = text.match(/[\w$]+|[[\].,]/g) ?? [];
  const found: string[][] = [];
  const open: string[][] = [];
  let before: string[] = [];
  let path: string[] = [];
  let isNext = false;
  for (const word of words) {
    if (word === '[') {
      open.push(before);
      before = path;
      isNext = false;
    } else if (word === ']') {
      before = open.pop() ?? [];
      path = before;
    } else if (word === '.') isNext = true;
    else if (word === ',') {
      path = before;
      isNext = false;
    } else {
      path = isNext ? [...path, word] : [...before, word];
      isNext = false;
      found.push(path);
    }
  }
  return found;
}
