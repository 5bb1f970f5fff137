import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openProject } from '../../../src/arch/index.ts';
import { Memory } from '../../../src/arch/files/memory.ts';
import { Tree } from '../../../src/arch/files/tree.ts';
import { walk } from '../../../src/arch/files/walk.ts';
import { check, places, projectOf, withLocked } from '../support/projects.ts';

const CODE = 'export const value = 1;\n';

function filesOf(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}, below = ''): string[] {
  const root = join(projectOf(files, links), below).replace(/\/$/, '');
  return walk(new Tree(root, new Memory(false))).files.map((path) => path.slice(root.length + 1));
}

const all = (...paths: string[]): Record<string, string> => Object.fromEntries(paths.map((path) => [path, CODE]));

describe('the files of a project', () => {
  it('are those with code in them, declarations too', () => {
    expect(filesOf(all('a.ts', 'b.tsx', 'c.mts', 'd.cts', 'e.js', 'f.jsx', 'g.mjs', 'h.cjs', 'i.d.ts', 'j.d.mts', 'k.json', 'l.vue', 'm.txt', 'n.mtsx', 'o.ts.bak', 'ts', '.pnp.cjs', '.eslintrc.cjs'))).toEqual([
      '.eslintrc.cjs',
      'a.ts',
      'b.tsx',
      'c.mts',
      'd.cts',
      'e.js',
      'f.jsx',
      'g.mjs',
      'h.cjs',
      'i.d.ts',
      'j.d.mts',
    ]);
  });

  it('are not what packages, builds and tools put there', () => {
    const files = all('src/a.ts', 'node_modules/x/a.ts', 'src/node_modules/x/a.ts', 'dist/a.js', 'build/a.js', 'out/a.js', 'coverage/a.js', '.next/a.js', '.hidden/a.ts', 'src/.cache/a.ts');
    expect(filesOf(files)).toEqual(['src/a.ts']);
  });

  it('are also in folders called like a build, unless they stand at the root of a package', () => {
    const files = { ...all('src/modules/build/a.ts', 'src/modules/dist/a.ts', 'src/out/a.ts', 'packages/a/dist/a.js', 'packages/a/src/build/a.ts'), 'packages/a/package.json': '{}' };
    expect(filesOf(files)).toEqual(['packages/a/src/build/a.ts', 'src/modules/build/a.ts', 'src/modules/dist/a.ts', 'src/out/a.ts']);
  });

  it('are not what git ignores, in any of its ways to say so', () => {
    const files = {
      ...all('src/a.ts', 'src/a.gen.ts', 'src/keep.gen.ts', 'src/generated/a.ts', 'generated.ts', 'src/deep/tmp/a.ts', 'tmp/a.ts', 'lib/a.ts', 'src/lib/a.ts', 'src/deep/local.ts', 'src/private/a.ts', 'src/sp ace/a.ts', 'src/[x]/a.ts', 'docs/a/b/api.ts'),
      '.gitignore': '# generated\n\n*.gen.ts\n!keep.gen.ts\ngenerated/\n/lib\r\ntmp   \ndocs/**/api.ts\nsrc/sp?ace\nsrc/\\[x\\]\n',
      'src/deep/.gitignore': 'local.ts\n!tmp/\n',
      '.git/info/exclude': 'private/\n',
      '.git/HEAD': 'ref: refs/heads/main\n',
    };
    expect(filesOf(files)).toEqual(['generated.ts', 'src/a.ts', 'src/keep.gen.ts', 'src/deep/tmp/a.ts', 'src/lib/a.ts']);
  });

  it('are not what the repository ignores in a folder above', () => {
    const files = { ...all('apps/api/src/a.ts', 'apps/api/src/a.gen.ts', 'apps/api/secret/a.ts'), '.gitignore': '*.gen.ts\n/apps/api/secret/\n', '.git/HEAD': '' };
    expect(filesOf(files, {}, 'apps/api')).toEqual(['src/a.ts']);
  });

  it('are not what a linked work tree ignores for itself', () => {
    const files = { ...all('tree/a.ts', 'tree/mine.ts'), 'tree/.git': 'gitdir: ../main/.git/worktrees/tree\n', 'main/.git/worktrees/tree/commondir': '../..\n', 'main/.git/info/exclude': 'mine.ts\n' };
    expect(filesOf(files, {}, 'tree')).toEqual(['a.ts']);
  });

  it('are followed through links, once, and at their real path', () => {
    const files = all('real/a.ts', 'src/b.ts');
    const links = { 'src/linked': '../real', 'src/c.ts': '../real/a.ts', 'src/loop': '.', 'src/self': 'self', 'src/gone.ts': './nowhere.ts', 'src/up': '..' };
    expect(filesOf(files, links)).toEqual(['real/a.ts', 'src/b.ts']);
  });

  it('are followed out of the project, where nothing else names them', () => {
    const files = all('outside/billing/db.ts', 'project/src/modules/orders/logic.ts');
    const links = { 'project/src/modules/billing': '../../../outside/billing', 'outside/billing/again': '.', 'outside/billing/back': '../../project' };
    expect(filesOf(files, links, 'project')).toEqual(['src/modules/billing/db.ts', 'src/modules/orders/logic.ts']);
  });
});

describe('the check', () => {
  const shop = { 'src/modules/billing/db.ts': CODE, 'src/modules/orders/logic.ts': "import '../billing/db.ts';\n" };

  it('survives links to nothing, and says so', () => {
    const root = projectOf(shop, { 'src/modules/orders/gone.ts': './nowhere.ts', 'src/modules/orders/self': 'self' });
    const report = check(root);
    expect(places(report.findings)).toEqual(['src/modules/orders/logic.ts:1:8 no-cross-module-imports']);
    expect(report.diagnostics.map(({ message }) => message)).toEqual(['The link `src/modules/orders/gone.ts` leads to nothing.', 'The link `src/modules/orders/self` leads to nothing.']);
  });

  it('survives a package.json that is none, and says so', () => {
    const report = check(projectOf({ ...shop, 'package.json': '{ broken', 'packages/a/package.json': '{ "name": "a" }' }));
    expect(places(report.findings)).toEqual(['src/modules/orders/logic.ts:1:8 no-cross-module-imports']);
    expect(report.diagnostics).toEqual([{ file: 'package.json', message: '`package.json` is no JSON object.', next: 'Correct it: the workspaces, packages and imports that it names are unknown.' }]);
  });

  it('judges a module that is a link out of the project where the link stands', () => {
    const root = projectOf({ 'elsewhere/billing/db.ts': CODE, 'shop/src/modules/orders/logic.ts': "import '../billing/db.ts';\n" }, { 'shop/src/modules/billing': '../../../elsewhere/billing' });
    expect(places(check(join(root, 'shop')).findings)).toEqual(['src/modules/orders/logic.ts:1:8 no-cross-module-imports']);
  });

  it('goes on where a file cannot be parsed', () => {
    const root = projectOf({ ...shop, 'src/modules/orders/broken.ts': "import '../billing/db.ts';\n\nexport const = 1;\n" });
    const { findings } = check(root);
    expect(places(findings)).toEqual([
      'src/modules/orders/broken.ts:3:14 parse-error',
      'src/modules/orders/logic.ts:1:8 no-cross-module-imports',
    ]);
  });

  it.each([
    ['src/modules/orders/secret.ts', 'a file'],
    ['src/modules/orders/vault', 'a folder'],
  ])('goes on where %s cannot be read', (path) => {
    const root = projectOf({ ...shop, 'src/modules/orders/secret.ts': CODE, 'src/modules/orders/vault/a.ts': CODE });
    const { findings } = withLocked(root, path, () => check(root));
    expect(places(findings)).toEqual(['src/modules/orders/logic.ts:1:8 no-cross-module-imports', `${path}:1:1 parse-error`]);
    expect(findings[1]?.message).toBe(`\`${path}\` cannot be read (EACCES): what it refers to is unknown. Make it readable, or let git ignore it.`);
  });

  it('needs a folder that can be read', () => {
    const root = projectOf({ 'shop/src/modules/billing/db.ts': CODE });
    expect(() => withLocked(root, 'shop', () => check(join(root, 'shop')))).toThrow('The folder cannot be read.');
  });

  it('needs files', () => {
    expect(() => check(projectOf({ 'readme.md': '# Nothing\n' }))).toThrow('There is nothing to check: no TypeScript or JavaScript file is here.');
  });

  it('needs modules', () => {
    expect(() => check(projectOf({ 'src/index.ts': CODE }))).toThrow('There is nothing to check: no module was found.');
  });

  it('needs a folder', () => {
    expect(() => openProject({ root: join(projectOf({}), 'nowhere') })).toThrow('is no folder.');
  });

  it('counts what it has seen', () => {
    const root = projectOf({
      ...shop,
      'src/main.ts': "import 'express';\nimport 'node:fs';\nimport { nothing } from './lost.ts';\n\nexport const load = (name: string): Promise<unknown> => import(name);\nexport { nothing };\n",
    });
    expect(check(root).coverage).toEqual({ files: 3, assignedFiles: 2, modules: 2, references: 5, resolvedReferences: 3, unanalysableReferences: 1 });
  });

  it('finds the same places behind a byte order mark, tabs and the ends of lines of Windows', () => {
    const root = projectOf({ ...shop, 'src/modules/orders/windows.ts': "\uFEFF// Ärger 🎉\r\n\timport { value } from '../billing/db.ts';\r\n\r\nexport { value };\r\nexport * from /* 🎉 */ '../billing/db';\r\n" });
    const found = check(root).findings.map(({ file, line, column, endLine, endColumn }) => [file, line, column, endLine, endColumn].join(':'));
    expect(found).toEqual(['src/modules/orders/logic.ts:1:8:1:26', 'src/modules/orders/windows.ts:2:24:2:42', 'src/modules/orders/windows.ts:5:24:5:39']);
  });

  it('reports on what it is asked about, and reads the rest', () => {
    const root = projectOf({ ...shop, 'src/modules/orders/deep/a.ts': "import '../../billing/db.ts';\n" });
    const only = (...paths: string[]): string[] => places(openProject({ root }).check({ only: paths }).findings);
    expect(only('src/modules/orders/deep')).toEqual(['src/modules/orders/deep/a.ts:1:8 no-cross-module-imports']);
    expect(only(join(root, 'src/modules/orders/logic.ts'))).toEqual(['src/modules/orders/logic.ts:1:8 no-cross-module-imports']);
    expect(only('src/modules/order')).toEqual([]);
    expect(only('./src/')).toHaveLength(2);
  });

  it('says the same twice', () => {
    const root = projectOf(shop);
    expect(JSON.stringify(check(root))).toBe(JSON.stringify(check(root)));
  });

  it('tells equal violations of one file apart', () => {
    const root = projectOf({ ...shop, 'src/modules/orders/logic.ts': "import '../billing/db.ts';\nimport '../billing/db.ts';\n" });
    const fingerprints = check(root).findings.map(({ fingerprint }) => fingerprint);
    expect(new Set(fingerprints).size).toBe(2);
    writeFileSync(join(root, 'src/modules/orders/logic.ts'), "\n\nimport '../billing/db.ts';\n");
    expect(check(root).findings.map(({ fingerprint }) => fingerprint)).toEqual(fingerprints.slice(0, 1));
  });
});
