import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { openProject, type Project } from '../../arch/index.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';

/** The project in the working directory, and the files that a user names in it. */
export interface ProjectHere extends Pick<Project, 'root' | 'modules' | 'explain' | 'why'> {
  /**
   * The absolute path of what a user named.
   * @throws UsageError where there is nothing
   */
  pathOf(name: string): string;
}

/**
 * Opens the project in the working directory.
 * @param config what `--config` said
 */
export function projectHere(config: string | undefined, { cwd }: Io): ProjectHere {
  const project = openProject({ root: cwd, ...(config !== undefined && { configFile: config }) });
  return {
    root: project.root,
    modules: project.modules,
    explain: (path) => project.explain(path),
    why: (from, to) => project.why(from, to),
    pathOf(name) {
      const path = resolve(cwd, name);
      if (existsSync(path)) return path;
      const modules = project.modules.map((module) => `\`${module.name}\``).join(', ');
      throw new UsageError(`\`${name}\` is not there.`, `Name a file or folder of the project${modules === '' ? '' : `, or a module: ${modules}`}.`);
    },
  };
}
