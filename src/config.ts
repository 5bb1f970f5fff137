import type { FortressConfig as Config } from './arch/index.ts';
import type { LibraryDefinition } from './libraries/index.ts';

export type { ExceptionConfig, ModuleConfig, RuleLevel, RuleName } from './arch/index.ts';
export type { Call, Decorator, Export, LibraryDefinition, ObjectType, RouteEffect, TableEffect } from './libraries/index.ts';

/** What `fortress.config.*` may say. */
export interface FortressConfig extends Omit<Config, 'libraries'> {
  /** Libraries of the team's own, described as the package describes Prisma or Express. They come before the package's own. */
  libraries?: readonly LibraryDefinition[];
}

/**
 * Types the configuration in `fortress.config.ts`.
 * @returns the configuration, as it was given
 */
export function defineConfig(config: FortressConfig): FortressConfig {
  return config;
}
