import type { TSESTree } from '@typescript-eslint/types';
import { bare, keyName, outer } from './tree.ts';
import type { Node, QueryFact, SourceFile } from './types.ts';

// A page number times a page size is an offset, whatever it is handed to: a repository, an SQL builder of the house, a client of a database
// that no page describes. It is reported where it is made, unless a known query is reported for it, or it cuts an array in memory.

const PAGE = /^(?:current|requested|target)?_?page(?:_?(?:index|number|num|no))?$/i;
const SIZE = /^(?:limit|take|size|count|max|per_?page|(?:page|max|item|result)s?_?(?:size|limit|count|per_?page)|(?:items|rows|results|records)_?per_?page|(?:default|max)_?(?:page_?size|limit|per_?page))$/i;
const SKIP = /^(?:offset|skip|start(?:_?(?:at|from|index|row))?|from|first_?row|rows_?to_?skip)$|offset$|skip$/i;

/** Functions that work in memory, or only compute. */
const IN_MEMORY = new Set(['slice', 'splice', 'substring', 'substr', 'subarray', 'at', 'fill', 'copyWithin', 'max', 'min', 'floor', 'ceil', 'round', 'abs', 'Number', 'parseInt', 'BigInt', 'range', 'drop', 'nth']);

/** The offset that a product of page and size makes; nothing for every other product. */
export function pageOffset(node: TSESTree.BinaryExpression, file: SourceFile): QueryFact | undefined {
  if (node.operator !== '*' || !isPageTimesSize(node)) return undefined;
  const holder = holderOf(node);
  if (!holder) return undefined;
  const { at, name, operation } = holder;
  if (holder.variable && isCutInMemory(holder.variable, file)) return undefined;
  return {
    kind: 'query',
    library: '',
    operation,
    effect: 'read',
    at,
    node,
    runs: false,
    offsets: [{ at, name, value: holder.value }],
    hasCursor: false,
    columns: 'unknown',
    written: [],
    certainty: 'likely',
  };
}

function isPageTimesSize({ left, right }: TSESTree.BinaryExpression): boolean {
  return (isNamed(left, PAGE) && isNamed(right, SIZE)) || (isNamed(right, PAGE) && isNamed(left, SIZE));
}

/** `page`, `input.page`, `page - 1`, `(query.page ?? 1) - 1`, `Number(page)`. */
function isNamed(node: Node, names: RegExp): boolean {
  const inner = bare(node);
  switch (inner.type) {
    case 'Identifier':
      return names.test(inner.name);
    case 'MemberExpression':
      return names.test(keyName(inner) ?? '');
    case 'LogicalExpression':
      return isNamed(inner.left, names);
    case 'BinaryExpression':
      return (inner.operator === '-' || inner.operator === '+') && bare(inner.right).type === 'Literal' && isNamed(inner.left, names);
    case 'UnaryExpression':
      return inner.operator === '+' && isNamed(inner.argument, names);
    case 'CallExpression':
      return inner.arguments.some((argument) => isNamed(argument, names));
    case 'AwaitExpression':
      return isNamed(inner.argument, names);
    default:
      return false;
  }
}

interface Holder {
  readonly at: Node;
  readonly name: string;
  readonly operation: string;
  readonly value: Node;
  readonly variable?: TSESTree.Identifier;
}

/** What the product becomes: a property called offset that is handed on, an argument, a variable called offset. */
function holderOf(node: Node): Holder | undefined {
  let current = node;
  for (let parent = outer(current); parent; current = parent, parent = outer(current)) {
    switch (parent.type) {
      case 'ConditionalExpression':
        if (parent.test === current) return undefined;
        break;
      case 'LogicalExpression':
        break;
      case 'Property': {
        const name = keyName(parent);
        const call = name !== undefined && SKIP.test(name) ? callOf(parent) : undefined;
        return name === undefined || call === undefined ? undefined : { at: parent.key, name, operation: call, value: node };
      }
      case 'VariableDeclarator':
        return parent.id.type === 'Identifier' && SKIP.test(parent.id.name)
          ? { at: parent.id, name: parent.id.name, operation: parent.id.name, value: node, variable: parent.id }
          : undefined;
      case 'CallExpression': {
        const name = calleeName(parent);
        if (name === undefined || parent.callee === current || isOperator(parent)) return undefined;
        if (name === 'max' || name === 'min' || name === 'Number') break;
        return IN_MEMORY.has(name) ? undefined : { at: current, name: 'offset', operation: name, value: node };
      }
      default:
        return undefined;
    }
  }
  return undefined;
}

/** `skip(page * size)` alone is an operator of a stream: `orders$.pipe(skip(20))`. */
function isOperator({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === 'Identifier' && callee.name === 'skip';
}

/** The call or the variable that the object is for; an object that is returned or sent only tells the client. */
function callOf(property: TSESTree.Property): string | undefined {
  let current: Node = property.parent;
  for (let parent = outer(current); parent; current = parent, parent = outer(current)) {
    switch (parent.type) {
      case 'CallExpression':
        return parent.callee === current ? undefined : RESPONDING.has(calleeName(parent) ?? '') ? undefined : (calleeName(parent) ?? 'call');
      case 'VariableDeclarator':
        return parent.id.type === 'Identifier' ? parent.id.name : undefined;
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'SpreadElement':
      case 'ObjectExpression':
        break;
      default:
        return undefined;
    }
  }
  return undefined;
}

const RESPONDING = new Set(['json', 'send', 'info', 'debug', 'warn', 'error', 'log', 'trace', 'stringify']);

function calleeName({ callee }: TSESTree.CallExpression): string | undefined {
  const inner = bare(callee);
  if (inner.type === 'Identifier') return inner.name;
  return inner.type === 'MemberExpression' ? keyName(inner) : undefined;
}

/** `rows.slice(offset, offset + limit)`: everything was read already, nothing is skipped in the database. */
function isCutInMemory(name: TSESTree.Identifier, file: SourceFile): boolean {
  const variable = file.scopes.variableAt(name, name.name);
  return (variable?.references ?? []).some(({ identifier }) => {
    let current = identifier;
    for (let parent = outer(current); parent; current = parent, parent = outer(current)) {
      if (parent.type === 'CallExpression') return parent.callee !== current && IN_MEMORY.has(calleeName(parent) ?? '');
      if (parent.type !== 'BinaryExpression') return false;
    }
    return false;
  });
}

/** Products whose offset a known query is reported for already are taken out. */
export function withoutKnown(products: readonly QueryFact[], queries: readonly QueryFact[], file: SourceFile): QueryFact[] {
  const known = queries.flatMap((query) => query.offsets.flatMap((offset) => offset.value ?? []));
  return products.filter((product) => {
    const [offset] = product.offsets;
    if (!offset?.value) return false;
    const { value, at } = offset;
    if (known.some((node) => node.range[0] <= value.range[0] && value.range[1] <= node.range[1])) return false;
    const variable = 'type' in at && (at as Node).type === 'Identifier' ? file.scopes.variableAt(at as Node, (at as TSESTree.Identifier).name) : undefined;
    return !variable || !known.some((node) => variable.references.some(({ identifier }) => node.range[0] <= identifier.range[0] && identifier.range[1] <= node.range[1]));
  });
}
