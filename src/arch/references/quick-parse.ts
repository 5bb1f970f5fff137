import type { EcmaScriptModule } from 'oxc-parser';
import { parseSync } from 'oxc-parser/src-js/bindings';
import { languageOf } from './parse-module.ts';

/**
 * oxc-parser writes out the whole tree, asked for or not, and that takes more than half of its time. It does not where it
 * gives up. So the text is parsed with an ending that stops the parser just behind it: a `}` that closes nothing.
 *
 * The two statements before it make sure that the text is complete by itself. The declaration cannot be the body that an
 * open `if (x)` waits for; the import stands in the record of the module only when no bracket, tag or quote is open.
 */
const ENDING = 'const a = 0;\nimport "";\n';
/** A declaration file may only declare. */
const AMBIENT_ENDING = 'declare const a: 0;\nimport "";\n';

/**
 * The imports and exports of a file that is free of syntax errors, for a fraction of a parse; `undefined` where the
 * file has errors, or where it cannot be told this way.
 */
export function quickParse(path: string, text: string): EcmaScriptModule | undefined {
  const lang = languageOf(path);
  const head = `${text}\n${lang === 'dts' ? AMBIENT_ENDING : ENDING}`;
  const { errors, module, program } = parseSync(path, `${head}}`, { lang, sourceType: 'module', astType: 'js' });
  // A part of the result is kept until it is taken, and memory set aside for a whole tree is much.
  void program;
  const [error] = errors;
  if (errors.length !== 1 || error?.labels[0]?.start !== head.length) return undefined;
  const last = module.staticImports.at(-1);
  if (last?.end !== head.length - 1 || last.moduleRequest.value !== '') return undefined;
  // `export` at the very end would have taken the declaration for its own.
  if (module.staticExports.some(({ end, entries }) => end > text.length || entries.some((entry) => entry.end > text.length))) return undefined;
  module.staticImports.pop();
  return module;
}
