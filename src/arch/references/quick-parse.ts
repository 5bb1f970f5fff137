import type { EcmaScriptModule } from 'oxc-parser';
import { parseSync } from 'oxc-parser/src-js/bindings';
import { languageOf } from './parse-module.ts';

// oxc-parser writes out the whole tree, asked for or not, and that takes more than half of its time. It does not where it
// gives up. So texts are parsed with an ending that stops the parser just behind them: a `}` that closes nothing.

/** `undefined` where the parser met anything wrong before the ending of the text. */
function parseToEnding(path: string, text: string): EcmaScriptModule | undefined {
  const { errors, module, program } = parseSync(path, `${text}}`, { lang: languageOf(path), sourceType: 'module', astType: 'js' });
  // A part of the result is kept until it is taken, and memory set aside for a whole tree is much.
  void program;
  return errors.length === 1 && errors[0]?.labels[0]?.start === text.length ? module : undefined;
}

/**
 * What stands behind a module to tell that it is complete by itself. The declaration cannot be the body that an open `if (x)`
 * waits for; the import stands in the record of the module only when no bracket, tag or quote is open.
 */
const ENDING = 'const a = 0;\nimport "";\n';
/** A declaration file may only declare. */
const AMBIENT_ENDING = 'declare const a: 0;\nimport "";\n';

/**
 * The imports and exports of a file that is free of syntax errors, for a fraction of a parse; `undefined` where the
 * file has errors, or where it cannot be told this way.
 */
export function recordOf(path: string, text: string): EcmaScriptModule | undefined {
  const head = `${text}\n${languageOf(path) === 'dts' ? AMBIENT_ENDING : ENDING}`;
  const module = parseToEnding(path, head);
  const last = module?.staticImports.pop();
  if (last?.end !== head.length - 1 || last.moduleRequest.value !== '') return undefined;
  // `export` at the very end would have taken the declaration for its own.
  const isTaken = module?.staticExports.some(({ end, entries }) => end > text.length || entries.some((entry) => entry.end > text.length));
  return isTaken === false ? module : undefined;
}

/**
 * What stands around code to tell that it is complete by itself. Behind the body of an arrow function in a computed key, nothing
 * but `]` can stand, so that the code cannot close the function and open something else; `import.meta` is in the record of
 * the module only when no quote or comment is open. Exports in a function are not recorded, which spares time; the
 * parser lets them pass.
 */
const BEFORE = 'void { [async () => {\n';
const BEHIND = '\n}]: import.meta };\n';
const META = BEHIND.indexOf('import');

/**
 * Whether TypeScript that stands behind the imports of a file is free of syntax errors: `false` too where it cannot be told
 * this way. Several texts of one language are told at once, for parsing few long texts takes less time than many short ones.
 */
export function areComplete(path: string, texts: readonly string[]): boolean {
  if (!/^tsx?$/.test(languageOf(path)) || !texts.every(endsPlainly)) return false;
  let head = '';
  const metas = new Set<number>();
  for (const text of texts) {
    head += BEFORE + text + BEHIND;
    metas.add(head.length - BEHIND.length + META);
  }
  for (const { start } of parseToEnding(path, head)?.importMetas ?? []) metas.delete(start);
  return metas.size === 0;
}

/** A type that is nothing but `?` ends at a `}` and not with the file. It could stand before a comment. */
function endsPlainly(text: string): boolean {
  const trimmed = text.trimEnd();
  const lastLine = trimmed.slice(trimmed.lastIndexOf('\n') + 1);
  return !/\?$|\/\/|\*\//.test(lastLine);
}
