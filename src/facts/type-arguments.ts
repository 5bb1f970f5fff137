import type { TSESTree } from '@typescript-eslint/types';
import type { Evaluator } from './evaluator.ts';
import type { EntityName } from './types.ts';
import type { ClassNode, Frame, Value } from './value.ts';

/**
 * The entity that a type argument names: `Repository<Invoice>`. A type parameter of a base class (`Repository<T>`) is what the class at hand gives for
 * it (`extends BaseRepository<Invoice>`), and nothing where that cannot be seen.
 */
export function entityOfType(evaluator: Evaluator, type: TSESTree.TypeNode, frame: Frame): EntityName | undefined {
  if (type.type === 'TSTypeQuery') return type.exprName.type === 'Identifier' ? { name: type.exprName.name } : undefined;
  if (type.type !== 'TSTypeReference') return undefined;
  const { typeName } = type;
  if (typeName.type === 'TSQualifiedName') return { name: typeName.right.name };
  if (typeName.type !== 'Identifier') return undefined;
  const parameter = typeParameter(typeName, frame);
  if (!parameter) return { name: typeName.name };
  const given = argumentFor(evaluator, parameter, frame);
  return given && entityOfType(evaluator, given.type, given.frame);
}

function typeParameter(name: TSESTree.Identifier, frame: Frame): TSESTree.TSTypeParameter | undefined {
  const node = frame.file.scopes.variableAt(name, name.name)?.defs[0]?.node;
  return node?.type === 'TSTypeParameter' ? node : undefined;
}

/** Classes above one another: more are generated. */
const HIGHEST = 8;

/** What the class at hand, or one between it and the parameter's owner, gives for a type parameter. */
function argumentFor(evaluator: Evaluator, parameter: TSESTree.TSTypeParameter, frame: Frame): { type: TSESTree.TypeNode; frame: Frame } | undefined {
  const owner = parameter.parent.parent;
  const index = parameter.parent.type === 'TSTypeParameterDeclaration' ? parameter.parent.params.indexOf(parameter) : -1;
  const { self } = frame;
  if (!owner || index < 0 || self?.is !== 'instance') return undefined;
  let current: { node: ClassNode; file: Frame['file'] } = self;
  for (let height = 0; height < HIGHEST; height++) {
    const { superClass } = current.node;
    const base: Value | undefined = superClass ? evaluator.valueOf(superClass, { file: current.file, depth: 0 }) : undefined;
    if (base?.is !== 'class') return undefined;
    if (base.node === owner) {
      const type = current.node.superTypeArguments?.params[index];
      return type && { type, frame: { file: current.file, depth: 0, self } };
    }
    current = base;
  }
  return undefined;
}
