import type { EcmaScriptModule } from 'oxc-parser';
import type { Reference } from '../types.ts';
import { isJavaScript, parseModule } from './parse-module.ts';
import type { SyntaxProblem } from './parse-module.ts';
import { quickParse } from './quick-parse.ts';
import { readReferences } from './read-references.ts';
import { recordReferences } from './record-references.ts';
import { blankWords, mayHoldQuotedForms } from './words.ts';

/** The references of a file, and why it cannot be parsed, if it cannot. */
export interface FileReferences {
  readonly references: readonly Reference[];
  readonly errors: readonly SyntaxProblem[];
}

/**
 * What `readReferences` finds in a file, as fast as it can be had without being less exact: from the record of imports
 * where the file holds only imports and re-exports, else from the tree. Give the text without byte order mark, as editors
 * count columns. In a file with errors, references are those of the tree that the parser could make.
 */
export function readFileReferences(path: string, text: string): FileReferences {
  const module = quickParse(path, text);
  const quick = module && quickReferences(path, text, module);
  return quick ? { references: quick, errors: [] } : readExactReferences(path, text);
}

/** The same from the whole tree. */
export function readExactReferences(path: string, text: string): FileReferences {
  const { program, comments, errors } = parseModule(path, text);
  return { references: readReferences(program, text, comments, path), errors };
}

function quickReferences(path: string, text: string, module: EcmaScriptModule): readonly Reference[] | undefined {
  if (mayHoldQuotedForms(text, isJavaScript(path))) return undefined;
  const references = recordReferences(text, module);
  if (!references) return undefined;
  const blanked = blankWords(text, new Set(module.dynamicImports.map(({ start }) => start)));
  // Where the text parses without the words of other forms, they stood in comments and strings.
  return blanked === text || quickParse(path, blanked) ? references : undefined;
}
