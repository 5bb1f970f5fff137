import type { EcmaScriptModule } from 'oxc-parser';
import type { Reference } from '../types.ts';
import { isJavaScript, parseModule } from './parse-module.ts';
import type { SyntaxProblem } from './parse-module.ts';
import { quickParse } from './quick-parse.ts';
import { readReferences } from './read-references.ts';
import { recordReferences } from './record-references.ts';
import { readTopStatements } from './top-statements.ts';
import { blankLateWords, blankWords, mayHoldFormsInComments, mayHoldQuotedForms } from './words.ts';

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
  const mayHoldMore = mayHoldQuotedForms(text) || mayHoldFormsInComments(text, isJavaScript(path));
  const quick = mayHoldMore ? undefined : (topReferences(path, text) ?? recordedReferences(path, text));
  return quick ? { references: quick, errors: [] } : readExactReferences(path, text);
}

/** The same from the whole tree. */
export function readExactReferences(path: string, text: string): FileReferences {
  const { program, comments, errors } = parseModule(path, text);
  return { references: readReferences(program, text, comments, path), errors };
}

/** Of a file that refers to others at its top and nowhere else. */
function topReferences(path: string, text: string): readonly Reference[] | undefined {
  const { references, end } = readTopStatements(text, !isJavaScript(path));
  const rest = text.slice(end);
  return quickParse(path, rest) && parsesAlso(path, rest, blankLateWords(rest)) ? references : undefined;
}

/** Of a file with nothing but imports and re-exports, wherever they stand. */
function recordedReferences(path: string, text: string): readonly Reference[] | undefined {
  const module = quickParse(path, text);
  const references = module && recordReferences(text, module);
  if (!references) return undefined;
  return parsesAlso(path, text, blankWords(text, knownImports(module))) ? references : undefined;
}

/** Whether a text parses without the words of references too, for then they stood in comments and strings. */
function parsesAlso(path: string, text: string, blanked: string): boolean {
  return blanked === text || quickParse(path, blanked) !== undefined;
}

function knownImports(module: EcmaScriptModule): Set<number> {
  return new Set(module.dynamicImports.map(({ start }) => start));
}
