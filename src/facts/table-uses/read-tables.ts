import type { TSESTree } from '@typescript-eslint/types';
import type { Call, Export, Refers } from '../../libraries/index.ts';
import { libraries as allLibraries } from '../../libraries/index.ts';
import { argumentsAt } from '../arguments.ts';
import { readCall } from '../calls.ts';
import type { CallNode, CallReading } from '../calls.ts';
import { catalogOf } from '../catalog.ts';
import type { Catalog } from '../catalog.ts';
import { readDecorators } from '../decorators.ts';
import { Evaluator } from '../evaluator.ts';
import { nameOf } from '../queries.ts';
import type { ReadOptions } from '../read-facts.ts';
import { bare, classAround, constantString, decoratorsOf, forEachChild, functionAround, keyName, returnedBy, isFunction } from '../tree.ts';
import type { Node, SourceFile, Surroundings } from '../types.ts';
import type { ClassNode, Frame } from '../value.ts';
import { modelOf } from '../calls.ts';
import { declaredByCall, declaredByClass } from './declared.ts';
import { declaredByInterface } from './kysely-types.ts';
import { constantOf, entityInFile, namedTables, tableOfHandle } from './named.ts';
import type { Named } from './named.ts';
import { certainty, referredBy, refersOf, use, usesOfQuery } from './query-uses.ts';
import { sqlTextsOf } from './sql-texts.ts';
import type { FollowedRelation, SqlText, TableDeclaration, TableFacts, TableName, TableUse } from './types.ts';

/**
 * Reads what a file says about tables: those that it declares, those that it uses and how, and its SQL. Pure, as `readFacts` is.
 * Only the check of who owns tables asks for it.
 */
export function readTables(file: SourceFile, surroundings: Surroundings, options: Pick<ReadOptions, 'libraries'> = {}): TableFacts {
  const evaluator = new Evaluator(catalogOf(options.libraries ?? allLibraries), surroundings);
  return new TableReader(evaluator, file).read();
}

class TableReader {
  readonly #evaluator: Evaluator;
  readonly #file: SourceFile;
  readonly #frame: Frame;
  readonly #declared: TableDeclaration[] = [];
  readonly #uses: TableUse[] = [];
  readonly #followed: FollowedRelation[] = [];
  readonly #sql = new Map<string, SqlText>();
  /** Names that queries have in a function: no tables there. */
  readonly #defined: { readonly name: string; readonly inside: Node | undefined }[] = [];
  readonly #names: ReadonlySet<string>;

  constructor(evaluator: Evaluator, file: SourceFile) {
    this.#evaluator = evaluator;
    this.#file = file;
    this.#frame = { file, depth: 0 };
    this.#names = namesOf(evaluator.catalog);
  }

  read(): TableFacts {
    const visit = (node: Node): void => {
      this.#at(node);
      forEachChild(node, visit);
    };
    visit(this.#file.program);
    const uses = this.#uses.filter(({ target, at }) => target === undefined || !this.#isDefined(target, at as Node));
    return { declared: this.#declared, uses: strongest(uses), followed: this.#followed, sql: [...this.#sql.values()] };
  }

  #at(node: Node): void {
    switch (node.type) {
      case 'CallExpression':
      case 'NewExpression':
      case 'TaggedTemplateExpression':
        if (node.parent?.type !== 'Decorator' && this.#mayConcern(node)) this.#call(node);
        return;
      case 'ClassDeclaration':
      case 'ClassExpression':
        this.#declared.push(...declaredByClass(this.#evaluator, node, this.#file));
        this.#relationsOf(node);
        return;
      case 'PropertyDefinition':
      case 'AccessorProperty':
      case 'MethodDefinition':
        return this.#member(node);
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
        this.#declared.push(...declaredByInterface(this.#evaluator, node, this.#file));
        return;
      default:
    }
  }

  #mayConcern(node: CallNode): boolean {
    const callee = bare(node.type === 'TaggedTemplateExpression' ? node.tag : node.callee);
    const name = callee.type === 'MemberExpression' ? keyName(callee) : callee.type === 'Identifier' ? callee.name : undefined;
    // `r.one.invoices()`: what is called bears the name of the table.
    const owner = callee.type === 'MemberExpression' && callee.object.type === 'MemberExpression' ? keyName(callee.object) : undefined;
    return name === undefined || callee.type === 'Identifier' || this.#names.has(name) || (owner !== undefined && this.#names.has(owner)) || this.#evaluator.catalog.hints(name).length > 0;
  }

  #call(node: CallNode): void {
    const reading = readCall(this.#evaluator, node, this.#frame);
    if (!reading) return;
    const { call, library } = reading;
    const more = { library: library.name, certainty: certainty(reading) };
    this.#defines(reading);
    this.#addSql(sqlTextsOf(this.#evaluator, reading));
    this.#declared.push(...declaredByCall(this.#evaluator, reading));
    if (call.table) this.#table(reading, more);
    const { uses, followed } = usesOfQuery(this.#evaluator, reading);
    this.#uses.push(...uses);
    this.#followed.push(...followed);
    const refers = refersOf(call);
    if (refers.length > 0) this.#refers(reading, refers, more);
  }

  /** Names that the rest of the statement reads a query by. */
  #defines({ call, node, frame }: CallReading): void {
    if (call.defines === undefined) return;
    for (const { node: given } of argumentsAt(this.#evaluator, call.defines, node, frame)) {
      const name = constantString(given)?.replace(/\s*\(.*$/s, '').trim().toLowerCase();
      if (name) this.#defined.push({ name, inside: functionAround(node) });
    }
  }

  #isDefined({ name, schema, declaredIn }: TableName, at: Node): boolean {
    if (schema !== undefined || declaredIn !== undefined) return false;
    return this.#defined.some((one) => one.name === name.toLowerCase() && (one.inside === undefined || (one.inside.range[0] <= at.range[0] && at.range[1] <= one.inside.range[1])));
  }

  #addSql(texts: readonly SqlText[]): void {
    for (const text of texts) {
      const key = text.usedAt ? `@${text.usedAt.range.join()}` : `${text.start}`;
      const known = this.#sql.get(key);
      if (!known || known.text.length < text.text.length) this.#sql.set(key, text);
    }
  }

  /** A table that is changed, and those that its columns refer to. */
  #table(reading: CallReading, more: Pick<TableUse, 'library' | 'certainty'>): void {
    const { table } = reading.call;
    if (!table) return;
    const { node, frame } = reading;
    if (table.alters === true && table.name !== undefined) {
      const [argument] = argumentsAt(this.#evaluator, table.name, node, frame);
      for (const one of argument ? namedTables(this.#evaluator, argument) : []) this.#uses.push(use(one, this.#file, nameOf(node), { ...more, tie: 'migration', effect: 'write' }));
    }
    const owner = this.#ownerOfTable(reading);
    for (const found of referredBy(this.#evaluator, refersOf(table), node, frame, more)) {
      const property = propertyAround(found.at as Node);
      this.#uses.push({ ...found, ...(found.tie === 'relation' && property !== undefined && { relation: { owner, property } }) });
    }
  }

  #ownerOfTable({ receiver, node }: CallReading): TableName {
    return (receiver && tableOfHandle(receiver)) ?? { name: constantOf(node) ?? '', declaredIn: this.#file.path };
  }

  #refers(reading: CallReading, refers: readonly Refers[], more: Pick<TableUse, 'library' | 'certainty'>): void {
    const { node, frame, receiver } = reading;
    const relation = refers.some(({ by }) => by === 'relation') ? this.#relationAt(reading) : undefined;
    // `r.one.invoices()`: the callee is the name.
    if (refers.some(({ at }) => at === 'receiver') && receiver?.entity) {
      this.#uses.push({ ...more, tie: 'relation', effect: 'read', target: { name: receiver.entity.name }, at: nameOf(node), ...(relation && { relation }) });
    }
    this.#uses.push(...referredBy(this.#evaluator, refers.filter(({ at }) => at !== 'receiver'), node, frame, more, relation));
  }

  /** Whose relation a call declares, and what it is called: `invoice: one(invoices)`, `Order.belongsTo(Invoice, { as: 'invoice' })`. */
  #relationAt({ node, receiver, frame }: CallReading): TableUse['relation'] {
    const owner = receiver && tableOfHandle(receiver);
    if (owner && node.type === 'CallExpression') {
      const alias = argumentsAt(this.#evaluator, '1.as', node, frame)[0];
      const given = alias ? constantString(alias.node) : undefined;
      const named = namedTables(this.#evaluator, { node: node.arguments[0] ?? node, frame, file: frame.file })[0]?.target?.name;
      const property = given ?? (named === undefined ? undefined : named.charAt(0).toLowerCase() + named.slice(1));
      return property === undefined ? undefined : { owner, property };
    }
    const property = propertyAround(node);
    if (property === undefined) return undefined;
    for (let current: Node | undefined = node.parent; current; current = current.parent) {
      if (current.type !== 'CallExpression') continue;
      const around = readCall(this.#evaluator, current, this.#frame);
      if (around?.call.relates !== undefined) {
        const about = argumentsAt(this.#evaluator, around.call.relates, current, this.#frame).flatMap((one) => namedTables(this.#evaluator, one))[0]?.target;
        return about && { owner: about, property };
      }
      if (around?.call.table) return { owner: this.#ownerOfTable(around), property };
    }
    return undefined;
  }

  /** The relation or foreign key that decorators declare on a property. */
  #member(node: TSESTree.PropertyDefinition | TSESTree.AccessorProperty | TSESTree.MethodDefinition): void {
    const name = keyName(node);
    const id = classAround(node)?.id?.name;
    for (const { decorator, library, call, node: place, frame } of readDecorators(this.#evaluator, decoratorsOf(node), this.#frame)) {
      for (const refers of refersOf(decorator)) {
        const given = argumentsAt(this.#evaluator, refers.at, call, frame).flatMap((argument) => namedTables(this.#evaluator, argument, { isGiven: true }));
        // Without an entity among the arguments, the property's type is it: `@ManyToOne() author!: Ref<User>`.
        const found = given.some(({ target }) => target) || refers.by !== 'relation' ? given : this.#typed(node);
        for (const one of found) {
          if (!one.target) continue;
          const relation = name !== undefined && id !== undefined ? { relation: { owner: { name: id, declaredIn: this.#file.path }, property: name } } : {};
          this.#uses.push(use(one, this.#file, place, { library: library.name, certainty: 'certain', tie: refers.by, effect: 'read', ...relation }));
        }
      }
    }
  }

  /** The entity that a property's type names, past what wraps it: `Ref<User>`, `Collection<Article>`, `Article[]`. */
  #typed(node: TSESTree.PropertyDefinition | TSESTree.AccessorProperty | TSESTree.MethodDefinition): Named[] {
    if (node.type === 'MethodDefinition') return [];
    const made = node.value?.type === 'NewExpression' ? node.value.typeArguments?.params[0] : undefined;
    const type = innermost(node.typeAnnotation?.typeAnnotation ?? made);
    const target = type && entityInFile(this.#evaluator, type.name, this.#frame);
    return type && target ? [{ node: type, file: this.#file, target }] : [];
  }

  /** `static relationMappings = { invoice: { modelClass: Invoice, … } }`, also as a function or a getter. */
  #relationsOf(node: ClassNode): void {
    const model = node.superClass ? modelOf(this.#evaluator, { is: 'class', node, file: this.#file }) : undefined;
    const relations = model?.type.library.definition.relations;
    if (!model || !relations) return;
    for (const member of node.body.body) {
      if (!('static' in member) || !member.static || keyName(member) !== relations.property) continue;
      const value = member.type === 'PropertyDefinition' ? member.value : member.type === 'MethodDefinition' ? member.value : null;
      const given = isFunction(value) ? returnedBy(value)[0] : value;
      if (!given) continue;
      this.#mappings(given, relations.entity, { name: node.id?.name ?? '', declaredIn: this.#file.path }, model.type.library.name);
    }
  }

  #mappings(given: Node, entity: string, owner: TableName, library: string): void {
    const object = bare(given);
    if (object.type !== 'ObjectExpression') return;
    for (const property of object.properties) {
      const mapping = property.type === 'Property' ? bare(property.value) : undefined;
      const name = property.type === 'Property' ? keyName(property) : undefined;
      if (mapping?.type !== 'ObjectExpression' || name === undefined) continue;
      for (const part of mapping.properties) {
        if (part.type !== 'Property' || keyName(part) !== entity) continue;
        for (const one of namedTables(this.#evaluator, { node: part.value, frame: this.#frame, file: this.#file }, { isGiven: true })) {
          if (one.target) this.#uses.push(use(one, this.#file, part.value, { library, certainty: 'certain', tie: 'relation', effect: 'read', relation: { owner, property: name } }));
        }
      }
    }
  }
}

/** The name in a type, past arrays, `| null` and what takes an entity as its first argument. */
function innermost(type: TSESTree.TypeNode | undefined): TSESTree.Identifier | undefined {
  switch (type?.type) {
    case 'TSArrayType':
      return innermost(type.elementType);
    case 'TSUnionType':
      return type.types.map(innermost).find((one) => one !== undefined);
    case 'TSTypeReference':
      return innermost(type.typeArguments?.params[0]) ?? (type.typeName.type === 'Identifier' ? type.typeName : undefined);
    default:
      return undefined;
  }
}

/** The key of the property that a relation is kept under, past the keys of its own description. */
function propertyAround(node: Node): string | undefined {
  for (let current: Node | undefined = node; current; current = current.parent) {
    if (current.type === 'CallExpression' && current !== node && current.callee.type === 'Identifier') return undefined;
    if (current.type !== 'Property') continue;
    const name = keyName(current);
    if (name !== undefined && !DESCRIBING.has(name)) return name;
  }
  return undefined;
}

const DESCRIBING = new Set(['ref', 'type', 'entity', 'target', 'model', 'references', 'modelClass']);

/** A place that names a table twice (a read, then a write of the same builder) is one use, of the stronger kind. */
function strongest(uses: readonly TableUse[]): TableUse[] {
  const found = new Map<string, TableUse>();
  for (const one of uses) {
    const key = `${one.at.range.join()} ${one.target?.declaredIn ?? ''} ${one.target?.schema ?? ''} ${one.target?.name ?? ''}`;
    const known = found.get(key);
    if (!known || (known.effect === 'read' && one.effect === 'write')) found.set(key, one);
  }
  return [...found.values()].sort((one, other) => one.at.range[0] - other.at.range[0]);
}

const known = new WeakMap<Catalog, ReadonlySet<string>>();

/** Names of the calls that can say something of tables. */
function namesOf(catalog: Catalog): ReadonlySet<string> {
  let names = known.get(catalog);
  if (!names) {
    names = collected(catalog);
    known.set(catalog, names);
  }
  return names;
}

function collected(catalog: Catalog): Set<string> {
  const names = new Set<string>();
  const add = (name: string, call: Call | undefined): void => {
    if (call && says(call)) names.add(name);
  };
  const addExport = (name: string, entry: Export): void => {
    for (const call of [entry.call, entry.new, entry.tag]) add(name, call);
    for (const [member, inner] of Object.entries(entry.members ?? {})) addExport(member, inner);
  };
  for (const { definition } of catalog.libraries) {
    for (const [name, entry] of [...Object.entries(definition.exports ?? {}), ...Object.entries(definition.globals ?? {})]) addExport(name, entry);
    for (const type of Object.values(definition.types ?? {})) {
      for (const [name, call] of Object.entries(type.methods ?? {})) add(name, call);
    }
  }
  return names;
}

function says(call: Call): boolean {
  return call.query !== undefined || call.table !== undefined || call.sql !== undefined || call.refers !== undefined || call.relates !== undefined || call.defines !== undefined || (call.overloads ?? []).some(says);
}

