import type { TSESTree } from '@typescript-eslint/types';
import type { Reference } from '../types.ts';
import { CALL_FORMS, CONSTRUCTOR_FORMS, LAST_WORDS } from './call-forms.ts';
import type { CallForm } from './call-forms.ts';
import { textOf } from './constants.ts';
import type { Text } from './constants.ts';
import { denotes } from './denotes.ts';
import type { Scopes } from './scopes.ts';
import { asPath, stepInto, urlArgument } from './steps.ts';
import { argumentAt, keyName, plainString, unwrap } from './syntax.ts';
import type { Node, Path } from './syntax.ts';
import { takenNames } from './taken-names.ts';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** Reads the references of one program that calls make. */
export interface CallReader {
  readonly scopes: Scopes;
  readonly found: Reference[];
  /** References inside others, which the outer one stands for: the URL of a worker, the `import()` of a mock. */
  readonly inner: Set<Node>;
}

/** `import('./x')`. */
export function readImportExpression(path: Path, node: TSESTree.ImportExpression, reader: CallReader): void {
  if (reader.inner.has(node)) return;
  readTargets(node.source, path, { form: 'dynamic-import' }, takenNames(path, true), reader);
}

/** A call or a `new` that names a file. */
export function readCall(path: Path, node: Call, reader: CallReader): void {
  if (reader.inner.has(node)) return;
  const form = formOf(node, path, reader.scopes);
  const named = form && namedIn(node, form, path, reader.scopes);
  if (!named) return;
  readTargets(named, path, form, form.gives ? takenNames(path, form.gives === 'promise') : [], reader);
}

function formOf(node: Call, path: Path, scopes: Scopes): CallForm | undefined {
  const callee = unwrap(node.callee);
  const key = callee.type === 'MemberExpression' ? keyName(callee) : undefined;
  if (callee.type === 'MemberExpression' && (key === undefined || !LAST_WORDS.has(key))) return undefined;
  const name = denotes(callee, path, scopes);
  if (node.type === 'CallExpression') {
    // `t.mock.module('./x')`: a test's context has the mocks of `node:test`.
    return CALL_FORMS.get(name ?? (key === 'module' && isMockMember(callee) ? 'mock.module' : ''));
  }
  if (name === 'URL') return urlArgument(node, path, scopes) && { form: 'url', isPath: true };
  return name === undefined ? undefined : CONSTRUCTOR_FORMS.get(name);
}

function isMockMember(callee: Node): boolean {
  const object = callee.type === 'MemberExpression' ? unwrap(callee.object) : undefined;
  return object?.type === 'MemberExpression' && keyName(object) === 'mock';
}

function namedIn(node: Call, form: CallForm, path: Path, scopes: Scopes): Node | undefined {
  const argument = argumentAt(node, form.argument);
  if (form.option !== undefined) return propertyOf(argument, form.option);
  // `new Worker(code, { eval: true })` is given the program itself.
  if (form.form === 'worker' && isTrue(propertyOf(argumentAt(node, 1), 'eval'))) return undefined;
  return argument && form.isOptional && !textOf(argument, path, scopes) ? undefined : argument;
}

function isTrue(node: Node | undefined): boolean {
  return node?.type === 'Literal' && node.value === true;
}

function propertyOf(object: Node | undefined, key: string): Node | undefined {
  if (object?.type !== 'ObjectExpression') return undefined;
  const found = object.properties.find((one) => one.type === 'Property' && keyName(one) === key);
  return found?.type === 'Property' ? found.value : undefined;
}

function readTargets(named: Node, path: Path, form: CallForm, names: readonly string[], reader: CallReader): void {
  if (form.shape === 'glob') readGlobs(named, path, form, reader);
  else for (const one of choices(named, form.shape === 'list')) readTarget(one, path, form, names, reader);
}

/** Every expression that may name the file: both arms of a condition, and the elements of a list. */
function choices(node: Node, isList: boolean): Node[] {
  const inner = unwrap(node);
  if (inner.type === 'ConditionalExpression') return [...choices(inner.consequent, isList), ...choices(inner.alternate, isList)];
  if (inner.type === 'LogicalExpression') return [...choices(inner.left, isList), ...choices(inner.right, isList)];
  if (isList && inner.type === 'ArrayExpression') return inner.elements.flatMap((element) => (element ? choices(element, false) : []));
  return [inner];
}

function readTarget(node: Node, path: Path, form: CallForm, names: readonly string[], reader: CallReader): void {
  const { scopes, found, inner } = reader;
  let site = node;
  let isPath = form.isPath ?? false;
  for (let step = stepInto(site, path, scopes); step; step = stepInto(site, path, scopes)) {
    if (step.isReference) inner.add(unwrap(site));
    isPath ||= step.isPath;
    site = unwrap(step.inner);
  }
  const read = textOf(node, path, scopes);
  if (read?.isNamed) return;
  const text = read && isPath ? { ...read, text: asPath(read.text) } : read;
  if (text && isPath && isElsewhere(text.text)) return;
  found.push({ form: form.form, kind: 'value', ...specifierOf(text, form, isPath), start: site.range[0], end: site.range[1], names });
}

/** What a URL or a worker is given and no file of the project: `https://…`, `data:…`, `//host`, nothing but a query. */
function isElsewhere(text: string): boolean {
  return /^(?:[a-z][a-z\d+.-]+:|\/\/|[#?])/i.test(text);
}

function specifierOf(text: Text | undefined, form: CallForm, isPath: boolean): Pick<Reference, 'specifier' | 'isPrefix'> {
  if (!text || (form.isFromElsewhere && (text.text.startsWith('.') || !text.isWhole))) return { specifier: undefined };
  if (form.shape === 'folder') return { specifier: text.text.replace(/\/*$/, '/'), isPrefix: true };
  const isFolder = isPath && /(?:^|\/)\.{0,2}$/.test(text.text);
  // Of `./x.js?t=${Date.now()}` all that names the file is static.
  const isWhole = text.isWhole || /.[?#]/.test(text.text);
  return isWhole && !isFolder ? { specifier: text.text } : { specifier: text.text, isPrefix: true };
}

/** `import.meta.glob`: each pattern is a reference; those that begin with `!` take away from the others. */
function readGlobs(named: Node, path: Path, form: CallForm, reader: CallReader): void {
  const { scopes, found } = reader;
  const call = path.node as TSESTree.CallExpression;
  const base = plainString(propertyOf(argumentAt(call, 1), 'base'));
  const patterns = choices(named, true).map((node) => ({ node, text: textOf(node, path, scopes) }));
  const except = patterns.flatMap(({ text }) => (text?.isWhole && text.text.startsWith('!') ? [under(base, text.text.slice(1))] : []));
  for (const { node, text } of patterns) {
    if (text?.text.startsWith('!')) continue;
    found.push({
      form: form.form,
      kind: 'value',
      ...(text?.isWhole ? { specifier: under(base, text.text), isGlob: true, ...(except.length > 0 && { except }) } : { specifier: undefined }),
      start: node.range[0],
      end: node.range[1],
      names: ['*'],
    });
  }
}

/** A pattern from the folder that the option `base` names. */
function under(base: string | undefined, pattern: string): string {
  return base === undefined || pattern.startsWith('/') ? pattern : `${base.replace(/\/$/, '')}/${pattern.replace(/^\.\//, '')}`;
}
