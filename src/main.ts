#!/usr/bin/env node
import { fortress, processIo, told, type ExitCode } from './cli/index.ts';

const io = processIo();
let isDone = false;

function end(code: ExitCode): never {
  isDone = true;
  process.exit(code);
}

function fail(error: unknown): never {
  io.stderr.writeNow(told(error, io));
  end(2);
}

// Whatever happens, the exit code is 0, 1 or 2; whoever ends the process before there is a verdict (a configuration may) has not passed.
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(2));
process.on('exit', () => {
  if (isDone) return;
  process.exitCode = 2;
  io.stderr.writeNow('error: The check was ended before it was done.\nLook for `process.exit` in what the configuration runs.\n');
});

fortress(process.argv.slice(2), io).then(end, fail);
