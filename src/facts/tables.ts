import type { TableEffect } from '../libraries/index.ts';
import { argumentsAt } from './arguments.ts';
import { certaintyOf, modelOf, readCall } from './calls.ts';
import type { CallReading } from './calls.ts';
import { columnFrom, columnsOf, columnSteps } from './columns.ts';
import type { ColumnStep } from './columns.ts';
import { readDecorators } from './decorators.ts';
import type { DecoratorReading } from './decorators.ts';
import { entityNameOf } from './entities.ts';
import type { Evaluator } from './evaluator.ts';
import { nameOf } from './queries.ts';
import { sqlOf } from './sql-text.ts';
import { bare, constantString, decoratorsOf, forEachChild, isFunction, keyName, outer } from './tree.ts';
import type { ColumnFact, Located, Node, SourceFile, TableFact } from './types.ts';
import { uuidInSql, uuidOf } from './uuids.ts';
import type { ClassNode, Frame } from './value.ts';

/** The table that a call declares or alters. */
export function tableAt(evaluator: Evaluator, reading: CallReading): TableFact | undefined {
  const { table } = reading.call;
  if (!table) return undefined;
  const { node, frame } = reading;
  const { file } = frame;
  const listed = columnsOf(evaluator, table, node, frame, file);
  const own = reading.call.column ? columnFrom(evaluator, [{ effect: reading.call.column, node, frame }], undefined, node, file) : [];
  const built = table.builder ? builtColumns(evaluator, table.builder.at, reading, file) : [];
  const chained = table.chained ? chainedColumns(evaluator, reading, file) : [];
  const name = tableName(evaluator, table, reading) ?? reading.receiver?.entity?.name;
  return {
    kind: 'table',
    library: reading.library.name,
    ...(name !== undefined && { name }),
    at: nameOf(node),
    columns: withPrimary(merged([...listed, ...own, ...built, ...chained]), { primaryNames: [...(table.primaryNames ?? []), ...keysOf(evaluator, table, reading)] }),
    certainty: certaintyOf(reading.receiver),
  };
}

function tableName(evaluator: Evaluator, table: TableEffect, { node, frame }: Pick<CallReading, 'node' | 'frame'> | { node: DecoratorReading['call']; frame: Frame }): string | undefined {
  if (table.name === undefined) return undefined;
  for (const path of typeof table.name === 'string' ? [table.name] : table.name) {
    const argument = argumentsAt(evaluator, path, node, frame)[0];
    if (!argument || bare(argument.node).type === 'ObjectExpression') continue;
    const name = constantString(argument.node) ?? entityNameOf(evaluator, argument.node, argument.frame)?.name;
    if (name !== undefined) return name;
  }
  return undefined;
}

function withPrimary(columns: readonly ColumnFact[], table: TableEffect): ColumnFact[] {
  const names = new Set(table.primaryNames);
  return columns.map((column) => (names.has(column.name) ? { ...column, isPrimary: true } : column));
}

/** Several statements may speak of one column: `t.uuid('id')` and `t.primary(['id'])`. */
function merged(columns: readonly ColumnFact[]): ColumnFact[] {
  const byName = new Map<string, ColumnFact>();
  for (const column of columns) {
    const known = byName.get(column.name);
    byName.set(column.name, known ? { ...column, ...known, isPrimary: known.isPrimary || column.isPrimary } : column);
  }
  return [...byName.values()];
}

/** The calls that follow in the chain: `createTable('orders').addColumn(…).addColumn(…)`. */
function chainedColumns(evaluator: Evaluator, { node, frame }: CallReading, file: SourceFile): ColumnFact[] {
  const found: ColumnFact[] = [];
  let current: Node = node;
  for (;;) {
    const member = outer(current);
    const call: Node | undefined = member?.type === 'MemberExpression' && bare(member.object) === current ? outer(member) : undefined;
    if (call?.type !== 'CallExpression' || bare(call.callee) !== member) return found;
    const effect = readCall(evaluator, call, frame)?.call.column;
    if (effect) found.push(...columnFrom(evaluator, [{ effect, node: call, frame }], undefined, call.arguments[0] ?? call, file));
    current = call;
  }
}

/** Columns that a function makes the key of: `primaryKey({ columns: [t.orderId, t.line] })`. */
function keysOf(evaluator: Evaluator, { keys }: TableEffect, { node, frame }: CallReading): string[] {
  if (!keys) return [];
  return argumentsAt(evaluator, keys.at, node, frame).flatMap((one) => {
    const found: string[] = [];
    const visit = (inner: Node, isKey: boolean): void => {
      if (isKey && inner.type === 'MemberExpression') {
        const name = keyName(inner);
        if (name !== undefined) found.push(name);
      }
      const makes = inner.type === 'CallExpression' && inner.callee.type === 'Identifier' && inner.callee.name === keys.made;
      forEachChild(inner, (child) => visit(child, isKey || makes));
    };
    visit(one.node, false);
    return found;
  });
}

/** The statements of a table builder's function: `(t) => { t.uuid('id').primary() }`. */
function builtColumns(evaluator: Evaluator, at: string, { node, frame }: CallReading, file: SourceFile): ColumnFact[] {
  return argumentsAt(evaluator, at, node, frame).flatMap((one) => {
    const fn = evaluator.valueOf(one.node, one.frame);
    if (fn.is !== 'function' || !fn.node.body) return [];
    const inside: Frame = { file: fn.file, depth: frame.depth };
    return expressionsIn(fn.node.body).flatMap((expression) => {
      const value = evaluator.valueOf(expression, inside);
      return value.is === 'handle' && value.column ? columnFrom(evaluator, columnSteps(value.column.steps, value.type.library), undefined, expression, file) : [];
    });
  });
}

function expressionsIn(body: Node): Node[] {
  if (body.type !== 'BlockStatement') return [body];
  const found: Node[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'ExpressionStatement') found.push(node.expression);
    else if (node.type === 'ReturnStatement') {
      if (node.argument) found.push(node.argument);
    } else if (!isFunction(node)) forEachChild(node, visit);
  };
  forEachChild(body, visit);
  return found;
}

/** The tables that SQL in the arguments of a call creates or alters. */
export function tablesInSql(evaluator: Evaluator, { call, node, frame, library, receiver }: CallReading): TableFact[] {
  if (call.sql === undefined) return [];
  const { file } = frame;
  return argumentsAt(evaluator, call.sql, node, frame).flatMap((one) => {
    const sql = sqlOf(evaluator, one);
    if (!sql) return [];
    const isHere = sql.file === file;
    const place = (at: Located): Located => (isHere ? { range: [at.range[0] + sql.start, at.range[1] + sql.start] } : nameOf(node));
    return sql.facts.statements.flatMap((statement): TableFact[] => {
      const [table] = statement.tables;
      if (statement.declared.length === 0) return [];
      const columns = statement.declared.map((column) => ({
        ...column,
        at: place(column.at),
        ...(column.uuid && { uuid: uuidInSql(column.uuid, place(column.uuid.at), isHere ? file : undefined) }),
      }));
      return [
        {
          kind: 'table',
          library: library.name,
          ...(table?.name !== undefined && { name: table.name }),
          at: place(table?.at ?? statement.at),
          columns,
          certainty: certaintyOf(receiver),
        },
      ];
    });
  });
}

/** The table that a class declares: by a decorator, by its decorated properties, or by its base class. */
export function tableOfClass(evaluator: Evaluator, node: ClassNode, file: SourceFile): TableFact | undefined {
  const frame: Frame = { file, depth: 0 };
  const onClass = readDecorators(evaluator, decoratorsOf(node), frame).filter(({ decorator }) => decorator.table);
  const columns: ColumnFact[] = [];
  let library = onClass[0]?.library.name;
  for (const member of node.body.body) {
    if (member.type !== 'PropertyDefinition' && member.type !== 'AccessorProperty' && member.type !== 'MethodDefinition') continue;
    const name = keyName(member);
    const readings = readDecorators(evaluator, decoratorsOf(member), frame).filter(({ decorator }) => decorator.column);
    if (name === undefined || readings.length === 0) continue;
    library ??= readings[0]?.library.name;
    const steps = readings.map((reading): ColumnStep => ({ effect: reading.decorator.column ?? {}, library: reading.library, node: reading.call, frame: reading.frame }));
    const initial = member.type === 'PropertyDefinition' && member.value ? uuidOf(evaluator, member.value, frame, file) : undefined;
    columns.push(...columnFrom(evaluator, steps, name, readings[0]?.node ?? member, file).map((column) => (initial && !column.uuid ? { ...column, uuid: initial } : column)));
  }
  const model = node.superClass ? modelOf(evaluator, { is: 'class', node, file }) : undefined;
  const byStatic = model && staticTable(node);
  if (onClass.length === 0 && columns.length === 0 && byStatic === undefined) return undefined;
  const decorated = onClass.map(({ decorator, call, frame: inside }) => decorator.table && tableName(evaluator, decorator.table, { node: call, frame: inside })).find((one) => one !== undefined);
  const name = decorated ?? byStatic ?? node.id?.name;
  const primaryNames = onClass.flatMap(({ decorator }) => decorator.table?.primaryNames ?? []);
  return {
    kind: 'table',
    library: library ?? model?.type.library.name ?? '',
    ...(name !== undefined && { name }),
    at: onClass[0]?.node ?? node.id ?? node,
    columns: withPrimary(columns, { primaryNames }),
    certainty: 'certain',
  };
}

/** `static tableName = 'orders'`, `static get tableName() { return 'orders'; }` */
function staticTable(node: ClassNode): string | undefined {
  for (const member of node.body.body) {
    if (!('static' in member) || !member.static || keyName(member) !== 'tableName') continue;
    if (member.type === 'PropertyDefinition' && member.value) return constantString(member.value);
    if (member.type === 'MethodDefinition' && isFunction(member.value)) {
      const returned = member.value.body?.body.find((statement) => statement.type === 'ReturnStatement');
      return returned?.type === 'ReturnStatement' && returned.argument ? constantString(returned.argument) : undefined;
    }
  }
  return undefined;
}
