import { createHash } from 'node:crypto';
import type { Columns } from './columns.ts';

/** The hash of a text. */
export function hashOf(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}

/** Columns as a text that tells who wrote it, and whether all of it is there as it was written. */
export function sealed(columns: Columns, version: string): string {
  const body = JSON.stringify(columns);
  return `${version}\n${hashOf(body)}\n${body}`;
}

/** Columns from such a text; `undefined` where somebody else wrote it, or something happened to it since. */
export function unsealed(text: string, version: string): Columns | undefined {
  const seal = text.indexOf('\n', version.length + 1);
  if (!text.startsWith(`${version}\n`) || seal < 0) return undefined;
  const body = text.slice(seal + 1);
  return hashOf(body) === text.slice(version.length + 1, seal) ? (JSON.parse(body) as Columns) : undefined;
}
