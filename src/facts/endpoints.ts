import type { TSESTree } from '@typescript-eslint/types';
import type { RouteEffect } from '../libraries/index.ts';
import { argumentNodes, argumentsAt } from './arguments.ts';
import type { Argument } from './arguments.ts';
import { certaintyOf, isOpaqueWrapper } from './calls.ts';
import type { CallReading } from './calls.ts';
import { readDecorators } from './decorators.ts';
import type { DecoratorReading } from './decorators.ts';
import type { Evaluator } from './evaluator.ts';
import { hasEvidence, mayHaveEvidence } from './evidence.ts';
import { methodOfFile } from './file-routes.ts';
import { nameOf } from './queries.ts';
import { bare, constantString, decoratorsOf, isFunction, keyName } from './tree.ts';
import type { EndpointFact, FunctionNode, Node, SourceFile } from './types.ts';
import { alternatives } from './value.ts';
import type { ClassNode, Frame } from './value.ts';

/** An endpoint, and whether what its handler returns is the response. */
export interface ReadEndpoint {
  readonly fact: EndpointFact;
  readonly returns: boolean;
  /** What it answers goes through a serializer that obeys classes. */
  readonly serializes?: boolean;
}

type Callish = Parameters<typeof argumentsAt>[2];

/** The endpoint that a call registers. */
export function endpointAt(evaluator: Evaluator, reading: CallReading): ReadEndpoint | undefined {
  const { route } = reading.call;
  const { node, frame, receiver } = reading;
  if (!route || argumentNodes(node).length < (route.atLeast ?? 0)) return undefined;
  const handlers = argumentsAt(evaluator, route.handlers, node, frame).flatMap((one) => handlerFunctions(evaluator, one));
  // A name that may mean something else is believed where a function is handed over.
  if (receiver?.needsShape && handlers.length === 0) return undefined;
  const chain = receiver?.chain ?? [];
  const hasSchema = (which: 'input' | 'output'): boolean =>
    chain.some((step) => step.call.schema === which) ||
    hasEvidence(evaluator, route[which], node, frame) ||
    // Options that cannot be seen are options only where a handler can be seen beside them.
    (handlers.length > 0 && mayHaveEvidence(evaluator, route[which], node, frame));
  const path = prefixed(evaluator, reading, pathOf(evaluator, route, node, frame));
  return {
    returns: route.returns ?? false,
    fact: {
      kind: 'endpoint',
      framework: reading.library.name,
      method: methodOf(evaluator, route, node, frame),
      ...(path !== undefined && { path }),
      at: nameOf(node),
      handlers: handlers.map((one) => one.node),
      hasOutputSchema: hasSchema('output'),
      hasInputSchema: hasSchema('input'),
      certainty: certaintyOf(receiver),
    },
  };
}

/** The functions that an argument is or wraps: `asyncHandler(async (req, res) => …)`. */
export function handlerFunctions(evaluator: Evaluator, argument: Argument, depth = 0): { node: FunctionNode; file: SourceFile }[] {
  const inner = bare(argument.node);
  const wrapped = inner.type === 'CallExpression' ? wrappedFunctions(evaluator, inner, argument, depth) : [];
  if (wrapped.length > 0) return wrapped;
  return alternatives(evaluator.valueOf(inner, argument.frame)).flatMap((one) => {
    if (one.is === 'function') return [{ node: one.node, file: one.file }];
    return one.is === 'builtin' && one.name === 'bind' && one.of?.is === 'function' ? [{ node: one.of.node, file: one.of.file }] : [];
  });
}

/** What a wrapper is given counts for more than what it makes of it: the wrapper may be of the project, too. */
function wrappedFunctions(evaluator: Evaluator, call: TSESTree.CallExpression, argument: Argument, depth: number): { node: FunctionNode; file: SourceFile }[] {
  if (depth > 3 || !isOpaqueWrapper(evaluator, call, argument.frame)) return [];
  return call.arguments.flatMap((one) => (one.type === 'SpreadElement' ? [] : handlerFunctions(evaluator, { ...argument, node: one }, depth + 1)));
}

function methodOf(evaluator: Evaluator, route: Pick<RouteEffect, 'method'>, node: Callish, frame: Frame): string {
  if (typeof route.method === 'string') return route.method;
  const { at } = route.method;
  if (at === 'file') return methodOfFile(frame.file.path);
  const names = argumentsAt(evaluator, at.endsWith('[]') ? at : `${at}[]`, node, frame).flatMap((one) => methodName(one.node) ?? []);
  return names.length > 0 ? names.join('|') : '*';
}

/** `'post'`, `RequestMethod.POST` */
function methodName(node: Node): string | undefined {
  const inner = bare(node);
  return (constantString(inner) ?? (inner.type === 'MemberExpression' ? keyName(inner) : undefined))?.toUpperCase();
}

function pathOf(evaluator: Evaluator, route: Pick<RouteEffect, 'path'>, node: Callish, frame: Frame): string | undefined {
  if (route.path === undefined) return undefined;
  for (const path of typeof route.path === 'string' ? [route.path] : route.path) {
    if (path === 'key') {
      const name = propertyAround(node);
      if (name !== undefined) return name;
      continue;
    }
    for (const one of argumentsAt(evaluator, path, node, frame)) {
      const value = evaluator.valueOf(one.node, one.frame);
      if (value.is === 'constant' && typeof value.value === 'string') return value.value;
    }
  }
  return undefined;
}

/** The property or variable that holds the route: `list: procedure.query(…)`. */
function propertyAround(node: Node): string | undefined {
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (parent.type === 'Property') return keyName(parent);
    if (parent.type === 'VariableDeclarator') return parent.id.type === 'Identifier' ? parent.id.name : undefined;
    if (isFunction(parent)) return undefined;
  }
  return undefined;
}

function prefixed(evaluator: Evaluator, reading: CallReading, path: string | undefined): string | undefined {
  const parts = (reading.receiver?.chain ?? []).flatMap((step) => {
    const argument = step.call.prefix === undefined ? undefined : argumentsAt(evaluator, step.call.prefix, step.node, step.frame)[0];
    return (argument && constantString(argument.node)) ?? [];
  });
  if (path !== undefined) parts.push(path);
  return parts.length < 2 ? parts[0] : joined(parts);
}

/** `/api/` and `/orders/` are `/api/orders`. */
function joined(parts: readonly string[]): string {
  return parts.join('/').replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
}

/** The endpoints of a controller or resolver. */
export function endpointsOfClass(evaluator: Evaluator, node: ClassNode, file: SourceFile): ReadEndpoint[] {
  const frame: Frame = { file, depth: 0 };
  const onClass = readDecorators(evaluator, decoratorsOf(node), frame);
  return node.body.body.flatMap((member): ReadEndpoint[] => {
    if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') return [];
    const onMember = readDecorators(evaluator, decoratorsOf(member), frame);
    const fn = member.value;
    return onMember.flatMap((reading) => decoratedEndpoint(evaluator, reading, [...onClass, ...onMember], isFunction(fn) ? fn : undefined, member, frame));
  });
}

function decoratedEndpoint(
  evaluator: Evaluator,
  reading: DecoratorReading,
  all: readonly DecoratorReading[],
  fn: FunctionNode | undefined,
  member: TSESTree.MethodDefinition | TSESTree.PropertyDefinition,
  frame: Frame,
): ReadEndpoint[] {
  const { route } = reading.decorator;
  if (!route) return [];
  const controller = all.find(({ decorator }) => decorator.controller);
  const base = controller?.decorator.controller ? pathOf(evaluator, controller.decorator.controller, controller.call, controller.frame) : undefined;
  const own = pathOf(evaluator, route, reading.call, reading.frame) ?? (hasNamePath(route) ? keyName(member) : undefined);
  const path = base === undefined && own === undefined ? undefined : joined(['', base ?? '', own ?? '']);
  const schema = (which: 'input' | 'output'): boolean => all.some((one) => isDeclared(evaluator, one, which)) || hasEvidence(evaluator, route[which], reading.call, reading.frame);
  return [
    {
      serializes: all.some(({ decorator, call, frame: inside }) => hasEvidence(evaluator, decorator.serializer, call, inside)),
      returns: (route.returns ?? false) && !(fn && takesResponse(evaluator, fn, frame)),
      fact: {
        kind: 'endpoint',
        framework: reading.library.name,
        method: methodOf(evaluator, route, reading.call, reading.frame),
        ...(path !== undefined && { path }),
        at: reading.node,
        handlers: fn ? [fn] : [],
        hasOutputSchema: schema('output'),
        hasInputSchema: schema('input'),
        certainty: 'certain',
      },
    },
  ];
}

function hasNamePath(route: Pick<RouteEffect, 'path'>): boolean {
  return route.path === 'name' || (Array.isArray(route.path) && route.path.includes('name'));
}

function isDeclared(evaluator: Evaluator, { decorator, call, frame }: DecoratorReading, which: 'input' | 'output'): boolean {
  const declared = decorator[which];
  return typeof declared === 'boolean' ? declared : hasEvidence(evaluator, declared, call, frame);
}

/** A parameter takes the framework's response object over: what the method returns is not the response then. */
function takesResponse(evaluator: Evaluator, fn: FunctionNode, frame: Frame): boolean {
  return fn.params.some((param) =>
    readDecorators(evaluator, decoratorsOf(param), frame).some(({ decorator, call, frame: inside }) => {
      if (!decorator.takesResponse) return false;
      const { unless } = decorator.takesResponse;
      return unless === undefined || !hasEvidence(evaluator, unless, call, inside);
    }),
  );
}
