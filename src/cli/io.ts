import { writeSync } from 'node:fs';
import { UsageError } from './usage-error.ts';

/** One of the two streams that a command writes to. */
export interface Output {
  readonly isTerminal: boolean;
  /** Writes text; settled when the operating system has taken all of it, or when nobody reads any more. */
  write(text: string): Promise<void>;
}

/** Everything outside that a command may use. */
export interface Io {
  /** Absolute; empty where the folder is gone. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Findings, and what was asked for. */
  readonly stdout: Output;
  /** Progress and diagnostics. */
  readonly stderr: Output & {
    /** Writes at once, even while nothing else can happen; what cannot be written is lost. */
    writeNow(text: string): void;
  };
}

/** The process's own streams. */
export function processIo(): Io {
  return {
    cwd: workingDirectory(),
    env: process.env,
    stdout: outputTo(process.stdout),
    stderr: { ...outputTo(process.stderr), writeNow },
  };
}

function workingDirectory(): string {
  try {
    return process.cwd();
  } catch {
    return '';
  }
}

function outputTo(stream: NodeJS.WriteStream): Output {
  let failure: NodeJS.ErrnoException | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    failure ??= error;
  });
  return {
    isTerminal: stream.isTTY === true,
    write: (text) =>
      new Promise((resolve, reject) => {
        if (text === '' || isReaderGone(failure)) return resolve();
        stream.write(text, (error) => (!error || isReaderGone(error) ? resolve() : reject(cannotBeWritten(error))));
      }),
  };
}

/** Whoever read has seen enough: `fortress check | head`. The verdict is still the verdict. */
function isReaderGone(error: NodeJS.ErrnoException | null | undefined): boolean {
  return error?.code === 'EPIPE' || error?.code === 'ECONNRESET';
}

function cannotBeWritten(error: NodeJS.ErrnoException): UsageError {
  return new UsageError(`What was found cannot be written (${error.code ?? error.message}).`, 'Make room for it, or write it elsewhere with `--output FILE`.');
}

function writeNow(text: string): void {
  try {
    writeSync(2, text);
  } catch {
    // A progress line is worth no failure.
  }
}
