import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const TIME = '/usr/bin/time';

/**
 * A command that is timed as a whole process.
 * @typedef {{ name: string, command: readonly string[], cwd: string, runs?: number, before?: () => void, env?: Record<string, string> }} Candidate
 * @typedef {{ name: string, seconds: number, cpuSeconds: number | undefined, peakMegabytes: number | undefined, code: number | null, stdout: string }} Measured
 */

/**
 * Times commands in turns, A B C A B C …, so that a machine that slows down slows all of them; one turn before is not counted.
 * @param {readonly Candidate[]} candidates `runs` is how often a slow one is run, without a turn before
 * @param {number} rounds
 * @param {(name: string) => void} onRun
 * @returns {Measured[]} medians
 */
export function measure(candidates, rounds, onRun = () => undefined) {
  const all = candidates.map((candidate) => ({ candidate, runs: [] }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { candidate, runs } of all) {
      const wanted = candidate.runs ?? rounds + 1;
      if (runs.length >= wanted) continue;
      onRun(candidate.name);
      runs.push(runOnce(candidate));
    }
  }
  return all.map(({ candidate, runs }) => {
    const counted = candidate.runs === undefined ? runs.slice(1) : runs;
    const medianOf = (key) => (counted.some((run) => run[key] === undefined) ? undefined : median(counted.map((run) => run[key])));
    return { name: candidate.name, seconds: medianOf('seconds'), cpuSeconds: medianOf('cpuSeconds'), peakMegabytes: medianOf('peakMegabytes'), code: counted[0].code, stdout: counted[0].stdout };
  });
}

function runOnce({ command, cwd, before, env = {} }) {
  before?.();
  const [file, ...args] = existsSync(TIME) ? [TIME, '-f', 'used %U %S %M', ...command] : command;
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(file, args, { cwd, env: { ...process.env, NO_COLOR: '1', ...env }, encoding: 'utf8', maxBuffer: 2 ** 30 });
  const seconds = (performance.now() - start) / 1000;
  if (error) throw error;
  const [, user, system, kilobytes] = /^used ([\d.]+) ([\d.]+) (\d+)$/m.exec(stderr) ?? [];
  const used = kilobytes === undefined ? {} : { cpuSeconds: Number(user) + Number(system), peakMegabytes: Number(kilobytes) / 1024 };
  return { seconds, ...used, code: status, stdout: stdout + stderr };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
