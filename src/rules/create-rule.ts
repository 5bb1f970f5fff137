import { createRequire } from 'node:module';
import { RuleCreator, type RuleListener } from '@typescript-eslint/utils/eslint-utils';

/** The part of the standard that a rule belongs to. Each is a config of its own. */
export type Concern = 'architecture' | 'database' | 'api' | 'security' | 'observability' | 'resilience';

/** What the tables, the configs and the pages are made from. */
export interface RuleDocs {
  /** What the rule does, in one line: `Disallow …`, `Require …`. */
  readonly description: string;
  /** The smallest config that holds the rule: `strict` holds what `recommended` does, and more. */
  readonly config: 'recommended' | 'strict';
  readonly concern: Concern;
  /** `warn` where a report asks for a look rather than for a change. */
  readonly level?: 'error' | 'warn';
}

const { name: packageName, version } = createRequire(import.meta.url)('../../package.json') as { name: string; version: string };

/** The package, as its `package.json` names it. */
export const packageMeta = { name: packageName, version } as const;

const create = RuleCreator<RuleDocs>((rule) => `https://unpkg.com/${packageName}@${version}/docs/rules/${rule}.md`);

/** The languages of the plugin's own that a rule can list in `meta.languages`. */
export const LANGUAGES = ['js/js', 'fortress/sql', 'fortress/prisma'] as const;

/**
 * A rule with its page's address and typed options. Where the file is no JavaScript or TypeScript, only rules that list
 * its language run, so that a rule that is switched on for every file does no harm in JSON, CSS, SQL or Markdown.
 */
export const createRule: typeof create = (definition) => {
  const rule = create(definition);
  const readsEverything = (definition.meta as { languages?: readonly string[] }).languages !== undefined;
  if (readsEverything) return rule;
  return { ...rule, create: (context) => (isScript(context.sourceCode) ? rule.create(context) : NOTHING) };
};

const NOTHING: RuleListener = {};

/** Whether the file is read as JavaScript or TypeScript: only there are scopes. */
export function isScript(sourceCode: { readonly ast: { readonly type: string }; readonly scopeManager?: unknown }): boolean {
  return sourceCode.ast.type === 'Program' && Boolean(sourceCode.scopeManager);
}
