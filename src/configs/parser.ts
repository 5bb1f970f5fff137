import { createRequire } from 'node:module';
import type { Linter } from 'eslint';

type Loaded = Linter.Parser & { parseForESLint(text: string, options?: object): ReturnType<NonNullable<Extract<Linter.Parser, { parseForESLint: unknown }>['parseForESLint']>> };

const PARSER = '@typescript-eslint/parser';

/** TypeScript 7 is a native program: there is no compiler API in its package for a parser to call. */
const FIRST_WITHOUT_API = 7;

let loaded: Loaded | undefined;

/**
 * The parser of typescript-eslint, loaded when the first TypeScript file is linted: opening the plugin loads no TypeScript.
 * @param version of this package, which ESLint's cache keys on
 */
export function lazyParser(version: string): Linter.Parser {
  return {
    meta: { name: 'eslint-plugin-fortress/typescript', version },
    parseForESLint(text: string, options?: object) {
      loaded ??= load();
      return loaded.parseForESLint(text, options);
    },
  };
}

/** @throws Error one sentence that says what is missing and how to get it */
function load(): Loaded {
  const require = createRequire(import.meta.url);
  const versions = typescriptsOf(require);
  if (versions.length === 0) {
    throw new Error('eslint-plugin-fortress reads TypeScript files with TypeScript, and finds none: run `npm install --save-dev typescript@6`.');
  }
  const withoutApi = versions.find((version) => Number.parseInt(version, 10) >= FIRST_WITHOUT_API);
  if (withoutApi !== undefined) {
    throw new Error(
      `TypeScript ${withoutApi} has no compiler API for ESLint to read this file with: run \`npm install --save-dev typescript@6 typescript-7@npm:typescript@7\` to keep both (\`fortress check\` needs neither).`,
    );
  }
  return require(PARSER) as Loaded;
}

/**
 * The versions of TypeScript that the parser and the packages below it would load. A package manager may give the parser one of its
 * own, and the last of these, which takes any version, the project's.
 */
function typescriptsOf(require: NodeJS.Require): string[] {
  const versions: string[] = [];
  let from = require;
  for (const name of [PARSER, '@typescript-eslint/typescript-estree', 'ts-api-utils']) {
    try {
      from = createRequire(from.resolve(name));
      versions.push((from('typescript/package.json') as { version: string }).version);
    } catch {
      // Not there: whoever needs it says so when it is loaded.
    }
  }
  return versions;
}
