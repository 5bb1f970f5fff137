import type { TSESTree } from '@typescript-eslint/types';
import type { RouteFiles } from '../libraries/index.ts';
import type { Library } from './catalog.ts';
import { handlerFunctions } from './endpoints.ts';
import type { ReadEndpoint } from './endpoints.ts';
import type { Evaluator } from './evaluator.ts';
import { exportsOf } from './exports.ts';
import { methodOfFile, pathOfFile } from './file-routes.ts';
import { bare, isFunction, keyName, outer } from './tree.ts';
import type { FunctionNode, Node, SourceFile } from './types.ts';
import { UNKNOWN } from './value.ts';
import type { Frame, Value } from './value.ts';

type Route = RouteFiles['exports'][string];

/** The endpoints that a file has by its place: Next's `route.ts`, Remix's loaders. */
export function endpointsOfFile(evaluator: Evaluator, file: SourceFile): ReadEndpoint[] {
  return evaluator.catalog.routeFiles.flatMap(({ library, files, matches }) => {
    if (!matches(file.path)) return [];
    if (files.directive !== undefined && !startsWith(file.program.body, files.directive)) return [];
    return exportedEndpoints(evaluator, library, files, file);
  });
}

function exportedEndpoints(evaluator: Evaluator, library: Library, files: RouteFiles, file: SourceFile): ReadEndpoint[] {
  const found: ReadEndpoint[] = [];
  for (const [name, entry] of exportsOf(file).named) {
    const route = routeOf(files, name);
    if (!route || entry.from !== undefined) continue;
    const value = initialOf(entry.node, file);
    if (files.madeBy && !isMadeBy(value, files.madeBy)) continue;
    for (const { method, handlers } of servingFunctions(evaluator, value, file)) {
      found.push(endpointOf(library, files, method === undefined ? route : { ...route, method }, file, entry.node, handlers, name));
    }
  }
  return found;
}

function routeOf(files: RouteFiles, name: string): Route | undefined {
  return Object.hasOwn(files.exports, name) ? files.exports[name] : files.exports['*'];
}

function endpointOf(library: Library, files: RouteFiles, route: Route, file: SourceFile, at: Node, handlers: readonly FunctionNode[], name: string | undefined): ReadEndpoint {
  const path = route.path === 'key' ? name : route.path === 'file' || route.path === 'flat-file' ? pathOfFile(files, file.path, route.path === 'flat-file') : undefined;
  return {
    returns: route.returns ?? false,
    fact: {
      kind: 'endpoint',
      framework: library.name,
      method: typeof route.method === 'string' ? route.method : methodOfFile(file.path),
      ...(path !== undefined && { path }),
      at,
      handlers,
      hasOutputSchema: false,
      hasInputSchema: false,
      certainty: 'certain',
    },
  };
}

/** What an exported name was given: `const GET = withAuth(async () => …)`, `const { action } = createRoute(…)`, `const action = route.action`. */
function initialOf(node: Node, file: SourceFile, depth = 0): Node {
  const inner = bare(node);
  if (inner.type === 'MemberExpression' && inner.object.type === 'Identifier' && depth > 0) return initialOf(inner.object, file, depth + 1);
  if (inner.type !== 'Identifier' || depth > 3) return inner;
  const definition = file.scopes.variableAt(inner, inner.name)?.defs[0]?.node;
  if (definition?.type === 'VariableDeclarator' && definition.init) return initialOf(definition.init, file, depth + 1);
  return definition && isFunction(definition) ? definition : inner;
}

function isMadeBy(node: Node, names: readonly string[]): boolean {
  if (node.type !== 'CallExpression') return false;
  const callee = bare(node.callee);
  const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? keyName(callee) : undefined;
  return (name !== undefined && names.includes(name)) || node.arguments.some((argument) => isMadeBy(bare(argument), names));
}

/** Functions that serve together: middleware, and the one that answers. */
interface Served {
  readonly method?: string;
  readonly handlers: readonly FunctionNode[];
}

/** What each endpoint is served by that an exported value is: one for a function, one for each public method of a class. */
function servingFunctions(evaluator: Evaluator, node: Node, file: SourceFile): Served[] {
  const frame: Frame = { file, depth: 0 };
  const value = evaluator.valueOf(node, frame);
  if (value.is === 'class') return value.file === file ? value.node.body.body.flatMap((member) => (isServing(member) ? [{ handlers: [member.value] }] : [])) : [];
  const direct = handlerFunctions(evaluator, { node, file, frame });
  const here = direct.filter((one) => one.file === file).map((one) => one.node);
  if (here.length > 0) return [{ handlers: here }];
  return direct.length === 0 && node.type === 'CallExpression' ? node.arguments.flatMap((argument) => servedInside(argument)) : [];
}

const VERBS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);

/** `withMiddleware({ GET: createRoute({ query: schema, handler: async () => … }) })`: an endpoint for each method, else one. */
function servedInside(node: Node, depth = 0): Served[] {
  const inner = bare(node);
  if (isFunction(inner)) return [{ handlers: [inner] }];
  if (depth > 4) return [];
  if (inner.type === 'CallExpression') return inner.arguments.flatMap((argument) => servedInside(argument, depth + 1));
  if (inner.type !== 'ObjectExpression') return [];
  return inner.properties.flatMap((property): Served[] => {
    if (property.type !== 'Property') return [];
    const verb = keyName(property);
    const served = servedInside(property.value, depth + 1);
    return verb !== undefined && VERBS.has(verb) ? served.slice(-1).map(({ handlers }) => ({ method: verb, handlers })) : served.slice(0, 1);
  });
}

function isServing(member: TSESTree.ClassElement): member is TSESTree.MethodDefinition & { value: TSESTree.FunctionExpression } {
  if (member.type !== 'MethodDefinition' || member.kind !== 'method' || member.static || member.key.type === 'PrivateIdentifier') return false;
  return member.accessibility !== 'private' && member.accessibility !== 'protected' && isFunction(member.value);
}

/** The endpoint that a function is by its directive: `async function pay() { 'use server'; … }`. */
export function endpointOfDirective(evaluator: Evaluator, fn: FunctionNode, file: SourceFile): ReadEndpoint | undefined {
  if (fn.body?.type !== 'BlockStatement') return undefined;
  const { body } = fn.body;
  if (body[0]?.type !== 'ExpressionStatement' || body[0].directive === undefined) return undefined;
  for (const { library, files, matches } of evaluator.catalog.routeFiles) {
    const route = files.exports['*'];
    if (files.directive === undefined || !route || !startsWith(body, files.directive) || !matches(file.path)) continue;
    return endpointOf(library, files, route, file, fn, [fn], nameOfFunction(fn));
  }
  return undefined;
}

function startsWith(body: readonly TSESTree.Node[], directive: string): boolean {
  return body.some((statement) => statement.type === 'ExpressionStatement' && statement.directive === directive);
}

function nameOfFunction(fn: FunctionNode): string | undefined {
  if (fn.type !== 'ArrowFunctionExpression' && fn.id) return fn.id.name;
  const { parent } = fn;
  if (parent.type === 'VariableDeclarator') return parent.id.type === 'Identifier' ? parent.id.name : undefined;
  return parent.type === 'Property' || parent.type === 'MethodDefinition' ? keyName(parent) : undefined;
}

/** What a parameter of a function is that serves by its file: `export default (req, res) => …` in `pages/api`. */
export function parameterByPlace(evaluator: Evaluator, fn: FunctionNode, index: number, file: SourceFile): Value {
  for (const { library, files, matches } of evaluator.catalog.routeFiles) {
    if (files.directive !== undefined || !matches(file.path)) continue;
    for (const name of exportedNames(fn, file)) {
      const gives = routeOf(files, name)?.params[index];
      const type = typeof gives === 'string' ? evaluator.catalog.type(library, gives) : undefined;
      if (type) return { is: 'handle', type, certainty: 'certain', chain: [] };
    }
  }
  return UNKNOWN;
}

/** The names under which a function leaves its file, wrapped or not. */
function exportedNames(fn: FunctionNode, file: SourceFile): string[] {
  let current: Node = fn;
  for (let parent = outer(current); parent?.type === 'CallExpression' && parent.callee !== current; parent = outer(current)) current = parent;
  const holder = outer(current);
  const local = holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? holder.id.name : fn.type === 'FunctionDeclaration' ? fn.id?.name : undefined;
  const names: string[] = [];
  for (const [name, entry] of exportsOf(file).named) {
    if (entry.from === undefined && (bare(entry.node) === current || (entry.node.type === 'Identifier' && entry.node.name === local))) names.push(name);
  }
  return names;
}
