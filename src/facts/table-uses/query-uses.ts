import type { Refers } from '../../libraries/index.ts';
import { argumentsAt } from '../arguments.ts';
import { certaintyOf, readCall } from '../calls.ts';
import type { CallReading } from '../calls.ts';
import type { Evaluator } from '../evaluator.ts';
import { nameOf, queryAt, stateOf, within } from '../queries.ts';
import { bare, keyName } from '../tree.ts';
import type { Node, QueryFact, SourceFile } from '../types.ts';
import type { Frame, QueryState, QueryStep } from '../value.ts';
import { relationsAt } from './followed.ts';
import { entityInFile, namedTables, tableInText, tableOfHandle } from './named.ts';
import type { Named, Naming } from './named.ts';
import type { FollowedRelation, TableName, TableUse } from './types.ts';

/** What one query says of tables. */
export interface QueryUses {
  readonly uses: readonly TableUse[];
  readonly followed: readonly FollowedRelation[];
}

const NONE: QueryUses = { uses: [], followed: [] };

/** The tables that a query names, where it names them; where a repository or a model does, at its method. */
export function usesOfQuery(evaluator: Evaluator, reading: CallReading): QueryUses {
  const { node, frame } = reading;
  const query = queryAt(evaluator, node, frame, reading);
  const state = query && stateOf(evaluator, reading);
  if (!query || !state) return NONE;
  const steps = state.steps.filter((step) => step.file === frame.file && within(step.node, node));
  const named = steps.flatMap((step) => namedByStep(evaluator, step, query, frame));
  const isNamed = state.steps.some((step) => namesEntity(evaluator, step));
  const isText = steps.some(({ call }) => call.sql !== undefined);
  const about = isNamed || isText ? undefined : aboutEntity(evaluator, state, query, frame);
  const from = about?.target ?? named.find(({ target }) => target)?.target ?? aboutElsewhere(evaluator, state, frame);
  const followed = from ? steps.flatMap((step) => followedBy(evaluator, step, from, query, frame)) : [];
  return { uses: [...named, ...(about ? [about] : [])], followed };
}

function namesEntity(evaluator: Evaluator, { call, node, frame }: QueryStep): boolean {
  return call.entity !== undefined && argumentsAt(evaluator, call.entity, node, frame).length > 0;
}

function namedByStep(evaluator: Evaluator, step: QueryStep, query: QueryFact, frame: Frame): TableUse[] {
  const { call } = step;
  if (call.entity === undefined || call.sql !== undefined) return [];
  const effect = query.effect === 'write' ? 'write' : 'read';
  return argumentsAt(evaluator, call.entity, step.node, step.frame)
    .flatMap((argument) => namedTables(evaluator, argument, { hasAliases: true }))
    .map((one) => use(one, frame.file, nameOf(step.node), { library: query.library, tie: 'query', effect, certainty: query.certainty }));
}

/** One use: in this file where the name stands, else where it is used. */
export function use({ node, file, target }: Named, here: SourceFile, otherwise: Node, more: Pick<TableUse, 'library' | 'tie' | 'effect' | 'certainty' | 'relation'>): TableUse {
  return { ...more, at: file === here ? node : otherwise, ...(target && { target }) };
}

/** The entity that the receiver is of: a repository's, a model's, a property's (`prisma.invoice`). */
function aboutEntity(evaluator: Evaluator, state: QueryState, query: QueryFact, frame: Frame): TableUse | undefined {
  const target = aboutElsewhere(evaluator, state, frame);
  if (!target) return undefined;
  const first = state.steps[0];
  // A builder that goes on in another place was judged where it began.
  if (!first || first.file !== frame.file || !within(first.node, query.node)) return undefined;
  const callee = bare(first.node.type === 'TaggedTemplateExpression' ? first.node.tag : first.node.callee);
  const owner = callee.type === 'MemberExpression' ? bare(callee.object) : undefined;
  const isProperty = owner?.type === 'MemberExpression' && keyName(owner) === state.entity?.name;
  const at = isProperty ? owner.property : nameOf(first.node);
  return { library: query.library, tie: 'query', effect: query.effect === 'write' ? 'write' : 'read', target, at, certainty: query.certainty };
}

function aboutElsewhere(evaluator: Evaluator, { steps, model, entity }: QueryState, frame: Frame): TableName | undefined {
  const [first] = steps;
  const receiver = first && readCall(evaluator, first.node, first.frame)?.receiver;
  const target = receiver && tableOfHandle(receiver);
  if (target?.declaredIn !== undefined) return target;
  if (model?.node.id) return { name: model.node.id.name, declaredIn: model.file.path };
  if (!entity) return target;
  const isBare = first && !isPropertyOf(first, entity.name);
  return (isBare ? entityInFile(evaluator, entity.name, frame) : undefined) ?? tableInText(entity.name) ?? { name: entity.name };
}

/** `prisma.invoice`: the name is a property, whatever else is called so in the file. */
function isPropertyOf({ node }: QueryStep, name: string): boolean {
  const callee = bare(node.type === 'TaggedTemplateExpression' ? node.tag : node.callee);
  const owner = callee.type === 'MemberExpression' ? bare(callee.object) : undefined;
  return owner?.type === 'MemberExpression' && keyName(owner) === name && owner.object.type !== 'ThisExpression';
}

function followedBy(evaluator: Evaluator, step: QueryStep, from: TableName, query: QueryFact, frame: Frame): FollowedRelation[] {
  const base = { library: query.library, from, certainty: query.certainty };
  const listed = relationsAt(evaluator, step).map(({ path, node, argument }): FollowedRelation => {
    const isWritten = argument.property?.type === 'Property' && keyName(argument.property) === 'data';
    return { ...base, path, at: argument.file === frame.file ? node : nameOf(step.node), isOfAlias: false, effect: isWritten ? 'write' : 'read' };
  });
  return [...listed, ...aliasRelations(evaluator, step).map((one): FollowedRelation => ({ ...base, ...one, isOfAlias: true, effect: 'read' }))];
}

/** `.leftJoin('order.invoice', 'i')` */
function aliasRelations(evaluator: Evaluator, { call, node, frame }: QueryStep): Pick<FollowedRelation, 'path' | 'at'>[] {
  return refersOf(call).flatMap(({ at, path }) => {
    if (path !== true) return [];
    return argumentsAt(evaluator, at, node, frame).flatMap((argument) => {
      const value = evaluator.valueOf(argument.node, argument.frame);
      const [, property, ...more] = value.is === 'constant' && typeof value.value === 'string' ? value.value.split('.') : [];
      return property === undefined ? [] : [{ path: [property, ...more], at: argument.node }];
    });
  });
}

export function refersOf({ refers }: { readonly refers?: Refers | readonly Refers[] }): readonly Refers[] {
  return refers === undefined ? [] : Array.isArray(refers) ? (refers as readonly Refers[]) : [refers as Refers];
}

/** The tables that a call refers to beside the one that it is about. */
export function referredBy(evaluator: Evaluator, refers: readonly Refers[], node: CallReading['node'], frame: Frame, more: Pick<TableUse, 'library' | 'certainty'>, relation?: TableUse['relation']): TableUse[] {
  return refers.flatMap(({ at, by, column, path }) => {
    const naming: Naming = { column: column === true, isGiven: by === 'relation' || by === 'foreign-key', hasAliases: by === 'join' };
    return argumentsAt(evaluator, at, node, frame)
      .filter((argument) => path !== true || !hasDot(evaluator, argument))
      .flatMap((argument) => namedTables(evaluator, argument, naming))
      // What a relation leads to is never a name that only the program knows: then it is something else.
      .filter(({ target }) => target !== undefined || by === 'join')
      .map((one) => use(one, frame.file, nameOf(node), { ...more, tie: by, effect: by === 'migration' ? 'write' : 'read', ...(relation && by === 'relation' && { relation }) }));
  });
}

function hasDot(evaluator: Evaluator, argument: ReturnType<typeof argumentsAt>[number]): boolean {
  const value = evaluator.valueOf(argument.node, argument.frame);
  return value.is === 'constant' && typeof value.value === 'string' && value.value.includes('.');
}

/** The certainty of what a call says. */
export const certainty = ({ receiver }: CallReading): TableUse['certainty'] => certaintyOf(receiver);
