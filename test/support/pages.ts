import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One fenced block of a rule's page. */
export interface PageSample {
  readonly code: string;
  /** Relative to the documented project. */
  readonly filename: string;
  readonly options?: object;
  readonly isReported: boolean;
}

export const ROOT = join(import.meta.dirname, '../..');

/** The page of a rule; empty where there is none. */
export function pageOf(rule: string): string {
  const path = join(ROOT, 'docs/rules', `${rule}.md`);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

const EXTENSIONS: Readonly<Record<string, string>> = { typescript: 'ts', javascript: 'js' };

/** The blocks below `### Reported` and `### Not reported`: a language, then a file name and options where they matter. */
export function samplesOn(page: string): PageSample[] {
  const samples: PageSample[] = [];
  let section: string | undefined;
  for (const [whole, heading, language = '', info = '', code = ''] of page.matchAll(/^#{1,6} (.+)$|^```(\w+)[ \t]*(.*)\n([\s\S]*?)^```$/gm)) {
    if (heading !== undefined) section = heading;
    else if (section === 'Reported' || section === 'Not reported') {
      const [, filename = '', options] = /^(\S*?)\s*(\{.*\})?$/.exec(info) ?? [];
      samples.push({
        code,
        filename: filename || `src/modules/orders/features/close-order/handler.${EXTENSIONS[language] ?? language}`,
        ...(options !== undefined && { options: JSON.parse(options) as object }),
        isReported: section === 'Reported',
      });
    } else if (whole.length === 0) break;
  }
  return samples;
}
