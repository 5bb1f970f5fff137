import type { TSESTree } from '@typescript-eslint/types';
import { isEntityPackage, isSchemaPackage } from './libraries.ts';
import type { ExportKind } from '../sources/exports.ts';
import { packageNameOf } from '../resolver/local-packages.ts';

/** What a contract file asks about the rest of the project. */
export interface Neighbours {
  /** What stands behind a specifier, seen from the contract file. */
  behind(specifier: string): Behind;
  /** What a name of an internal file is, and whether it is an entity of a database. */
  named(specifier: string, name: string): { readonly kind: ExportKind; readonly file: string; readonly isEntity: boolean };
  /** The names of an internal file, with what they are. */
  namesOf(specifier: string): ReadonlyMap<string, ExportKind>;
}

/**
 * `free`: packages, the kernel, contracts, data files. `internal`: the module's other files, and those that belong to
 * nothing. `foreign`: another module's internals, which the law of references speaks about.
 */
export type Behind = 'package' | 'kernel' | 'contract' | 'data' | 'internal' | 'foreign';

/** A name that a contract file imports. */
export interface Imported {
  readonly local: string;
  readonly name: string;
  readonly specifier: string;
  readonly behind: Behind;
  readonly isType: boolean;
  readonly statement: TSESTree.ImportDeclaration;
}

/** Every name that a file imports, by its name in the file. */
export function importsOf(program: TSESTree.Program, neighbours: Neighbours): Map<string, Imported> {
  const imports = new Map<string, Imported>();
  for (const statement of program.body) {
    if (statement.type !== 'ImportDeclaration') continue;
    const specifier = statement.source.value;
    const behind = neighbours.behind(specifier);
    for (const one of statement.specifiers) {
      const isType = statement.importKind === 'type' || (one.type === 'ImportSpecifier' && one.importKind === 'type');
      imports.set(one.local.name, { local: one.local.name, name: importedName(one), specifier, behind, isType, statement });
    }
  }
  return imports;
}

function importedName(specifier: TSESTree.ImportClause): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
}

/** Whether a value that is made with an imported name is data: made by a schema library, by the kernel or by a contract. */
export function makesData({ behind, specifier, name }: Imported): boolean {
  if (behind === 'kernel' || behind === 'contract' || behind === 'data') return true;
  if (behind !== 'package') return false;
  return isSchemaPackage(packageNameOf(specifier)) || /^(?:define|create|make|declare)\w*(?:Event|Schema|Contract|Message|Topic|Enum)s?$/.test(name);
}

/** Whether an imported type is one of database rows. */
export function isEntityType({ behind, specifier, name }: Imported, neighbours: Neighbours): boolean {
  if (behind === 'package') return isEntityPackage(packageNameOf(specifier));
  if (/(?:^|\/)generated\/prisma(?:\/|$)|(?:^|\/)prisma\/(?:client|generated)(?:\/|$)/.test(specifier)) return true;
  return behind === 'internal' && neighbours.named(specifier, name).isEntity;
}
