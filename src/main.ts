#!/usr/bin/env node
import { fortress, processIo, told } from './cli/index.ts';

const io = processIo();

/** Whatever happens, the exit code is 0, 1 or 2. */
function stop(error: unknown): never {
  io.stderr.writeNow(told(error, process.env));
  process.exit(2);
}

process.on('uncaughtException', stop);
process.on('unhandledRejection', stop);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(2));

fortress(process.argv.slice(2), io).then((code) => process.exit(code), stop);
