import { CRUISE_FORMATS, PICTURE_FORMATS, type CruiseFormat, type PictureFormat } from '../../pictures/index.ts';
import { nearest } from '../nearest.ts';
import { UsageError } from '../usage-error.ts';

/** How a picture is drawn: by us, as the page of a check, or by one of dependency-cruiser's reporters. */
export type GraphFormat = { readonly by: 'us'; readonly name: PictureFormat } | { readonly by: 'page' } | { readonly by: 'dependency-cruiser'; readonly name: CruiseFormat };

/** In front of the name of a reporter that is called like a format of ours. */
const CRUISER = 'dependency-cruiser:';

/** The formats that draw modules. */
export const OWN_FORMATS: readonly string[] = [...PICTURE_FORMATS, 'html'];

/** Every name that `--format` takes. */
export const GRAPH_FORMATS: readonly string[] = [...OWN_FORMATS, ...CRUISE_FORMATS.map((name) => (OWN_FORMATS.includes(name) ? CRUISER + name : name))];

const EXTENSIONS: Readonly<Record<string, string>> = { svg: 'svg', dot: 'dot', gv: 'dot', mmd: 'mermaid', mermaid: 'mermaid', html: 'html', htm: 'html', json: 'json', csv: 'csv', d2: 'd2' };

/**
 * The format that a user wants: the one that is named, else the one that the name of the output is usual for, else Mermaid.
 * @throws UsageError where there is none of that name
 */
export async function graphFormat(name: string | undefined, output: string | undefined): Promise<GraphFormat> {
  const wanted = name ?? EXTENSIONS[/\.(\w+)$/.exec(output ?? '')?.[1]?.toLowerCase() ?? ''] ?? 'mermaid';
  const own = PICTURE_FORMATS.find((one) => one === wanted);
  if (own !== undefined) return { by: 'us', name: own };
  if (wanted === 'html') return { by: 'page' };
  const cruised = CRUISE_FORMATS.find((one) => one === wanted || CRUISER + one === wanted);
  if (cruised !== undefined) return { by: 'dependency-cruiser', name: cruised };
  const meant = await nearest(wanted, GRAPH_FORMATS);
  throw new UsageError(`There is no format \`${wanted}\`.`, `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}Formats are ${GRAPH_FORMATS.map((one) => `\`${one}\``).join(', ')}.`);
}
