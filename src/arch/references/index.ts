/** Reads the references of a file: every place where it names another file. */
export { readReferences } from './read-references.ts';
export { readExactReferences, readFileReferences, readFilesReferences } from './read-file-references.ts';
export type { FileReferences, SourceText } from './read-file-references.ts';
export { isJavaScript, languageOf, parseModule } from './parse-module.ts';
export type { ParsedModule, SyntaxProblem } from './parse-module.ts';
export type { Comment } from './comments.ts';
