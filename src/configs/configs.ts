import type { ESLint, Linter } from 'eslint';
import { CONCERNS, rules, type AnyRule, type Concern } from '../rules/index.ts';
import { lazyParser } from './parser.ts';

/** `recommended`, `strict`, and the rules of one concern. */
export type ConfigName = 'recommended' | 'strict' | Concern;

/** Configs for `eslint.config.*`, each a list to spread or to extend. */
export type Configs = Readonly<Record<ConfigName, Linter.Config[]>>;

const SCRIPTS = ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'];
const TYPESCRIPT = ['**/*.{ts,tsx,mts,cts}'];

/** Languages of the plugin, by the ending of the files that they read. */
const LANGUAGES = ['sql', 'prisma'] as const;

type Entry = readonly [string, AnyRule];

/** Every config of the plugin. */
export function configsOf(plugin: ESLint.Plugin, version: string): Configs {
  const parser = lazyParser(version);
  const all: Entry[] = Object.entries(rules);
  const config = (name: ConfigName, entries: readonly Entry[]): Linter.Config[] => [
    { name: `fortress/${name}/parser`, files: TYPESCRIPT, languageOptions: { parser } },
    { name: `fortress/${name}`, files: SCRIPTS, plugins: { fortress: plugin }, rules: levels(entries) },
    ...LANGUAGES.map((language) => ({
      name: `fortress/${name}/${language}`,
      files: [`**/*.${language}`],
      language: `fortress/${language}`,
      plugins: { fortress: plugin },
      rules: levels(entries.filter(([, rule]) => languagesOf(rule).includes(`fortress/${language}`))),
    })),
  ];
  const concerns = CONCERNS.map((concern) => [concern, config(concern, all.filter(([, rule]) => rule.meta.docs?.concern === concern))] as const);
  return {
    recommended: config('recommended', all.filter(([, rule]) => rule.meta.docs?.config === 'recommended')),
    strict: config('strict', all),
    ...(Object.fromEntries(concerns) as Record<Concern, Linter.Config[]>),
  };
}

function levels(entries: readonly Entry[]): Linter.RulesRecord {
  return Object.fromEntries(entries.map(([name, rule]) => [`fortress/${name}`, rule.meta.docs?.level ?? 'error']));
}

function languagesOf(rule: AnyRule): readonly string[] {
  return rule.meta.languages ?? [];
}
