import type { TSESTree } from '@typescript-eslint/types';
import { parseSync } from 'oxc-parser';
import type { OxcError, ParserOptions, ParseResult } from 'oxc-parser';
import { Lines } from '../files/positions.ts';
import type { Comment } from './comments.ts';

/** Why a file cannot be parsed, in the parser's words. Offsets are UTF-16 units; line and column count from 1. */
export interface SyntaxProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

export interface ParsedModule {
  /** The tree in typescript-eslint's shapes, with `range`, without parents. Empty where the parser gave up. */
  readonly program: TSESTree.Program;
  readonly comments: readonly Comment[];
  readonly errors: readonly SyntaxProblem[];
}

/** The language of a file by its name. JSX is read in every JavaScript file, for it takes nothing away from it. */
export function languageOf(path: string): NonNullable<ParserOptions['lang']> {
  if (/\.d\.(?:[^/]+\.)?[cm]?ts$/i.test(path)) return 'dts';
  if (/\.[cm]?ts$/i.test(path)) return 'ts';
  return /\.tsx$/i.test(path) ? 'tsx' : 'jsx';
}

/** Whether JSDoc is where a file's types stand. */
export function isJavaScript(path: string): boolean {
  return languageOf(path) === 'jsx';
}

/** Parses a file as a module, or as CommonJS where it is only that (`return` at the top, `await` as a name). */
export function parseModule(path: string, text: string): ParsedModule {
  const asModule = parseAs('module', path, text);
  const asScript = severe(asModule).length === 0 ? undefined : parseAs('commonjs', path, text);
  const result = asScript && severe(asScript).length === 0 ? asScript : asModule;
  const program = programOf(result, text);
  // TypeScript lets declaration files break rules, such as a `declare` inside a `declare module`, as long as they can be read.
  const isTolerated = languageOf(path) === 'dts' && program.body.length > 0;
  return { program, comments: result.comments, errors: isTolerated ? [] : severe(result).map((error) => problem(error, text)) };
}

function parseAs(sourceType: 'module' | 'commonjs', path: string, text: string): ParseResult {
  return parseSync(path, text, { lang: languageOf(path), sourceType, astType: 'ts', range: true, preserveParens: false });
}

function programOf(result: ParseResult, text: string): TSESTree.Program {
  try {
    return result.program as unknown as TSESTree.Program;
  } catch (error) {
    // oxc-parser 0.159 hands over a tree that cannot be read for some broken JSX (`<a \ />`); it has said why.
    if (severe(result).length === 0) throw error;
    const nothing: Partial<TSESTree.Program> = { body: [], comments: [], tokens: [], sourceType: 'module', range: [0, text.length] };
    return { type: 'Program', ...nothing } as TSESTree.Program;
  }
}

function severe(result: ParseResult): OxcError[] {
  return result.errors.filter(({ severity }) => severity === 'Error');
}

function problem({ message, labels: [label] }: OxcError, text: string): SyntaxProblem {
  const start = label?.start ?? 0;
  return { message, start, end: label?.end ?? start, ...new Lines(text).at(start) };
}
