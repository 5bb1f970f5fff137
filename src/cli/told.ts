import { sep } from 'node:path';
import type { Io } from './io.ts';

/** An error that says in words what is wrong and what to do. */
interface Told {
  readonly message: string;
  readonly next: string;
  /** The file that is to blame. */
  readonly file?: string | undefined;
}

/** What a reader is told of an error that stopped the command: what is wrong, and what to do. No stack, unless it is asked for. */
export function told(error: unknown, { cwd, env }: Pick<Io, 'cwd' | 'env'>): string {
  if (isTold(error)) return `error: ${placed(error)}${error.message}\n${error.next}\n`;
  const reason = (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)).replaceAll(cwd + sep, '');
  const stack = env['FORTRESS_DEBUG'] && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  return `error: fortress has failed: ${reason}\nThis is a mistake of fortress, not of your project: please report it. \`FORTRESS_DEBUG=1\` shows where it happened.\n${stack}`;
}

function isTold(error: unknown): error is Told {
  return error instanceof Error && typeof (error as { readonly next?: unknown }).next === 'string';
}

/** The file in front, where the message does not name it. */
function placed({ file, message }: Told): string {
  return file === undefined || message.includes(file) ? '' : `${file}: `;
}
