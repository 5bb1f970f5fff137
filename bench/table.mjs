/** Tables of what was measured, in Markdown. */

/** A table of candidates, each beside one of them. */
export function checkTable(measured, besides) {
  const base = measured.find(({ name }) => name === besides);
  const rows = measured.map(({ name, seconds: time, cpuSeconds, peakMegabytes }) => `| ${[name, seconds(time), ratio(time / base.seconds), cpuSeconds === undefined ? '' : seconds(cpuSeconds), peakMegabytes === undefined ? '' : `${Math.round(peakMegabytes)} MB`].join(' | ')} |`);
  return ['| | time | ratio | processor time | peak memory |', '|---|---:|---:|---:|---:|', ...rows].join('\n');
}

/** A table of pairs: without and with the plugin. */
export function pluginTable(start, lint, files) {
  const row = (what, [without, added]) => `| ${what} | ${seconds(without.seconds)} | ${seconds(added.seconds)} | ${milliseconds(added.seconds - without.seconds)} (${ratio(added.seconds / without.seconds)}) |`;
  return ['| | ESLint and the parser | with `recommended` | difference |', '|---|---:|---:|---:|', row('one empty file', start), row(`${files.toLocaleString('en')} files`, lint)].join('\n');
}

function seconds(value) {
  return `${value.toFixed(2)} s`;
}

function milliseconds(value) {
  return `${Math.round(value * 1000)} ms`;
}

function ratio(value) {
  return `×${value.toFixed(2)}`;
}
