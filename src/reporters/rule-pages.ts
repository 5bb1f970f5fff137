import type { ReporterContext } from './types.ts';

/** Where a rule's page stands, for this version of the package. */
export function pageUrl(rule: string, version: string): string {
  return `https://unpkg.com/eslint-plugin-fortress@${version}/docs/rules/${rule}.md`;
}

/** The first sentence of a rule's page, without Markdown; what its name says where it has none. */
export function descriptionOf(rule: string, context: Pick<ReporterContext, 'pageOf'>): string {
  const paragraph = context.pageOf(rule)?.split(/\r?\n\s*\r?\n/).find(isProse);
  const plain = paragraph?.replaceAll(/\s+/g, ' ').replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/(\*\*|\*|`)(.+?)\1/g, '$2').trim();
  const sentence = plain === undefined ? undefined : (/^.*?[.!?](?=\s|$)/.exec(plain)?.[0] ?? plain);
  return sentence ?? `${inWords(rule)}.`;
}

/** Headings, tables, comments, badges and lists are no prose. */
function isProse(paragraph: string): boolean {
  return /^[A-Za-z`*_[]/.test(paragraph.trim()) && !paragraph.trim().startsWith('[![') && !/^[*_-]\s/.test(paragraph.trim());
}

/** `no-cross-module-imports` as `No cross module imports`. */
function inWords(rule: string): string {
  const words = rule.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `no-cross-module-imports` as `NoCrossModuleImports`. */
export function inPascalCase(rule: string): string {
  return rule.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
