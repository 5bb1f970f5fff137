import type { TSESLint } from '@typescript-eslint/utils';
import { rolesOf } from '../facts/roles.ts';
import { Packages } from './packages.ts';

type RoleSet = ReturnType<typeof rolesOf>;

const packages = new Packages();
const known = new WeakMap<object, RoleSet>();

/** The roles of the file that is linted, worked out once however many rules ask. */
export function rolesOfFile(context: Readonly<TSESLint.RuleContext<string, readonly unknown[]>>): RoleSet {
  const { ast, text } = context.sourceCode;
  let roles = known.get(ast);
  if (!roles) {
    const path = context.physicalFilename.replaceAll('\\', '/');
    const file = { path, text, program: ast };
    roles = rolesOf({ file, root: context.cwd.replaceAll('\\', '/'), package: packages.of(path) });
    known.set(ast, roles);
  }
  return roles;
}
