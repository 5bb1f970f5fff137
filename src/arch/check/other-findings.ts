import { nearestTo } from '../config/nearest.ts';
import { nameOf, relativeTo } from '../files/paths.ts';
import { Lines } from '../files/positions.ts';
import { placedFindings, severityOf, type Draft } from '../law/finding.ts';
import type { Court } from '../law/references.ts';
import { quoted } from '../law/wording.ts';
import type { State } from '../state.ts';
import type { Finding } from '../types.ts';
import type { ReadFile, ReadProject } from './read-project.ts';

/** A file that cannot be parsed: what it refers to is not known for sure. The first error tells; the others follow from it. */
export function parseErrorDraft(court: Court, { path, errors }: ReadFile): Draft | undefined {
  const [error] = errors;
  const severity = severityOf('parse-error', court.model.config.rules, undefined);
  if (error === undefined || severity === undefined) return undefined;
  const file = relativeTo(court.root, path) ?? path;
  const said = error.message.replace(/[.\s]+$/, '');
  return {
    rule: 'parse-error',
    severity,
    file,
    start: error.start,
    end: Math.max(error.end, error.start),
    message: `${quoted(nameOf(path))} cannot be parsed: ${said}. What it refers to is not known for sure until it can be.`,
    identity: [said],
  };
}

/** Files and folders that are there but cannot be read. */
export function unreadableFindings(state: State, court: Court, { unreadable }: ReadProject): Finding[] {
  const severity = severityOf('parse-error', court.model.config.rules, undefined);
  if (severity === undefined) return [];
  return [...unreadable, ...state.tree.unreadable.values()].flatMap(({ path, code }) => {
    const file = relativeTo(court.root, path) ?? path;
    const message = `${quoted(file)} cannot be read (${code}): what it refers to is unknown. Make it readable, or let git ignore it.`;
    return placedFindings([{ rule: 'parse-error', severity, file, start: 0, end: 0, message, identity: [code] }], new Lines(''));
  });
}

/** Exceptions past their date, and those that cover nothing any more. They stand where the configuration names them. */
export function exceptionFindings(court: Court): Finding[] {
  const { loaded, config } = court.model;
  if (loaded === undefined) return [];
  const file = relativeTo(court.root, loaded.path) ?? loaded.path;
  const names = court.model.modules.map(({ name }) => name);
  const draft = (rule: 'expired-exception' | 'useless-exception', index: number, message: string): Draft[] => {
    const severity = severityOf(rule, config.rules, undefined);
    if (severity === undefined) return [];
    const start = loaded.offsetOf(['exceptions', index]);
    const { from = '', to = '', until = '' } = config.exceptions?.[index] ?? {};
    return [{ rule, severity, file, start, end: start, message, identity: [from, to, until] }];
  };
  const between = (index: number): string => {
    const { from = '', to = '' } = config.exceptions?.[index] ?? {};
    return `from ${quoted(from)} to ${quoted(to)}`;
  };
  const drafts = [
    ...court.exceptions.expired.flatMap((index) =>
      draft('expired-exception', index, `The exception ${between(index)} held until ${config.exceptions?.[index]?.until ?? ''}. Do what it waited for (${config.exceptions?.[index]?.reason ?? ''}), or agree on another date.`),
    ),
    ...court.exceptions.useless().flatMap((index) => draft('useless-exception', index, `The exception ${between(index)} covers nothing${meant(config.exceptions?.[index], names)}. Take it out.`)),
  ];
  return placedFindings(drafts.sort((a, b) => a.start - b.start), new Lines(loaded.text));
}

/** A name that is no module's is probably a slip, or the module has another name now. */
function meant(exception: { readonly from: string; readonly to: string } | undefined, names: readonly string[]): string {
  for (const name of exception === undefined ? [] : [exception.from, exception.to]) {
    if (names.includes(name) || /[/*.]/.test(name)) continue;
    const nearest = nearestTo(name, names);
    return `: ${quoted(name)} is no module${nearest === undefined ? '' : `, but ${quoted(nearest)} is`}`;
  }
  return '';
}
