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
  const installed = versionOfTypeScript(require);
  if (installed === undefined) {
    throw new Error('eslint-plugin-fortress reads TypeScript files with TypeScript, and finds none: run `npm install --save-dev typescript@6`.');
  }
  if (Number.parseInt(installed, 10) >= FIRST_WITHOUT_API) {
    throw new Error(
      `TypeScript ${installed} has no compiler API for ESLint to read this file with: run \`npm install --save-dev typescript@6 typescript-7@npm:typescript@7\` to keep both (\`fortress check\` needs neither).`,
    );
  }
  return require(PARSER) as Loaded;
}

/** The version that the parser would load: what stands nearest to it, not to us. */
function versionOfTypeScript(require: NodeJS.Require): string | undefined {
  try {
    const fromParser = createRequire(require.resolve(PARSER));
    return (fromParser('typescript/package.json') as { version: string }).version;
  } catch {
    return undefined;
  }
}
