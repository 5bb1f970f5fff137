import type { TSESLint } from '@typescript-eslint/utils';
import { FortressError, projectOf, readReferences, type Project, type Reference } from '../arch/index.ts';

/** What every rule is called with. */
export type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

const projects = new WeakMap<object, Project | FortressError | undefined>();
const references = new WeakMap<object, readonly Reference[]>();

/** Absolute path of the file on disk, with `/`. */
export function pathOf(context: Context): string {
  return context.physicalFilename.replaceAll('\\', '/');
}

/**
 * Asks the project of the file that is linted. A file without a name on disk (`<input>`) has none.
 * @param onProblem told why there is no answer where the configuration cannot be used: a tsconfig that extends nothing, an unknown key
 */
export function askProject<Answer>(context: Context, question: (project: Project) => Answer, onProblem?: (problem: FortressError) => void): Answer | undefined {
  try {
    const project = projectOfFile(context);
    return project && question(project);
  } catch (error) {
    if (!(error instanceof FortressError)) throw error;
    onProblem?.(error);
    return undefined;
  }
}

function projectOfFile(context: Context): Project | undefined {
  const { sourceCode } = context;
  if (!projects.has(sourceCode)) projects.set(sourceCode, opened(context));
  const project = projects.get(sourceCode);
  if (project instanceof FortressError) throw project;
  return project;
}

function opened(context: Context): Project | FortressError | undefined {
  const path = pathOf(context);
  if (!/^(?:\/|[A-Za-z]:\/)/.test(path)) return undefined;
  try {
    return projectOf(path, context.sourceCode);
  } catch (error) {
    if (error instanceof FortressError) return error;
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
