import { openProject, type ProjectGraph } from '../../arch/index.ts';
import { cruised, draw, pictureOf, type Drawn, type PictureOptions } from '../../pictures/index.ts';
import { diagnosticLines } from '../check/diagnostics.ts';
import { hearSignals, withProgress } from '../check/progress.ts';
import { writeReport } from '../check/report.ts';
import { runCheck } from '../check/run.ts';
import { branchPoint, graphAt } from '../check/since.ts';
import type { ExitCode, Input } from '../command.ts';
import { outputFile, projectFolder } from '../folder.ts';
import type { Io } from '../io.ts';
import { nearest } from '../nearest.ts';
import { UsageError } from '../usage-error.ts';
import { graphFormat, type GraphFormat } from './formats.ts';
import { told } from './told.ts';

/** Runs `fortress graph`. A picture that could be drawn is no failure, whatever it shows. */
export async function runGraph(input: Input, io: Io): Promise<ExitCode> {
  const { values, args } = input;
  const root = projectFolder(args[0], io.cwd, () => 'Name the folder of the project; `--focus MODULE` draws one module of it.');
  const output = outputFile(values['output'], io.cwd);
  const format = await graphFormat(values['format'], output);
  checkTogether(format, input);
  if (format.by === 'page') {
    await runCheck({ ...input, values: { ...values, format: 'html' } }, io);
    return 0;
  }
  const wishes = { root, configFile: values['config'], output };
  const point = values['since'] === undefined ? undefined : branchPoint(root, values['since'], io.env);
  const project = openProject({ root, ...(wishes.configFile !== undefined && { configFile: wishes.configFile }) });
  const graph = await withProgress(io, (onProgress) => project.graph(onProgress));
  const before = point && { revision: point.revision, ...graphAt(point, wishes) };
  if (before !== undefined) await hearSignals();
  const focus = values['focus'];
  await checkFocus(focus, [graph, ...(before === undefined ? [] : [before.graph])]);
  const drawn = await drawing(graph, format, { ...(focus !== undefined && { focus }), ...(before !== undefined && { since: before }) });
  await io.stderr.write(diagnosticLines(before?.diagnostics ?? []) + drawn.remarks.map((remark) => `warning: ${remark}\n`).join(''));
  await writeReport(drawn.text, wishes, io);
  await io.stderr.write(told(graph));
  return 0;
}

function checkTogether(format: GraphFormat, { values }: Input): void {
  if (format.by === 'page' && values['focus'] !== undefined) {
    throw new UsageError('`--focus` does not go with `--format html`: the page shows all modules, and filters them itself.', 'Leave out `--focus`, or draw another format.');
  }
  if (format.by === 'dependency-cruiser' && values['since'] !== undefined) {
    throw new UsageError(`\`--since\` does not go with \`--format ${format.name}\`: dependency-cruiser's reporters compare nothing.`, 'Leave out `--since`, or draw `mermaid`, `dot`, `svg` or `html`.');
  }
}

async function checkFocus(focus: string | undefined, graphs: readonly ProjectGraph[]): Promise<void> {
  const names = [...new Set(graphs.flatMap(({ modules }) => modules.map(({ name }) => name)))];
  if (focus === undefined || names.includes(focus)) return;
  const meant = await nearest(focus, names);
  throw new UsageError(`\`${focus}\` is no module.`, `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}Modules are ${names.map((name) => `\`${name}\``).join(', ')}.`);
}

async function drawing(graph: ProjectGraph, format: Exclude<GraphFormat, { by: 'page' }>, options: PictureOptions): Promise<Drawn> {
  if (format.by === 'us') return draw(pictureOf(graph, options), format.name);
  return { text: await cruised(graph, format.name, options.focus), remarks: [] };
}
