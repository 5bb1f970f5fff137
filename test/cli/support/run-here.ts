import { fortress, told, type Io } from '../../../src/cli/index.ts';
import type { Ended } from './project.ts';

/** Runs the command inside the test's own process: what it does is the same, only faster than a process of its own. */
export async function runHere(args: readonly string[], cwd: string): Promise<Ended> {
  const written = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    isTerminal: false,
    write: async (text: string): Promise<void> => {
      written[name] += text;
    },
  });
  const io: Io = { cwd, env: {}, stdout: output('stdout'), stderr: { ...output('stderr'), writeNow: () => undefined } };
  try {
    return { code: await fortress(args, io), ...written };
  } catch (error) {
    return { code: 2, stdout: written.stdout, stderr: written.stderr + told(error, io) };
  }
}
