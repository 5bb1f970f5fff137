import { NAMING_PACKAGES } from './call-forms.ts';

/**
 * Words of which one stands in the code of every file that names another by anything but an import or a re-export at the
 * top. A word too many costs a walk; one too few would lose references.
 */
const WORDS = [
  String.raw`\b(?:require|createRequire|requireActual|requireMock|importActual|importMock)\b`,
  String.raw`\b(?:unmock|doMock|doUnmock|dontMock|deepUnmock|setMock|(?:create|gen)MockFromModule|unstable_\w+)\b`,
  // Not `send.mock.calls`.
  String.raw`\bmock\b(?!\s*\.\s*(?:calls|results|instances|contexts|lastCall|invocationCallOrder|settledResults|mock)\b)`,
  String.raw`\b(?:Shared)?Worker\b`,
  'pathToFileURL',
  // `import('./x')` as expression or type, `import.meta`, `import.defer('./x')`.
  String.raw`\bimport(?=\s*[(./])`,
  // `declare module './x'`, and Bun's `vi.module('./x')`.
  String.raw`(?<![\w'"\x60/-])module(?=\s*['"\x60/(])`,
  // `export {} from './x'`, of which the parser's record of exports says nothing.
  String.raw`\bexport(?=\s*(?:type\s*)?(?:/|\{\s*(?:/|\}\s*(?:/|from\b))))`,
  // An identifier may be written with escapes.
  String.raw`\\u`,
].join('|');

/** Packages whose calls name files under any name: `import load from 'proxyquire'`. */
const PACKAGES = String.raw`['"\x60](?:node:)?(?:${[...NAMING_PACKAGES].join('|')})['"\x60]`;

const ANY = new RegExp(`${PACKAGES}|${WORDS}`);
const EVERY_WORD = new RegExp(WORDS, 'g');
/** What counts although it stands in a string or comment: packages, `module['require']`, `/// <reference`. */
const QUOTED = new RegExp(String.raw`${PACKAGES}|['"\x60]\w*(?:${WORDS})\w*['"\x60]\s*[\]:]|^\s*///\s*<`, 'm');
const JSDOC = /@import\b|\bimport\s*\(/;

/** Whether a text may hold more than imports and re-exports. */
export function mayHoldOtherForms(text: string): boolean {
  return ANY.test(text);
}

/** Whether what stands in strings and comments may name a file, apart from the strings of imports. */
export function mayHoldQuotedForms(text: string, isJavaScript: boolean): boolean {
  return QUOTED.test(text) || (isJavaScript && text.includes('/**') && JSDOC.test(text));
}

/** Any character that no code may hold, but every string and comment. */
const BLANK = '\u0001';

/** The text without the words, save those at the offsets that are known. It still parses if they were not in the code. */
export function blankWords(text: string, known: ReadonlySet<number>): string {
  return text.replaceAll(EVERY_WORD, (word, offset: number) => (known.has(offset) ? word : BLANK.repeat(word.length)));
}
