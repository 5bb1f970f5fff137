import { readFileSync } from 'node:fs';

/** The version of the package. */
export function version(): string {
  return (JSON.parse(textOf('package.json') ?? '{}') as { readonly version: string }).version;
}

/** The page of a rule, in Markdown; `undefined` where it has none. */
export function pageOf(rule: string): string | undefined {
  return /^[\w-]+$/.test(rule) ? textOf(`docs/rules/${rule}.md`) : undefined;
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  } catch {
    return undefined;
  }
}
