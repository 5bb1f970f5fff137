import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const LAYOUT = 1;

/** Whoever reads files in another way has another version: what is remembered is of use only to the same one. */
export function readerVersion(): string {
  const parser = versionIn(createRequire(import.meta.url).resolve('oxc-parser/package'));
  const [node = ''] = process.versions.node.split('.');
  return [LAYOUT, versionIn(fileURLToPath(new URL('../../../package.json', import.meta.url))), node, parser, codeStamp()].join(' ');
}

function versionIn(manifest: string): string {
  return String((JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version?: unknown }).version);
}

/** The code that reads, for those who work on it: its version stays the same meanwhile. */
function codeStamp(): string {
  const folder = fileURLToPath(new URL('../references/', import.meta.url));
  const stats = readdirSync(folder).map((name) => statSync(folder + name));
  return `${Math.max(...stats.map(({ mtimeMs }) => mtimeMs))}:${stats.reduce((sum, { size }) => sum + size, 0)}`;
}
