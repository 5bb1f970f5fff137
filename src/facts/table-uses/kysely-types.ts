import type { TSESTree } from '@typescript-eslint/types';
import { importedNode } from '../sql-text.ts';
import type { Evaluator } from '../evaluator.ts';
import { keyName } from '../tree.ts';
import type { SourceFile } from '../types.ts';
import type { TableDeclaration } from './types.ts';

/** What an interface of tables is called where nothing says that it is one. */
const TABLES = /(?:database|db|tables|schema)$/i;

const KYSELY = /^kysely(?:\/|$)/;

/**
 * The tables that an interface declares whose properties are tables: `interface BillingTables { invoices: InvoiceTable }`. Kysely knows tables by
 * such a type only.
 */
export function declaredByInterface(evaluator: Evaluator, node: TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration, file: SourceFile): TableDeclaration[] {
  const members = node.type === 'TSInterfaceDeclaration' ? node.body.body : node.typeAnnotation.type === 'TSTypeLiteral' ? node.typeAnnotation.members : [];
  if (members.length === 0 || !TABLES.test(node.id.name)) return [];
  const rows = members.map((member) => (member.type === 'TSPropertySignature' ? rowOf(member) : undefined));
  if (rows.some((row) => row === undefined)) return [];
  if (!knowsKysely(file) && !rows.some((row) => row && fileOfType(evaluator, row, file) && knowsKysely(fileOfType(evaluator, row, file) as SourceFile))) return [];
  return members.flatMap((member) => {
    if (member.type !== 'TSPropertySignature') return [];
    const [schema, table] = splitName(keyName(member) ?? '');
    return table === '' ? [] : [{ library: 'kysely', table, ...(schema !== undefined && { schema }), at: member.key }];
  });
}

function splitName(name: string): [string | undefined, string] {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? [undefined, name] : [name.slice(0, dot), name.slice(dot + 1)];
}

/** The type of the rows, which is one of the project's own. */
function rowOf(member: TSESTree.TSPropertySignature): TSESTree.Identifier | undefined {
  const type = member.typeAnnotation?.typeAnnotation;
  return type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && !type.typeArguments ? type.typeName : undefined;
}

function fileOfType(evaluator: Evaluator, name: TSESTree.Identifier, file: SourceFile): SourceFile | undefined {
  const definition = file.scopes.variableAt(name, name.name)?.defs[0];
  return definition?.type === 'ImportBinding' ? importedNode(evaluator, definition.node, definition.parent, file)?.file : undefined;
}

function knowsKysely({ program }: SourceFile): boolean {
  return program.body.some((statement) => statement.type === 'ImportDeclaration' && KYSELY.test(statement.source.value));
}
