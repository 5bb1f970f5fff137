import type { TSESLint } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/types';
import { constantString, functionAround, keyName, outer, type LogLevel } from '../facts/index.ts';
import { consoleUses, type ConsoleUse } from './console-uses.ts';
import { createRule } from './create-rule.ts';
import { loggerInScope, rolesOfFile } from './on-facts.ts';
import type { Context } from './project-of-file.ts';

interface Options {
  readonly allow: readonly string[];
  readonly standardStreams: boolean;
}

type MessageIds = 'method' | 'computed' | 'handed' | 'stream' | 'useLogger';

/** Code that talks to a person at a terminal, or does not run on a server at all. */
const ELSEWHERE = ['test', 'migration', 'seed', 'script', 'command', 'configuration', 'frontend', 'generated'] as const;

export const noConsoleLog = createRule<[Options], MessageIds>({
  name: 'no-console-log',
  meta: {
    type: 'problem',
    hasSuggestions: true,
    docs: { description: 'Disallow the console in server code', config: 'recommended', concern: 'observability' },
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          allow: {
            description: 'Console methods that may be used.',
            type: 'array',
            items: { type: 'string' },
            uniqueItems: true,
          },
          standardStreams: {
            description: 'Reports `process.stdout.write` and `process.stderr.write` too.',
            type: 'boolean',
          },
        },
      },
    ],
    defaultOptions: [{ allow: [], standardStreams: false }],
    messages: {
      method: '`console.{{method}}` writes a line without level, event or request id: no log search can find it. Use the structured logger.',
      computed: 'The console writes lines without level, event or request id: no log search can find them. Use the structured logger.',
      handed: 'The console as a logger writes lines without level, event or request id. Hand over the structured logger.',
      stream: '`process.{{method}}` writes a line without level, event or request id: no log search can find it. Use the structured logger.',
      useLogger: 'Use `{{logger}}`.',
    },
  },
  create(context, [{ allow, standardStreams }]) {
    const { sourceCode } = context;
    const hasStream = standardStreams && sourceCode.text.includes('std');
    if (!hasStream && !sourceCode.text.includes('console')) return {};
    return {
      Program(program) {
        const scopes = sourceCode.scopeManager;
        if (!scopes) return;
        const uses = consoleUses(program, scopes).filter((use) => !isAllowed(use, allow) && !isOutsideServer(use.at, context));
        if (uses.length === 0 && !hasStream) return;
        const roles = rolesOfFile(context);
        if (ELSEWHERE.some((role) => roles.has(role))) return;
        for (const use of uses) {
          const { at, method } = use;
          const suggest = toLogger(use, context);
          if (method !== undefined) context.report({ node: at, messageId: 'method', data: { method }, suggest });
          else context.report({ node: at, messageId: at.type === 'MemberExpression' && at.computed ? 'computed' : 'handed' });
        }
      },
      ...(hasStream && {
        'MemberExpression[property.name="write"]'(node: TSESTree.MemberExpression) {
          const stream = standardStream(node.object, sourceCode);
          if (!stream || isOutsideServer(node, context)) return;
          const roles = rolesOfFile(context);
          if (!ELSEWHERE.some((role) => roles.has(role))) context.report({ node, messageId: 'stream', data: { method: `${stream}.write` } });
        },
      }),
    };
  },
});

const LOG_LEVELS: Readonly<Record<string, LogLevel>> = { log: 'info', info: 'info', warn: 'warn', error: 'error', debug: 'debug', trace: 'trace' };

type Suggestion = TSESLint.SuggestionReportDescriptor<MessageIds>;

/** The same line through the logger in scope, where its arguments mean the same there. */
function toLogger({ at, method, call }: ConsoleUse, context: Context): Suggestion[] {
  const level = method === undefined ? undefined : LOG_LEVELS[method];
  if (level === undefined || at.type !== 'MemberExpression') return [];
  const logger = loggerInScope(context, at);
  const target = logger?.method(level);
  if (!logger || !target) return [];
  const name = `${logger.text}.${target.name}`;
  const edits = call ? argumentsFor(call, target.isFieldsFirst, context.sourceCode.text) : [];
  if (!edits) return [];
  const text = call || !logger.text.startsWith('this.') ? name : `${name}.bind(${logger.text})`;
  return [{ messageId: 'useLogger', data: { logger: name }, fix: (fixer) => [fixer.replaceText(at, text), ...edits.map(({ node, text: own }) => fixer.replaceText(node, own))] }];
}

interface Edit {
  readonly node: TSESTree.Node;
  readonly text: string;
}

/** What has to change in the arguments; nothing where a logger would not print them as the console does. */
function argumentsFor({ arguments: [message, fields, ...more] }: TSESTree.CallExpression, isFieldsFirst: boolean, text: string): Edit[] | undefined {
  if (!message || message.type === 'SpreadElement' || more.length > 0) return undefined;
  if (!fields) return [];
  if (fields.type === 'SpreadElement' || !isText(message) || isText(fields)) return undefined;
  if (!isFieldsFirst) return [];
  const object = asObject(fields, text);
  return object === undefined
    ? undefined
    : [
        { node: message, text: object },
        { node: fields, text: text.slice(...message.range) },
      ];
}

/** Fields are an object; an error stands under the name that loggers print with its stack. */
function asObject(node: TSESTree.Node, text: string): string | undefined {
  if (node.type === 'ObjectExpression') return text.slice(...node.range);
  if (node.type !== 'Identifier') return undefined;
  if (node.name === 'err' || !/^(?:e|error|ex|exception|cause|reason)$/i.test(node.name)) return `{ ${node.name} }`;
  return `{ err: ${node.name} }`;
}

function isText(node: TSESTree.Node): boolean {
  return node.type === 'TemplateLiteral' || constantString(node) !== undefined;
}

function isAllowed({ method }: ConsoleUse, allow: readonly string[]): boolean {
  return method !== undefined && allow.includes(method);
}

/** Places in server code where the console is right: the logger's own output, a stop before there is a logger, a branch for tests. */
function isOutsideServer(node: TSESTree.Node, context: Context): boolean {
  return isInLogger(node) || (ENVIRONMENT.test(context.filename) && isLastWord(node)) || isForTests(node, context.sourceCode.text);
}

const LEVELS = /^(?:trace|debug|verbose|info|log|notice|warn|warning|error|fatal|critical|write|emit|print|output)$/i;
const LOGGER = /logg(?:er|ing)(?:impl|service)?$|log$/i;

/** A method `info`, `error` … that is part of a logger: what it prints is the log. */
function isInLogger(node: TSESTree.Node): boolean {
  for (let fn = functionAround(node); fn; fn = functionAround(fn)) {
    const { parent } = fn;
    if (parent?.type !== 'MethodDefinition' && parent?.type !== 'Property' && parent?.type !== 'PropertyDefinition') continue;
    if (LEVELS.test(keyName(parent) ?? '') && LOGGER.test(nameOfOwner(parent) ?? '')) return true;
  }
  return false;
}

/** The name of the class, of the object, or of the function that makes the object. */
function nameOfOwner({ parent }: TSESTree.MethodDefinition | TSESTree.Property | TSESTree.PropertyDefinition): string | undefined {
  if (parent.type === 'ClassBody') return parent.parent.id?.name;
  const holder = outer(parent);
  if (holder?.type === 'VariableDeclarator') return holder.id.type === 'Identifier' ? holder.id.name : undefined;
  if (holder?.type !== 'ReturnStatement' && holder?.type !== 'ArrowFunctionExpression') return undefined;
  const fn = functionAround(parent);
  return fn?.id?.name ?? (fn?.parent?.type === 'VariableDeclarator' && fn.parent.id.type === 'Identifier' ? fn.parent.id.name : undefined);
}

/** The module that checks the environment stops the program before there can be a logger. */
const ENVIRONMENT = /(?:^|[\\/.-])(?:env|environment|config|settings)(?:[.-][\w.-]+)?\.[cm]?[jt]s$/i;

/** `console.error(…); process.exit(1)` */
function isLastWord(node: TSESTree.Node): boolean {
  let statement: TSESTree.Node | undefined = node;
  while (statement && statement.type !== 'ExpressionStatement') statement = statement.parent;
  if (statement?.parent?.type !== 'BlockStatement') return false;
  const { body } = statement.parent;
  const last = body.at(-1);
  return last?.type === 'ExpressionStatement' && last.expression.type === 'CallExpression' && isProcessExit(last.expression.callee);
}

function isProcessExit(callee: TSESTree.Node): boolean {
  return callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'process' && keyName(callee) === 'exit';
}

/** The branch runs in tests only. */
function isForTests(node: TSESTree.Node, text: string): boolean {
  for (let current: TSESTree.Node = node; current.parent; current = current.parent) {
    const { parent } = current;
    if (parent.type === 'IfStatement' && parent.consequent === current && isTestCondition(parent.test, text)) return true;
  }
  return false;
}

function isTestCondition(test: TSESTree.Node, text: string): boolean {
  if (test.type === 'BinaryExpression') return (test.operator === '===' || test.operator === '==') && (constantString(test.right) === 'test' || constantString(test.left) === 'test');
  return /^(?:\w+\.)*is_?test(?:ing|_?env(?:ironment)?)?$/i.test(text.slice(...test.range));
}

function standardStream(node: TSESTree.Node, sourceCode: Readonly<TSESLint.SourceCode>): string | undefined {
  if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier' || node.object.name !== 'process') return undefined;
  const name = keyName(node);
  if (name !== 'stdout' && name !== 'stderr') return undefined;
  const { variables } = sourceCode.getScope(node);
  return variables.some((variable) => variable.name === 'process' && variable.defs.length > 0) ? undefined : name;
}
