import type { Reporter } from './types.ts';

export { counted, number, summaryOf, summarySentence, type Summary } from './counts.ts';
export type { OwnedTable, Reporter, ReporterContext } from './types.ts';

/** Every format and its reporter, loaded when it is asked for. */
const REPORTERS = {
  text: async () => (await import('./text/text.ts')).text,
  json: async () => (await import('./json.ts')).json,
  sarif: async () => (await import('./sarif.ts')).sarif,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  junit: async () => (await import('./junit.ts')).junit,
  html: async () => (await import('./html/html.ts')).html,
} as const satisfies Record<string, () => Promise<Reporter>>;

/** The name of a format. */
export type Format = keyof typeof REPORTERS;

/** The names of all formats, as `--format` takes them. */
export const FORMATS = Object.keys(REPORTERS) as readonly Format[];

/** Whether there is a format of this name. */
export function isFormat(name: string): name is Format {
  return Object.hasOwn(REPORTERS, name);
}

/** The reporter of a format. */
export function loadReporter(format: Format): Promise<Reporter> {
  return REPORTERS[format]();
}
