import type { TSESTree } from '@typescript-eslint/types';
import type { Ordered } from '../libraries/index.ts';
import type { Library } from './catalog.ts';
import type { Evaluator } from './evaluator.ts';
import { orderedGenerator } from './sql/index.ts';
import { bare, keyName } from './tree.ts';
import type { Located, Node, Replacement, SourceFile, TextEdit } from './types.ts';

/** A UUID that is made in code: the call, the decorator, or the generator's name alone. */
export interface MadeInCode {
  readonly node: Node;
  readonly file: SourceFile;
  readonly library: Library;
  readonly ordered?: Ordered | undefined;
}

/** What makes a time-ordered UUID in the place of another: what its own library has, then what a package has that the project depends on. */
export function orderedInCode(evaluator: Evaluator, made: MadeInCode): Replacement[] {
  const { ordered } = made;
  const own = ordered && ('name' in ordered ? renamed(made, ordered) : rewritten(made, ordered));
  return [own ?? [], byInstalledPackage(evaluator, made) ?? []].flat();
}

/** The same for a generator that SQL calls, at a place in a file. */
export function orderedInSql({ text }: Pick<SourceFile, 'text'>, { range: [start, end] }: Located, generator: string): Replacement[] {
  const ordered = orderedGenerator(generator);
  const place = ordered && placeOf({ text }, { range: [start, end] }, generator);
  if (!ordered || !place) return [];
  // The schema of an extension is none of the built-in function's.
  const schema = /(?:"?\w+"?\s*\.\s*)?$/.exec(text.slice(0, place.range[0]))?.[0].length ?? 0;
  return [{ ...ordered, edits: [{ range: [place.range[0] - schema, place.range[1]], text: ordered.text }] }];
}

/** Where a text stands within a place; nothing where it stands there twice, or in other words. */
export function placeOf({ text }: Pick<SourceFile, 'text'>, { range: [start, end] }: Located, part: string): Located | undefined {
  const within = text.slice(start, end);
  const at = within.indexOf(part);
  return at < 0 || within.includes(part, at + 1) ? undefined : { range: [start + at, start + at + part.length] };
}

function since({ since: version }: Ordered): Pick<Replacement, 'since'> {
  return version === undefined ? {} : { since: version };
}

/** What is called, or named without being called. */
function generatorOf(node: Node): Node {
  const inner = bare(node.type === 'Decorator' ? node.expression : node);
  return inner.type === 'CallExpression' || inner.type === 'NewExpression' ? bare(inner.callee) : inner;
}

/** `v4()` → `v7()`, `crypto.randomUUID` → `crypto.randomUUIDv7`: another name of the same module. */
function renamed({ node, file }: MadeInCode, ordered: Extract<Ordered, { readonly name: string }>): Replacement | undefined {
  const generator = generatorOf(node);
  if (generator.type === 'MemberExpression') return generator.computed ? undefined : replacement(node, file, ordered, generator.property, ordered.name, []);
  if (generator.type !== 'Identifier') return undefined;
  const named = nameBeside(file, generator, ordered.name);
  return named && replacement(node, file, ordered, generator, named.local, named.edits);
}

function replacement(node: Node, file: SourceFile, ordered: Ordered, old: Node, text: string, more: readonly TextEdit[]): Replacement {
  const [start, end] = node.range;
  const whole = file.text.slice(start, old.range[0]) + text + file.text.slice(old.range[1], end);
  return { text: whole, ...since(ordered), edits: [{ range: old.range, text }, ...more] };
}

/** Something else altogether: `defaultRandom()` → `` default(sql`uuidv7()`) ``. */
function rewritten({ node, file, library }: MadeInCode, ordered: Extract<Ordered, { readonly text: string }>): Replacement | undefined {
  const inner = bare(node.type === 'Decorator' ? node.expression : node);
  const generator = generatorOf(node);
  // Its options would be lost.
  if (inner.type === 'CallExpression' && inner.arguments.length > 1) return undefined;
  const [text, from] = withReceiver(ordered.text, generator, inner, file);
  if (text === undefined) return undefined;
  if (!ordered.imports) return { text, ...since(ordered), edits: [{ range: [from, inner.range[1]], text }] };
  const { name, from: source } = ordered.imports;
  const named = source === undefined ? nameOfLibrary(file, library, generator, name) : nameImported(file, [source], source, generator, name);
  if (!named) return undefined;
  const local = text.replace(name, named.local);
  return { text: local, ...since(ordered), edits: [{ range: [from, inner.range[1]], text: local }, ...named.edits] };
}

/** The text with what it is called on, and where it begins: a method goes on with the chain that stands before it. */
function withReceiver(text: string, generator: Node, whole: Node, file: SourceFile): [string | undefined, number] {
  const place = /\{(receiver(?:\.receiver)*)\}/.exec(text);
  const isMethod = generator.type === 'MemberExpression' && whole.type === 'CallExpression';
  if (!place?.[1]) return [text, isMethod && !generator.computed ? generator.property.range[0] : whole.range[0]];
  let receiver = generator;
  for (const _ of place[1].split('.')) {
    if (receiver.type !== 'MemberExpression') return [undefined, 0];
    receiver = bare(receiver.object);
  }
  return [text.replace(place[0], file.text.slice(...receiver.range)), whole.range[0]];
}

/** `randomUUID()` → `uuidv7()` of a package that the project depends on. */
function byInstalledPackage(evaluator: Evaluator, { node, file, library }: MadeInCode): Replacement | undefined {
  const generator = generatorOf(node);
  if (node.type === 'NewExpression' || node.type === 'Decorator' || (node.type === 'CallExpression' && node.arguments.length > 0)) return undefined;
  // What a library does by itself is replaced by its own means.
  if (library.definition.concern !== 'id') return undefined;
  const installed = evaluator.surroundings.packageOf?.(file.path)?.dependencies;
  for (const { definition } of installed ? evaluator.catalog.libraries : []) {
    const source = definition.modules.find((one) => installed?.has(one));
    if (definition.uuid7 === undefined || source === undefined || definition === library.definition) continue;
    const named = nameImported(file, definition.modules, source, generator, definition.uuid7);
    if (!named) return undefined;
    const text = node.type === 'CallExpression' ? `${named.local}()` : named.local;
    return { text, edits: [{ range: node.range, text }, ...named.edits] };
  }
  return undefined;
}

/** A name that can be used, and what has to change for it. */
interface Named {
  readonly local: string;
  readonly edits: readonly TextEdit[];
}

/** Another export of the module that a name was imported, or required, from. */
function nameBeside(file: SourceFile, known: TSESTree.Identifier, name: string): Named | undefined {
  const variable = file.scopes.variableAt(known, known.name);
  const definition = variable?.defs[0];
  const parent = definition?.node.parent;
  const uses = variable?.references.filter((reference) => !reference.init).length ?? 0;
  if (definition?.node.type === 'ImportSpecifier' && parent?.type === 'ImportDeclaration') return nameIn(file, parent, definition.node, known, name, uses === 1);
  const property = definition?.name.parent;
  if (property?.type !== 'Property' || property.parent.type !== 'ObjectPattern') return undefined;
  const there = property.parent.properties.find((one) => one.type === 'Property' && keyName(one) === name);
  if (there?.type === 'Property') return there.value.type === 'Identifier' ? { local: there.value.name, edits: [] } : undefined;
  return isTaken(file, known, name) ? undefined : { local: name, edits: [uses === 1 ? { range: property.range, text: name } : after(property, `, ${name}`)] };
}

function nameIn(file: SourceFile, declaration: TSESTree.ImportDeclaration, old: TSESTree.ImportSpecifier | undefined, at: Node, name: string, isOldUseless: boolean): Named | undefined {
  const specifiers = declaration.specifiers.filter((one) => one.type === 'ImportSpecifier');
  const there = specifiers.find(({ imported }) => imported.type === 'Identifier' && imported.name === name);
  if (there) return { local: there.local.name, edits: [] };
  const last = specifiers.at(-1);
  if (!last || declaration.importKind === 'type' || isTaken(file, at, name)) return undefined;
  return { local: name, edits: [old && isOldUseless ? { range: old.range, text: name } : after(last, `, ${name}`)] };
}

/** A name of the library that the old one was imported from. */
function nameOfLibrary(file: SourceFile, { definition }: Library, old: Node, name: string): Named | undefined {
  const beside = old.type === 'Identifier' ? nameBeside(file, old, name) : undefined;
  const source = importsOf(file).find((one) => definition.modules.includes(one.source.value))?.source.value ?? definition.modules[0];
  return beside ?? (source === undefined ? undefined : nameImported(file, [source], source, old, name));
}

/** A name of a module, imported where it is not yet. In a file that imports nothing there is no telling how. */
function nameImported(file: SourceFile, modules: readonly string[], source: string, at: Node, name: string): Named | undefined {
  const imports = importsOf(file);
  for (const declaration of imports) {
    const named = modules.includes(declaration.source.value) ? nameIn(file, declaration, undefined, at, name, false) : undefined;
    if (named) return named;
  }
  const last = imports.at(-1);
  if (!last || isTaken(file, at, name)) return undefined;
  const quote = file.text[last.source.range[0]] ?? "'";
  const end = file.text[last.range[1] - 1] === ';' ? ';' : '';
  return { local: name, edits: [after(last, `\nimport { ${name} } from ${quote}${source}${quote}${end}`)] };
}

function importsOf(file: SourceFile): TSESTree.ImportDeclaration[] {
  return file.program.body.filter((statement) => statement.type === 'ImportDeclaration');
}

function isTaken(file: SourceFile, at: Node, name: string): boolean {
  // A name that is resolved says which variable it is, not which others there are.
  return (file.scopes.variableAt(at.parent ?? at, name)?.defs.length ?? 0) > 0;
}

function after({ range: [, end] }: Node, text: string): TextEdit {
  return { range: [end, end], text };
}
