import { createRequire } from 'node:module';
import type { TSESLint } from '@typescript-eslint/utils';
import { RuleCreator, type RuleListener, type RuleModule } from '@typescript-eslint/utils/eslint-utils';

/** The parts of the standard. Each is a config of its own. */
export const CONCERNS = ['architecture', 'database', 'api', 'security', 'observability', 'resilience'] as const;

/** The part of the standard that a rule belongs to. */
export type Concern = (typeof CONCERNS)[number];

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

/** Any rule of the plugin, as ESLint sees it: its options and messages are its own business. */
export type AnyRule = RuleModule<string, readonly unknown[], RuleDocs>;

const { name: packageName, version } = createRequire(import.meta.url)('../../package.json') as { name: string; version: string };

/** The package, as its `package.json` names it. */
export const packageMeta = { name: packageName, version } as const;

const create = RuleCreator<RuleDocs>((rule) => `https://unpkg.com/${packageName}@${version}/docs/rules/${rule}.md`);

/** `meta.languages` of a rule that also reads migrations in SQL and Prisma's schema. */
export const EVERY_LANGUAGE = ['js/js', 'fortress/sql', 'fortress/prisma'];

/** What a user may write of a rule's options: the rest has defaults. */
type Given<Options extends readonly unknown[]> = Options extends readonly [infer Only] ? readonly [Partial<Only>?] : Options;

type Definition<Options extends readonly unknown[], MessageIds extends string> = Parameters<typeof create<Options, MessageIds>>[0];

/**
 * A rule with its page's address and typed options. Where the file is no JavaScript or TypeScript, only rules that list
 * its language run, so that a rule that is switched on for every file does no harm in JSON, CSS, SQL or Markdown.
 */
export function createRule<Options extends readonly unknown[], MessageIds extends string>(definition: Definition<Options, MessageIds>): RuleModule<MessageIds, Given<Options>, RuleDocs> {
  const rule = create(definition);
  const isForScripts = definition.meta.languages === undefined;
  // What is left out of the options is filled in from `meta.defaultOptions` before `create` sees it.
  return { ...rule, create: (context: Readonly<TSESLint.RuleContext<MessageIds, Options>>) => (isForScripts && !isScript(context.sourceCode) ? NOTHING : rule.create(context)) } as unknown as RuleModule<MessageIds, Given<Options>, RuleDocs>;
}

const NOTHING: RuleListener = {};

/** Whether the file is read as JavaScript or TypeScript: only there are scopes. */
export function isScript(sourceCode: { readonly ast: { readonly type: string }; readonly scopeManager?: unknown }): boolean {
  return sourceCode.ast.type === 'Program' && Boolean(sourceCode.scopeManager);
}
