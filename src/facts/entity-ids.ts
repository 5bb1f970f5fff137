import type { TSESTree } from '@typescript-eslint/types';
import { argumentsAt, propertiesOf } from './arguments.ts';
import { certaintyOf, modelOf } from './calls.ts';
import type { CallReading } from './calls.ts';
import { entityNameAt } from './entities.ts';
import type { Evaluator } from './evaluator.ts';
import { tableOfClass } from './tables.ts';
import type { EntityIdFact } from './types.ts';
import { uuidOf } from './uuids.ts';
import type { Frame, ModelClass } from './value.ts';

/**
 * Keys given to what builds an entity without storing it, as the pages tell: `repository.create({ id: v4() })`, `Order.build({ id: v4() })`,
 * `new OrderModel({ _id: v4() })`.
 */
export function idsOfBuilt(evaluator: Evaluator, reading: CallReading): EntityIdFact[] {
  const { call, node, frame, receiver } = reading;
  if (call.query !== undefined || call.values === undefined) return [];
  const entity = call.entity === undefined ? receiver?.entity : entityNameAt(evaluator, reading, call.entity);
  const keys = [...new Set(['id', '_id', ...primaryColumns(evaluator, receiver?.model)])];
  return argumentsAt(evaluator, call.values, node, frame).flatMap((one) =>
    keys.flatMap((key) =>
      propertiesOf(evaluator, one, key).flatMap((given): EntityIdFact[] => {
        const uuid = uuidOf(evaluator, given.node, given.frame, frame.file);
        if (!uuid) return [];
        const at = given.file === frame.file ? (given.property ?? given.node) : one.node;
        return [{ kind: 'entity-id', at, uuid, certainty: certaintyOf(receiver), ...(entity && { entity }) }];
      }),
    ),
  );
}

function primaryColumns(evaluator: Evaluator, model: ModelClass | undefined): string[] {
  const table = model && tableOfClass(evaluator, model.node, model.file);
  return (table?.columns ?? []).filter((column) => column.isPrimary).map((column) => column.name);
}

/** A key that the constructor of an entity makes where none is given: `constructor(readonly id: string = randomUUID())`. */
export function idsOfDefaults(evaluator: Evaluator, { node, file }: ModelClass): EntityIdFact[] {
  const frame: Frame = { file, depth: 0 };
  const constructor = node.body.body.find((member): member is TSESTree.MethodDefinition => member.type === 'MethodDefinition' && member.kind === 'constructor');
  const defaults = (constructor?.value.params ?? []).flatMap((param) => {
    const inner = param.type === 'TSParameterProperty' ? param.parameter : param;
    return inner.type === 'AssignmentPattern' && inner.left.type === 'Identifier' && /^_?id$/.test(inner.left.name) ? [inner] : [];
  });
  if (defaults.length === 0 || !isEntity(evaluator, { node, file })) return [];
  return defaults.flatMap((param): EntityIdFact[] => {
    const uuid = uuidOf(evaluator, param.right, frame, file);
    return uuid ? [{ kind: 'entity-id', at: param, uuid, certainty: 'certain', ...(node.id && { entity: { name: node.id.name } }) }] : [];
  });
}

function isEntity(evaluator: Evaluator, { node, file }: ModelClass): boolean {
  return tableOfClass(evaluator, node, file) !== undefined || modelOf(evaluator, { is: 'class', node, file }, 'instance')?.type.isEntity === true;
}
