import type { FortressConfig } from './arch/index.ts';

export type { ExceptionConfig, FortressConfig, ModuleConfig, RuleLevel, RuleName } from './arch/index.ts';

/**
 * Types the configuration in `fortress.config.ts`.
 * @returns the configuration, as it was given
 */
export function defineConfig(config: FortressConfig): FortressConfig {
  return config;
}
