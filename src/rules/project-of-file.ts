import type { TSESLint } from '@typescript-eslint/utils';
import { FortressError, projectOf, readReferences, type Project, type Reference } from '../arch/index.ts';

/** What every rule is called with. */
export type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

/** The project around a file, or why there is none. */
export interface Surrounded {
  readonly project?: Project;
  /** The configuration cannot be used: what is wrong and what to do. */
  readonly problem?: FortressError;
}

const surrounded = new WeakMap<object, Surrounded>();
const references = new WeakMap<object, readonly Reference[]>();

/** Absolute path of the file on disk, with `/`. */
export function pathOf(context: Context): string {
  return context.physicalFilename.replaceAll('\\', '/');
}

/** The project of the file that is linted; asked once a file. A file without a name on disk (`<input>`) has none. */
export function projectOfFile(context: Context): Surrounded {
  const { sourceCode } = context;
  let found = surrounded.get(sourceCode);
  if (!found) surrounded.set(sourceCode, (found = look(context)));
  return found;
}

function look(context: Context): Surrounded {
  const path = pathOf(context);
  if (!/^(?:\/|[A-Za-z]:\/)/.test(path)) return {};
  try {
    const project = projectOf(path, context.sourceCode);
    return project ? { project } : {};
  } catch (error) {
    if (error instanceof FortressError) return { problem: error };
    throw error;
  }
}

/** Every reference of the file that is linted; read once, however many rules ask. */
export function referencesOfFile(context: Context): readonly Reference[] {
  const { sourceCode } = context;
  let found = references.get(sourceCode);
  if (!found) {
    found = readReferences(sourceCode.ast, sourceCode.text, sourceCode.getAllComments(), pathOf(context));
    references.set(sourceCode, found);
  }
  return found;
}
