import { isFrontend, isServerPackage } from './frontend.ts';
import { pathInside } from './paths.ts';
import { valueSpecifiers } from './specifiers.ts';
import type { Role } from '../libraries/index.ts';
import type { PackageFacts, SourceFile } from './types.ts';

/** What a role is worked out from. */
export interface RoleEvidence {
  readonly file: Pick<SourceFile, 'path' | 'text' | 'program'>;
  /** The project's folder: what stands above it says nothing. */
  readonly root?: string | undefined;
  /** The nearest `package.json`. */
  readonly package?: PackageFacts | undefined;
}

/** Folders whose children are business capabilities: what stands directly in them is a name of the business, not a role. */
const CAPABILITY_ROOTS = new Set(['modules', 'features', 'domains', 'contexts', 'slices']);

const FOLDERS: readonly (readonly [Role, ReadonlySet<string>])[] = [
  ['test', new Set(['__tests__', '__mocks__', '__fixtures__', 'test', 'tests', 'e2e', 'spec', 'specs', 'cypress', 'playwright', 'test-utils', 'testing', 'integration-tests', 'test-helpers'])],
  ['migration', new Set(['migrations', 'migration', 'alterations'])],
  ['seed', new Set(['seed', 'seeds', 'seeders', 'seeding', 'fixtures'])],
  ['script', new Set(['scripts', 'script', 'bin', '.github', 'benchmarks', 'bench'])],
  ['command', new Set(['cli'])],
  ['generated', new Set(['generated', '__generated__', '.prisma', '.next', '.nuxt', 'dist', 'node_modules'])],
];

/** Folders that hold scripts only where they stand at the top of a package. `prisma` holds the schema, and seeds beside it. */
const TOP_SCRIPTS = new Set(['tools', 'tooling', 'hack', 'ops', 'build-scripts', 'prisma']);

const NAMES: readonly (readonly [Role, RegExp])[] = [
  ['test', /\.(?:test|spec|e2e|e2e-spec|stories|story|bench|cy|mock|mocks)$|^(?:jest|vitest)[.-]|^setup-?tests?$|^test-?(?:setup|utils?|helpers?)$/i],
  ['seed', /^seed(?:s|er)?$|^seed[.-]|[.-]seed(?:s|er)?$|^seed(?:Database|Data|Db)$/i],
  ['migration', /\.migration$|^\d{10,17}[-_]/],
  ['command', /^cli$|[.-]cli$|\.command$/i],
  ['configuration', /\.config$|^\..*rc$|^\.\w+$|rc$|^(?:knexfile|ormconfig|gulpfile|gruntfile|jakefile|dangerfile|pm2|ecosystem)$|^(?:webpack|rollup|esbuild|tsup|vite|babel|nodemon|svgo|postcss|tailwind)(?:[.-]|$)/i],
  ['script', /^(?:build|release|deploy|postinstall|preinstall|prepare|postbuild|prebuild|codegen|type-?check)$|^bench(?:mark)?(?:[A-Z.-]|$)|\.script$/i],
  ['generated', /\.(?:generated|gen|pb|g)$|_pb$/],
];

const COMMAND_PACKAGE =
  /^(?:commander|@commander-js\/.+|yargs|yargs\/.+|cac|meow|clipanion|citty|sade|caporal|@oclif\/.+|nest-commander|ink|inquirer|@inquirer\/.+|enquirer|prompts|@clack\/prompts|ora|listr2|minimist|mri|arg|command-line-args|@drizzle-team\/brocli)$/;

/** Packages that a file imports for one purpose. */
const PURPOSES: readonly (readonly [Role, RegExp])[] = [
  ['test', /^(?:vitest|@jest\/globals|node:test|mocha|chai|supertest|ava|tap|sinon|nock|@playwright\/test|cypress|bun:test|jasmine|@nestjs\/testing|fast-check|testcontainers|@testcontainers\/.+|@testing-library\/.+)$/],
  ['command', COMMAND_PACKAGE],
];

/**
 * What a file is for, by its path, its imports and its package. A file may have several roles, or none: server code.
 * Endpoints, jobs and listeners are told by facts, not here.
 */
export function rolesOf(evidence: RoleEvidence): ReadonlySet<Role> {
  const roles = new Set<Role>();
  const { file } = evidence;
  const folders = pathInside(file.path, evidence.root ?? evidence.package?.folder).split('/');
  const name = folders.pop() ?? '';
  addByFolder(roles, folders);
  if (/\.[cm]?[jt]sx?$/.test(name) && TOP_SCRIPTS.has(pathInside(file.path, evidence.package?.folder ?? evidence.root).split('/')[0] ?? '')) roles.add('script');
  addByName(roles, name);
  addByContent(roles, evidence);
  if (!roles.has('test') && isFrontend(evidence, folders, name)) roles.add('frontend');
  return roles;
}

function addByFolder(roles: Set<Role>, folders: readonly string[]): void {
  folders.forEach((folder, index) => {
    if (CAPABILITY_ROOTS.has(folders[index - 1] ?? '')) return;
    for (const [role, names] of FOLDERS) if (names.has(folder)) roles.add(role);
    if (/^\.\w/.test(folder)) roles.add('script');
  });
}

function addByName(roles: Set<Role>, name: string): void {
  const stem = name.replace(/(?:\.d)?\.[cm]?[jt]sx?$|\.(?:sql|prisma)$/, '');
  for (const [role, pattern] of NAMES) if (pattern.test(stem)) roles.add(role);
}

/** A package that installs a command, reads its arguments and serves nothing: all of it is that command. */
function isCommandPackage(around: PackageFacts | undefined): boolean {
  return around !== undefined && around.bin.length > 0 && [...around.dependencies].some((name) => COMMAND_PACKAGE.test(name)) && !isServerPackage(around);
}

function addByContent(roles: Set<Role>, { file, package: around }: RoleEvidence): void {
  if (file.text.startsWith('#!') || around?.bin.includes(file.path) || isCommandPackage(around)) roles.add('command');
  if (/^(?:\s*(?:\/\/|\/\*|\*|#|--)[^\n]*\n)*?\s*(?:\/\/|\/?\*+|#|--)[^\n]*(?:@generated\b|auto-?generated\b|do not (?:edit|modify)\b|generated by\b)/i.test(file.text.slice(0, 600))) roles.add('generated');
  for (const specifier of valueSpecifiers(file.program)) {
    for (const [role, pattern] of PURPOSES) if (pattern.test(specifier)) roles.add(role);
  }
}
