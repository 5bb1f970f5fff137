import type { TSESTree } from '@typescript-eslint/types';
import type { LibraryDefinition } from '../libraries/index.ts';
import { libraries as allLibraries } from '../libraries/index.ts';
import { argumentsAt } from './arguments.ts';
import { certaintyOf, readCall } from './calls.ts';
import type { CallNode } from './calls.ts';
import { catalogOf } from './catalog.ts';
import { endpointAt, endpointsOfClass } from './endpoints.ts';
import type { ReadEndpoint } from './endpoints.ts';
import { idsOfBuilt, idsOfDefaults } from './entity-ids.ts';
import { Evaluator } from './evaluator.ts';
import { handedOffset } from './handed-offsets.ts';
import { idInAssignment, idInBody, idInCall, idInClass } from './handed-ids.ts';
import { mayBeFact, mayBeLog } from './interest.ts';
import { entitiesIn } from './leaks.ts';
import { logAt, logHandedOn } from './logs.ts';
import { onceEach } from './repeated.ts';
import { assignedOffset, queryAt } from './queries.ts';
import { pageOffset, withoutKnown } from './page-arithmetic.ts';
import { wrappedQueryAt } from './wrapped-queries.ts';
import { tableAt, tableOfClass, tablesInSql } from './tables.ts';
import { endpointOfDirective, endpointsOfFile } from './route-files.ts';
import { annotationOf, bare, forEachChild, functionAround, isFunction, keyName, returnedBy } from './tree.ts';
import { valueOfType } from './type-values.ts';
import type { EndpointFact, EntityIdFact, Facts, FunctionNode, LogFact, Node, QueryFact, ResponseFact, SourceFile, Surroundings, TableFact } from './types.ts';
import { alternatives } from './value.ts';
import type { Frame } from './value.ts';

/** What the reading of a file may be given. */
export interface ReadOptions {
  /** The pages to read by; all of ours where absent. A team's own come first. */
  readonly libraries?: readonly LibraryDefinition[];
  readonly roles?: Facts['roles'];
}

const NOTHING: Surroundings = { resolve: () => undefined, read: () => undefined };

/**
 * Reads one file into its facts. Pure: the same tree and surroundings give the same facts, whichever parser made the tree.
 * @param surroundings how other files are found and read; without it, only this file is known.
 */
export function readFacts(file: SourceFile, surroundings: Surroundings = NOTHING, options: ReadOptions = {}): Facts {
  return new Collector(file, new Evaluator(catalogOf(options.libraries ?? allLibraries), surroundings)).collect(options.roles ?? new Set());
}

class Collector {
  readonly #file: SourceFile;
  readonly #evaluator: Evaluator;
  readonly #frame: Frame;
  readonly #endpoints: EndpointFact[] = [];
  readonly #responses: ResponseFact[] = [];
  readonly #queries: QueryFact[] = [];
  readonly #products: QueryFact[] = [];
  readonly #tables: TableFact[] = [];
  readonly #ids: EntityIdFact[] = [];
  /** The endpoint that a handler of this file serves. */
  readonly #served = new Map<FunctionNode, EndpointFact>();
  /** A handler may be known twice: by its route, and by what makes it a handler. */
  readonly #returned = new Set<Node>();
  readonly #serializing = new Set<EndpointFact>();
  readonly #pending: { node: Node; value: Node; via: string; framework: string; certainty: EndpointFact['certainty'] }[] = [];

  constructor(file: SourceFile, evaluator: Evaluator) {
    this.#file = file;
    this.#evaluator = evaluator;
    this.#frame = { file, depth: 0 };
  }

  collect(roles: Facts['roles']): Facts {
    const visit = (node: Node): void => {
      this.#read(node);
      forEachChild(node, visit);
    };
    visit(this.#file.program);
    // What a call registers is known better than what a file's place says.
    for (const endpoint of endpointsOfFile(this.#evaluator, this.#file)) if (!endpoint.fact.handlers.some((one) => this.#served.has(one))) this.#addEndpoint(endpoint);
    for (const { node, value, via, framework, certainty } of this.#pending) this.#respond(node, value, via, framework, certainty, this.#endpointAround(node));
    const byPlace = <Fact extends { readonly at: { readonly range: readonly [number, number] } }>(facts: Fact[]): Fact[] => facts.sort((one, other) => one.at.range[0] - other.at.range[0]);
    // Only rules on logs ask for them: they are read when asked for.
    let read: readonly LogFact[] | undefined;
    const logs = (): readonly LogFact[] => (read ??= byPlace(this.#readLogs()));
    return {
      roles,
      endpoint: byPlace(this.#endpoints),
      response: byPlace(this.#responses),
      query: byPlace([...onceEach(this.#queries), ...withoutKnown(this.#products, this.#queries, this.#file)]),
      table: byPlace(this.#tables),
      get log() {
        return logs();
      },
      'entity-id': byPlace(this.#ids),
    };
  }

  #read(node: Node): void {
    switch (node.type) {
      case 'CallExpression':
      case 'NewExpression':
      case 'TaggedTemplateExpression':
        return this.#readCall(node);
      case 'ClassDeclaration':
      case 'ClassExpression': {
        const table = tableOfClass(this.#evaluator, node, this.#file);
        if (table) this.#tables.push(table);
        this.#ids.push(...idInClass(this.#evaluator, node, this.#file), ...idsOfDefaults(this.#evaluator, { node, file: this.#file }));
        for (const endpoint of endpointsOfClass(this.#evaluator, node, this.#file)) this.#addEndpoint(endpoint);
        return;
      }
      case 'AssignmentExpression': {
        const query = assignedOffset(this.#evaluator, node, this.#frame);
        if (query) this.#queries.push(query);
        this.#ids.push(...idInAssignment(this.#evaluator, node, this.#frame));
        return this.#readAssignment(node);
      }
      case 'Property':
        this.#ids.push(...idInBody(this.#evaluator, node, this.#frame));
        return;
      case 'BinaryExpression': {
        const product = pageOffset(node, this.#file);
        if (product) this.#products.push(product);
        return;
      }
      case 'VariableDeclarator':
      case 'PropertyDefinition':
        return this.#readTypedHandler(node);
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression': {
        const endpoint = endpointOfDirective(this.#evaluator, node, this.#file);
        if (endpoint) this.#addEndpoint(endpoint);
        return;
      }
      default:
    }
  }

  #readCall(node: CallNode): void {
    // What a decorator's call says, it says of what it stands on.
    if (node.parent?.type === 'Decorator') return;
    const reading = mayBeFact(this.#evaluator, node, this.#file) ? readCall(this.#evaluator, node, this.#frame) : undefined;
    if (node.type !== 'TaggedTemplateExpression') this.#ids.push(...idInCall(this.#evaluator, node, this.#frame));
    if (!reading) {
      const handed = node.type === 'CallExpression' ? (wrappedQueryAt(this.#evaluator, node, this.#frame) ?? handedOffset(this.#evaluator, node, this.#frame)) : undefined;
      if (handed) this.#queries.push(handed);
      return;
    }
    this.#ids.push(...idsOfBuilt(this.#evaluator, reading));
    this.#tables.push(...tablesInSql(this.#evaluator, reading));
    const query = queryAt(this.#evaluator, node, this.#frame, reading);
    if (query) this.#queries.push(query);
    const table = tableAt(this.#evaluator, reading);
    if (table) this.#tables.push(table);
    const endpoint = endpointAt(this.#evaluator, reading);
    if (endpoint) this.#addEndpoint(endpoint);
    if (reading.call.responds !== undefined) {
      for (const one of argumentsAt(this.#evaluator, reading.call.responds, node, this.#frame)) {
        this.#pending.push({ node, value: one.node, via: reading.name.slice(reading.name.lastIndexOf('.') + 1), framework: reading.library.name, certainty: certaintyOf(reading.receiver) });
      }
    }
    for (const callback of reading.call.callbacks ?? []) {
      if (!callback.returns) continue;
      for (const one of argumentsAt(this.#evaluator, callback.at, node, this.#frame)) {
        const fn = bare(one.node);
        if (isFunction(fn)) this.#addReturns(fn, reading.library.name, certaintyOf(reading.receiver));
      }
    }
  }

  #readLogs(): LogFact[] {
    const found: LogFact[] = [];
    const visit = (node: Node): void => {
      if (mayBeLog(this.#evaluator, node, this.#file)) found.push(...this.#logsAt(node));
      forEachChild(node, visit);
    };
    visit(this.#file.program);
    return found;
  }

  #logsAt(node: Node): LogFact[] {
    if (node.type === 'MemberExpression') return [logHandedOn(this.#evaluator, node, this.#frame) ?? []].flat();
    if (node.type !== 'CallExpression' && node.type !== 'TaggedTemplateExpression') return [];
    const reading = readCall(this.#evaluator, node, this.#frame);
    return reading ? [logAt(this.#evaluator, reading) ?? []].flat() : [];
  }

  #readAssignment(node: TSESTree.AssignmentExpression): void {
    if (node.left.type !== 'MemberExpression') return;
    const name = keyName(node.left);
    if (name === undefined) return;
    const holder = alternatives(this.#evaluator.valueOf(node.left.object, this.#frame)).find((one) => one.is === 'handle' && one.type.responds.has(name));
    if (holder?.is !== 'handle') return;
    this.#pending.push({ node, value: node.right, via: name, framework: holder.type.library.name, certainty: holder.certainty });
  }

  /** `const list: RequestHandler = async (req, res) => …` */
  #readTypedHandler(node: TSESTree.VariableDeclarator | TSESTree.PropertyDefinition): void {
    const fn = node.type === 'VariableDeclarator' ? node.init : node.value;
    const annotation = annotationOf(node.type === 'VariableDeclarator' ? node.id : node);
    if (!annotation || !isFunction(fn)) return;
    const value = valueOfType(this.#evaluator, annotation, this.#frame);
    if (value.is === 'handle' && value.type.handler?.returns) this.#addReturns(fn, value.type.library.name, value.certainty);
  }

  #addEndpoint({ fact, returns, serializes }: ReadEndpoint): void {
    if (serializes) this.#serializing.add(fact);
    this.#endpoints.push(fact);
    for (const handler of fact.handlers) if (!this.#served.has(handler)) this.#served.set(handler, fact);
    const last = fact.handlers.at(-1);
    if (returns && last && this.#isHere(last)) this.#addReturns(last, fact.framework, fact.certainty);
  }

  #isHere(node: Node): boolean {
    for (let current: Node | undefined = node; current; current = current.parent) if (current === this.#file.program) return true;
    return false;
  }

  #addReturns(fn: FunctionNode, framework: string, certainty: EndpointFact['certainty']): void {
    for (const value of returnedBy(fn)) {
      if (this.#returned.has(value) || this.#isSent(value)) continue;
      this.#returned.add(value);
      this.#pending.push({ node: value, value, via: 'return', framework, certainty });
    }
  }

  /** `return reply.send(order)`, `return reply`: what is returned was sent already, or is the framework's own. */
  #isSent(node: Node): boolean {
    const inner = bare(node.type === 'AwaitExpression' ? node.argument : node);
    if (inner.type === 'CallExpression' || inner.type === 'NewExpression') {
      const call = readCall(this.#evaluator, inner, this.#frame)?.call;
      if (call?.responds !== undefined || call?.gives === 'nothing') return true;
    }
    const value = this.#evaluator.valueOf(inner, this.#frame);
    return value.is === 'handle' && !value.query && !value.type.isEntity && value.type.awaited === undefined;
  }

  #endpointAround(node: Node): EndpointFact | undefined {
    for (let fn = functionAround(node); fn; fn = functionAround(fn)) {
      const served = this.#served.get(fn);
      if (served) return served;
    }
    return undefined;
  }

  #respond(at: Node, value: Node, via: string, framework: string, certainty: EndpointFact['certainty'], endpoint: EndpointFact | undefined): void {
    this.#responses.push({
      kind: 'response',
      framework,
      via,
      at,
      value,
      ...(endpoint && { endpoint }),
      hasOutputSchema: endpoint?.hasOutputSchema ?? false,
      certainty,
      entities: entitiesIn(this.#evaluator, value, this.#frame, this.#file).filter(({ hidesFields }) => !this.#isSerialized(hidesFields, framework, endpoint)),
    });
  }

  /** A class that hides fields is obeyed where the framework has a serializer for it; one that cannot be seen, where the endpoint says so. */
  #isSerialized(hidesFields: boolean | undefined, framework: string, endpoint: EndpointFact | undefined): boolean {
    if (hidesFields === undefined) return endpoint !== undefined && this.#serializing.has(endpoint);
    return hidesFields && this.#evaluator.catalog.libraries.some(({ name, definition }) => name === framework && definition.serializes === true);
  }
}
