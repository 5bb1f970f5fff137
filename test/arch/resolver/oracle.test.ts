import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { ResolverFactory } from 'oxc-resolver';
import { describe, expect, it } from 'vitest';
import { Memory } from '../../../src/arch/files/memory.ts';
import { Tree } from '../../../src/arch/files/tree.ts';
import { walk } from '../../../src/arch/files/walk.ts';
import { openProject } from '../../../src/arch/index.ts';
import { readFileReferences } from '../../../src/arch/references/index.ts';
import { projectOf } from '../support/projects.ts';

const ROOT = realpathSync(join(import.meta.dirname, '../../..'));

const oracle = new ResolverFactory({
  tsconfig: 'auto',
  extensions: ['.ts', '.tsx', '.d.ts', '.js', '.json'],
  extensionAlias: { '.js': ['.ts', '.tsx', '.d.ts', '.js'], '.mjs': ['.mts', '.mjs'] },
  conditionNames: ['types', 'import', 'node'],
  builtinModules: true,
});

/** What another resolver says, in our words. */
function theirs(from: string, specifier: string): string {
  const { path, builtin } = oracle.resolveFileSync(from, specifier);
  if (builtin !== undefined) return 'builtin';
  return path === undefined ? 'unresolved' : path.includes('/node_modules/') ? 'package' : path;
}

/** Every reference of a folder that the two resolvers see differently. */
function differences(root: string, below: string): string[] {
  const project = openProject({ root });
  const { files } = walk(new Tree(join(root, below), new Memory(false)));
  const found = files.flatMap((from) =>
    readFileReferences(from, readFileSync(from, 'utf8')).references.flatMap(({ specifier, isPrefix, isGlob }) => {
      if (specifier === undefined || isPrefix || isGlob) return [];
      const ours = project.resolve(from, specifier);
      const mine = ours.status === 'file' ? ours.path : ours.status;
      const other = theirs(from, specifier);
      return mine === other ? [] : [`${from} ${specifier}: ${mine}, but ${other}`];
    }),
  );
  expect(files.length).toBeGreaterThan(3);
  return found;
}

describe('another resolver', () => {
  it('says the same of our own code', () => {
    expect(differences(ROOT, 'src/arch')).toEqual([]);
  });

  it('says the same of aliases, packages and imports of an installed workspace', () => {
    const files = {
      'package.json': '{ "name": "acme", "workspaces": ["packages/*"] }',
      'tsconfig.base.json': '{ "compilerOptions": { "paths": { "@/*": ["./apps/api/src/*", "./packages/kit/src/*"], "@kit": ["./packages/kit/src/index.ts"] } } }',
      'packages/kit/package.json': '{ "name": "@acme/kit", "exports": { ".": "./src/index.ts", "./deep/*": "./src/deep/*.ts" } }',
      'packages/kit/src/index.ts': "export * from './deep/a.js';\nexport * from '@acme/kit/deep/b';\n",
      'packages/kit/src/deep/a.ts': 'export const a = 1;\n',
      'packages/kit/src/deep/b/index.ts': 'export const b = 1;\n',
      'packages/kit/src/deep/b.ts': 'export const b = 1;\n',
      'packages/kit/src/deep/c.d.ts': 'export declare const c: 1;\n',
      'apps/api/package.json': '{ "name": "@acme/api", "imports": { "#db": "./src/db.ts", "#lib/*": "./src/lib/*.ts" } }',
      'apps/api/tsconfig.json': '{ "extends": "../../tsconfig.base.json" }',
      'apps/api/src/db.ts': 'export const db = 1;\n',
      'apps/api/src/lib/x.ts': 'export const x = 1;\n',
      'apps/api/src/main.ts': "import '#db';\nimport '#lib/x';\nimport '@acme/kit';\nimport '@acme/kit/deep/a';\nimport '@/db';\nimport '@/deep/a';\nimport '@kit';\nimport '../../../packages/kit/src/deep/c.js';\nimport './lib/x.js';\nimport 'zod';\nimport 'node:fs';\nimport './nowhere';\nimport '.';\nimport './index';\n",
      'apps/api/src/index.tsx': 'export {};\n',
      'node_modules/zod/package.json': '{ "name": "zod", "main": "index.js" }',
      'node_modules/zod/index.js': 'module.exports = {};\n',
    };
    const root = projectOf(files, { 'node_modules/@acme/kit': '../../packages/kit' });
    expect([...differences(root, 'apps'), ...differences(root, 'packages')]).toEqual([]);
  });
});
