import type { ESLint, Rule } from 'eslint';
import { configsOf, type Configs } from './configs/index.ts';
import { languages } from './languages/index.ts';
import { packageMeta, rules } from './rules/index.ts';

/** The plugin, as `eslint.config.*` takes it. */
export interface FortressPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Record<string, Rule.RuleModule>;
  readonly languages: Record<string, Language>;
  readonly configs: Configs;
}

type Language = NonNullable<ESLint.Plugin['languages']>[string];

// typescript-eslint and ESLint each have types for rules and languages; the objects are the same.
const plugin: Omit<FortressPlugin, 'configs'> = {
  meta: { ...packageMeta, namespace: 'fortress' },
  rules: rules as unknown as Record<string, Rule.RuleModule>,
  languages: languages as unknown as Record<string, Language>,
};

const fortress: FortressPlugin = Object.assign(plugin, { configs: configsOf(plugin as ESLint.Plugin, packageMeta.version) });

export default fortress;

// `require('eslint-plugin-fortress')` gives the module itself: what ESLint looks for on a plugin stands there too.
export const { meta, configs } = fortress;
export { languages, rules };
