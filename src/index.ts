import type { ESLint, Rule } from 'eslint';
import { configsOf, type Configs } from './configs/index.ts';
import { packageMeta, rules } from './rules/index.ts';

/** The plugin, as `eslint.config.*` takes it. */
export interface FortressPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Record<string, Rule.RuleModule>;
  readonly configs: Configs;
}

// typescript-eslint and ESLint each have a type for rules; they are the same objects.
const plugin: Omit<FortressPlugin, 'configs'> = {
  meta: { ...packageMeta, namespace: 'fortress' },
  rules: rules as unknown as Record<string, Rule.RuleModule>,
};

const fortress: FortressPlugin = Object.assign(plugin, { configs: configsOf(plugin as ESLint.Plugin, packageMeta.version) });

export default fortress;

// `require('eslint-plugin-fortress')` gives the module itself: what ESLint looks for on a plugin stands there too.
export const { meta, configs } = fortress;
