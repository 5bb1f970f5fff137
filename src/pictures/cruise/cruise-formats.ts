import type { ProjectGraph } from '../../arch/index.ts';
import { cruiseResult } from './result.ts';

/** dependency-cruiser's reporters, under the names that they have there; left out are those that need Graphviz or draw nothing. */
export const CRUISE_FORMATS = [
  'anon',
  'archi',
  'azure-devops',
  'cdot',
  'csv',
  'd2',
  'ddot',
  'dot',
  'err',
  'err-html',
  'err-long',
  'fdot',
  'flat',
  'html',
  'json',
  'markdown',
  'mermaid',
  'metrics',
  'teamcity',
  'text',
] as const;

/** The name of one of dependency-cruiser's reporters. */
export type CruiseFormat = (typeof CRUISE_FORMATS)[number];

/**
 * A graph of files, as one of dependency-cruiser's reporters draws it. It is loaded only now: that takes most of a second.
 * @param focus only this module and its neighbours
 */
export async function cruised(graph: ProjectGraph, outputType: CruiseFormat, focus?: string): Promise<string> {
  const { format } = await import('dependency-cruiser');
  const result = cruiseResult(graph, { ...(focus !== undefined && { focus }), hasMetrics: outputType === 'metrics' });
  const { output } = await format(result, { outputType });
  return typeof output === 'string' ? output : `${JSON.stringify(output, null, 2)}\n`;
}
