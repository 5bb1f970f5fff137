import type { TSESTree } from '@typescript-eslint/types';
import { keyName, outer } from './tree.ts';
import type { Node, SourceFile } from './types.ts';

type Members = ReadonlyMap<string, ReadonlyMap<string, readonly Node[]>>;

const known = new WeakMap<TSESTree.Program, Members>();

/** What a file puts into an object under a name after it made it: `const db = {}; db.users = sequelize.define(…)`. */
export function assignedMembers(object: TSESTree.ObjectExpression, name: string, file: SourceFile): readonly Node[] {
  const holder = outer(object);
  if (holder?.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier' || holder.parent.parent?.type !== 'Program') return [];
  let members = known.get(file.program);
  if (!members) known.set(file.program, (members = readMembers(file.program)));
  return members.get(holder.id.name)?.get(name) ?? [];
}

function readMembers(program: TSESTree.Program): Members {
  const members = new Map<string, Map<string, Node[]>>();
  for (const statement of program.body) {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') continue;
    const { left, right, operator } = statement.expression;
    if (operator !== '=' || left.type !== 'MemberExpression' || left.object.type !== 'Identifier') continue;
    const name = keyName(left);
    if (name === undefined) continue;
    const own = members.get(left.object.name) ?? new Map<string, Node[]>();
    members.set(left.object.name, own.set(name, [...(own.get(name) ?? []), right]));
  }
  return members;
}
