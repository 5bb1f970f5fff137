import type { RuleListener } from '@typescript-eslint/utils/eslint-utils';
import type { ModuleSource } from '../arch/index.ts';
import { libraries as ownLibraries, loggerAt, readFacts, readPrismaFile, readPrismaTables, readSqlFile, readSqlTables, readTables, rolesOf, sourceFileOf, type Facts, type LibraryDefinition, type LoggerInScope, type Node, type PackageFacts, type ScopeManagerLike, type SourceFile, type Surroundings, type TableFacts } from '../facts/index.ts';
import { isScript } from './create-rule.ts';
import { Packages } from './packages.ts';
import { askProject, pathOf, type Context } from './project-of-file.ts';

type Kind = Exclude<keyof Facts, 'roles'>;

const factsByFile = new WeakMap<object, Facts>();
const rolesByFile = new WeakMap<object, Facts['roles']>();
const files = new WeakMap<object, SourceFile>();
const filesByTree = new WeakMap<ModuleSource['program'], SourceFile>();
const librariesByConfig = new WeakMap<object, readonly LibraryDefinition[]>();
const packages = new Packages();

/** What SQL and Prisma's schema have of a script: nothing. */
const NO_PROGRAM = { type: 'Program', body: [] } as unknown as SourceFile['program'];

/** Calls back with each fact of one kind, in the order of the text. The file is read once, however many rules ask. */
export function onFacts<const Asked extends Kind>(context: Context, kind: Asked, callback: (fact: Facts[Asked][number], facts: Facts) => void): RuleListener {
  return onFile(context, (facts) => {
    for (const fact of facts[kind]) callback(fact, facts);
  });
}

/** Calls back with all facts of the file: a script, a migration in SQL, a schema of Prisma's. */
export function onFile(context: Context, callback: (facts: Facts) => void): RuleListener {
  const read = (): void => callback(factsOfFile(context));
  return { Program: read, SqlFile: read, Schema: read };
}

/** Files that no rule over facts speaks about: reading them would be most of the work in a repository with a frontend. */
const WITHOUT_FACTS = ['test', 'frontend', 'generated'] as const;

const NO_FACTS: Omit<Facts, 'roles'> = { endpoint: [], response: [], query: [], table: [], log: [], 'entity-id': [] };

/** Every fact of the file that is linted. */
export function factsOfFile(context: Context): Facts {
  const { sourceCode } = context;
  let facts = factsByFile.get(sourceCode);
  if (!facts && sourceCode.ast.type !== 'Program') facts = readText(context);
  const roles = rolesOfFile(context);
  facts ??= WITHOUT_FACTS.some((role) => roles.has(role)) ? { ...NO_FACTS, roles } : readFacts(fileOfContext(context), surroundingsOf(context), { roles, libraries: librariesOf(context) });
  factsByFile.set(sourceCode, facts);
  return facts;
}

/** What the file that is linted says of tables: only one rule asks. */
export function tablesOfFile(context: Context): { readonly facts: TableFacts; readonly libraries: readonly LibraryDefinition[] } {
  const { ast, text } = context.sourceCode;
  const libraries = librariesOf(context);
  if (ast.type === 'Program') return { facts: readTables(fileOfContext(context), surroundingsOf(context), { libraries }), libraries };
  return { facts: (ast.type as string) === 'Schema' ? readPrismaTables(text) : readSqlTables(text), libraries };
}

/** The logger that the code at a node can use. Looked for when there is something to suggest. */
export function loggerInScope(context: Context, node: Node): LoggerInScope | undefined {
  return loggerAt(fileOfContext(context), node, surroundingsOf(context), librariesOf(context));
}

function fileOfContext(context: Context): SourceFile {
  const { sourceCode } = context;
  let file = files.get(sourceCode);
  if (!file) {
    // Without a scope manager of ESLint's, the facts reader analyses the scopes itself.
    const scopes = sourceCode.scopeManager as unknown as ScopeManagerLike | null;
    file = sourceFileOf(pathOf(context), sourceCode.text, sourceCode.ast, scopes ?? undefined);
    files.set(sourceCode, file);
  }
  return file;
}

/** The facts of a file in one of the plugin's own languages. */
function readText(context: Context): Facts {
  const { ast, text } = context.sourceCode;
  const read = (ast.type as string) === 'Schema' ? readPrismaFile : readSqlFile;
  return read(text, rolesOfFile(context));
}

/** The team's own pages, then those of the package. The same list as long as the configuration is the same: it is indexed once. */
function librariesOf(context: Context): readonly LibraryDefinition[] {
  const own = askProject(context, (project) => project.libraries) ?? [];
  if (own.length === 0) return ownLibraries;
  let all = librariesByConfig.get(own);
  // Its border is the configuration: what it does not check there is only looked up, never run.
  if (!all) librariesByConfig.set(own, (all = [...(own as readonly LibraryDefinition[]), ...ownLibraries]));
  return all;
}

/** What the file that is linted is for. Cheaper than its facts. */
export function rolesOfFile(context: Context): Facts['roles'] {
  const { sourceCode } = context;
  let roles = rolesByFile.get(sourceCode);
  if (!roles) {
    const path = pathOf(context);
    const file = { path, text: sourceCode.text, program: isScript(sourceCode) ? sourceCode.ast : NO_PROGRAM };
    roles = rolesOf({ file, root: rootOf(context), package: packageOfFile(context) });
    rolesByFile.set(sourceCode, roles);
  }
  return roles;
}

/** The package that the linted file stands in. */
export function packageOfFile(context: Context): PackageFacts | undefined {
  return packages.of(pathOf(context));
}

function rootOf(context: Context): string {
  return context.cwd.replaceAll('\\', '/');
}

/** The rest of the project, as the facts reader asks for it. */
function surroundingsOf(context: Context): Surroundings {
  return {
    root: rootOf(context),
    packageOf: (path) => packages.of(path),
    resolve(from, specifier) {
      const resolution = askProject(context, (project) => project.resolve(from, specifier));
      return resolution?.status === 'file' ? resolution.path : undefined;
    },
    read(path) {
      const module = askProject(context, (project) => project.readModule(path));
      return module && fileOf(module);
    },
  };
}

/** The same tree gives the same file, so that its scopes and what is known of its exports are kept while it has not changed. */
function fileOf(module: ModuleSource): SourceFile {
  let file = filesByTree.get(module.program);
  if (!file) filesByTree.set(module.program, (file = sourceFileOf(module.path, module.text, module.program)));
  return file;
}
