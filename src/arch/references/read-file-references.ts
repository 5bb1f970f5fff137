import type { Reference } from '../types.ts';
import { isJavaScript, languageOf, parseModule } from './parse-module.ts';
import type { SyntaxProblem } from './parse-module.ts';
import { areComplete, recordOf } from './quick-parse.ts';
import { readReferences } from './read-references.ts';
import { recordReferences } from './record-references.ts';
import { readTopStatements } from './top-statements.ts';
import { blankLateWords, blankWords, mayHoldFormsInComments, mayHoldQuotedForms } from './words.ts';

/** A file as it is to be read, without byte order mark, as editors count columns. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** The references of a file, and why it cannot be parsed, if it cannot. */
export interface FileReferences {
  readonly references: readonly Reference[];
  readonly errors: readonly SyntaxProblem[];
}

/**
 * What `readReferences` finds in a file, as fast as it can be had without being less exact. In a file with errors,
 * references are those of the tree that the parser could make.
 */
export function readFileReferences(path: string, text: string): FileReferences {
  const [read] = readFilesReferences([{ path, text }]);
  return read ?? NOTHING;
}

const NOTHING: FileReferences = { references: [], errors: [] };

/** The same for several files, in their order. A dozen or two at once take less time than one by one. */
export function readFilesReferences(files: readonly SourceText[]): FileReferences[] {
  const beginnings = files.map(({ path, text }) => (mayHoldHiddenForms(path, text) ? undefined : beginningOf(path, text)));
  const complete = completeOnes(files, beginnings);
  return files.map((file, i) => {
    const beginning = beginnings[i];
    const quick = beginning && (complete.has(beginning) ? beginning.references : recordedReferences(file));
    return quick ? { references: quick, errors: [] } : readExactReferences(file.path, file.text);
  });
}

/** The same from the whole tree. */
export function readExactReferences(path: string, text: string): FileReferences {
  const { program, comments, errors } = parseModule(path, text);
  return { references: readReferences(program, text, comments, path), errors };
}

function mayHoldHiddenForms(path: string, text: string): boolean {
  return mayHoldQuotedForms(text) || mayHoldFormsInComments(text, isJavaScript(path));
}

/** A file that refers to others at its top, and nowhere else if the rest parses. */
interface Beginning {
  readonly references: readonly Reference[];
  /** What must parse: the rest, and the rest without the words of references, which then stood in comments and strings. */
  readonly rests: readonly string[];
}

function beginningOf(path: string, text: string): Beginning {
  const { references, end } = readTopStatements(text, !isJavaScript(path));
  const rest = text.slice(end);
  const blanked = blankLateWords(rest);
  return { references, rests: blanked === rest ? [rest] : [rest, blanked] };
}

function completeOnes(files: readonly SourceText[], beginnings: readonly (Beginning | undefined)[]): Set<Beginning> {
  const byLanguage = new Map<string, { readonly path: string; readonly beginning: Beginning }[]>();
  files.forEach(({ path }, i) => {
    const beginning = beginnings[i];
    const language = languageOf(path);
    if (beginning) byLanguage.set(language, [...(byLanguage.get(language) ?? []), { path, beginning }]);
  });
  const complete = new Set<Beginning>();
  for (const group of byLanguage.values()) {
    const plain = group.filter(({ beginning }) => beginning.rests.length === 1);
    const isPlain = areAllComplete(plain);
    for (const one of group) if ((isPlain && plain.includes(one)) || areAllComplete([one])) complete.add(one.beginning);
  }
  return complete;
}

function areAllComplete(group: readonly { readonly path: string; readonly beginning: Beginning }[]): boolean {
  const [first] = group;
  return first !== undefined && areComplete(first.path, group.flatMap(({ beginning }) => beginning.rests));
}

/** Of a file with nothing but imports and re-exports, wherever they stand. */
function recordedReferences({ path, text }: SourceText): readonly Reference[] | undefined {
  const module = recordOf(path, text);
  const references = module && recordReferences(text, module);
  if (!references) return undefined;
  const blanked = blankWords(text, new Set(module.dynamicImports.map(({ start }) => start)));
  return blanked === text || recordOf(path, blanked) ? references : undefined;
}
