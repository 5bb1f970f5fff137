import type { TSESTree } from '@typescript-eslint/types';
import type { LibraryDefinition } from '../libraries/index.ts';
import { libraries as allLibraries } from '../libraries/index.ts';
import { catalogOf } from './catalog.ts';
import { Evaluator } from './evaluator.ts';
import { memberOf } from './members.ts';
import { classAround, functionAround, keyName, parameterPattern } from './tree.ts';
import type { Node, SourceFile, Surroundings } from './types.ts';
import { alternatives } from './value.ts';
import type { Frame, Value } from './value.ts';

/** How loud a line is, whatever a logger calls it. */
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error';

/** A logger that can be used at a place. */
export interface LoggerInScope {
  /** How the code there names it: `logger`, `this.logger`, `request.log`. */
  readonly text: string;
  /** The method of a level, and whether its fields come before its message. */
  method(level: LogLevel): { readonly name: string; readonly isFieldsFirst: boolean } | undefined;
}

/** What loggers call a level, best first. */
const METHODS: Readonly<Record<LogLevel, readonly string[]>> = {
  trace: ['trace', 'verbose', 'debug'],
  debug: ['debug', 'verbose'],
  info: ['info', 'log'],
  warn: ['warn', 'warning'],
  error: ['error'],
};

const LOGGER = /^(?:log|.*logger)$/i;
/** Parameters that carry a logger made for the request. */
const CARRIERS = /^(?:req|request|ctx|context|c|app|fastify|server)$/;

/** The logger nearest to a place: the class's own, one of the request, or one of the file. Only what is known to log is one. */
export function loggerAt(file: SourceFile, node: Node, surroundings: Surroundings, libraries: readonly LibraryDefinition[] = allLibraries): LoggerInScope | undefined {
  const evaluator = new Evaluator(catalogOf(libraries), surroundings);
  const frame: Frame = { file, depth: 0 };
  for (const { text, value } of candidates(evaluator, frame, file, node)) {
    const one = loggerOf(evaluator, frame, text, value);
    if (one) return one;
  }
  return undefined;
}

interface Candidate {
  readonly text: string;
  readonly value: Value;
}

function* candidates(evaluator: Evaluator, frame: Frame, file: SourceFile, node: Node): Iterable<Candidate> {
  const owner = classAround(node);
  if (owner && hasThis(node, owner)) {
    const self: Value = { is: 'instance', node: owner, file };
    for (const name of memberNames(owner)) if (LOGGER.test(name)) yield { text: `this.${name}`, value: memberOf(evaluator, self, name, frame) };
  }
  for (let fn = functionAround(node); fn; fn = functionAround(fn)) {
    for (const parameter of fn.params) {
      const name = parameterPattern(parameter);
      if (name.type !== 'Identifier' || file.scopes.variableAt(node, name.name)?.defs[0]?.name !== name) continue;
      const value = evaluator.valueOf(name, frame);
      if (LOGGER.test(name.name)) yield { text: name.name, value };
      if (CARRIERS.test(name.name)) for (const member of ['log', 'logger']) yield { text: `${name.name}.${member}`, value: memberOf(evaluator, value, member, frame) };
    }
  }
  for (const name of namesOf(file.program)) {
    if (LOGGER.test(name.name) && file.scopes.variableAt(node, name.name)?.defs[0]?.name === name) yield { text: name.name, value: evaluator.valueOf(name, frame) };
  }
}

/** `this` is the class's instance in its methods and their arrows, not in static ones nor in functions of their own. */
function hasThis(node: Node, owner: Node): boolean {
  for (let fn = functionAround(node); fn; fn = functionAround(fn)) {
    const { parent } = fn;
    if (parent?.type === 'MethodDefinition' || parent?.type === 'PropertyDefinition') return parent.parent.parent === owner && !parent.static;
    if (fn.type !== 'ArrowFunctionExpression') return false;
  }
  return false;
}

function memberNames(owner: TSESTree.ClassDeclaration | TSESTree.ClassExpression): string[] {
  const names: string[] = [];
  for (const member of owner.body.body) {
    if (member.type === 'PropertyDefinition' && !member.static) names.push(keyName(member) ?? '');
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') continue;
    for (const parameter of member.value.params) {
      const name = parameter.type === 'TSParameterProperty' ? parameterPattern(parameter) : undefined;
      if (name?.type === 'Identifier') names.push(name.name);
    }
  }
  return names;
}

/** Names of the file's top: imports and variables. */
function namesOf(program: TSESTree.Program): TSESTree.Identifier[] {
  return program.body.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type === 'ImportDeclaration') return declaration.importKind === 'type' ? [] : declaration.specifiers.map((specifier) => specifier.local);
    if (declaration?.type !== 'VariableDeclaration') return [];
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id] : []));
  });
}

function loggerOf(evaluator: Evaluator, frame: Frame, text: string, value: Value): LoggerInScope | undefined {
  const method = (level: LogLevel): ReturnType<LoggerInScope['method']> => {
    for (const name of METHODS[level]) {
      const one = alternatives(memberOf(evaluator, value, name, frame))[0];
      if (one?.is === 'function') return { name, isFieldsFirst: false };
      if (one?.is === 'method' && one.call.log && one.of.type.library.name !== 'console') return { name, isFieldsFirst: [one.call.log.fields].flat()[0] === '0' && [one.call.log.message].flat().includes('1') };
    }
    return undefined;
  };
  return method('error') && { text, method };
}
