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

/** An import or re-export behind the first statement that is none. */
const LATE = String.raw`\bimport\b|\bexport(?=\s*(?:type\s*)?(?:\*|/|\{[^}/]*(?:/|\}\s*(?:/|from\b))))`;

/** Packages whose calls name files under any name: `import load from 'proxyquire'`. */
const PACKAGES = String.raw`['"\x60](?:node:)?(?:${[...NAMING_PACKAGES].join('|')})['"\x60]`;

/** What counts although it stands in a string: packages, and `module['require']`. */
const QUOTED = String.raw`${PACKAGES}|['"\x60]\w*(?:${WORDS})\w*['"\x60]\s*[\]:]`;

const ANY = new RegExp(`${PACKAGES}|${WORDS}`);
const ANY_QUOTED = new RegExp(QUOTED);
const EVERY_WORD = new RegExp(WORDS, 'g');
const EVERY_LATE_WORD = new RegExp(`${WORDS}|${LATE}`, 'g');
const TRIPLE_SLASH = /^\s*\/\/\/\s*</m;
const JSDOC = /@import\b|\bimport\s*\(/;

/** Whether a text may hold more than imports and re-exports. */
export function mayHoldOtherForms(text: string): boolean {
  return ANY.test(text);
}

/** Whether what stands in strings may name a file by itself: a member in brackets, a package whose calls name files. */
export function mayHoldQuotedForms(text: string): boolean {
  return ANY_QUOTED.test(text);
}

/** Whether what stands in comments may name a file. */
export function mayHoldFormsInComments(text: string, isJavaScript: boolean): boolean {
  return (text.includes('///') && TRIPLE_SLASH.test(text)) || (isJavaScript && text.includes('/**') && JSDOC.test(text));
}

/** Any character that no code may hold, but every string and comment. */
const BLANK = '\u0001';

/** The text without the words of other forms, save those at the offsets that are known. It still parses if they were not in the code. */
export function blankWords(text: string, known: ReadonlySet<number>): string {
  return text.replaceAll(EVERY_WORD, (word, offset: number) => (known.has(offset) ? word : BLANK.repeat(word.length)));
}

/** The same for the text behind the imports, where more of them would be missed as well. */
export function blankLateWords(text: string): string {
  return text.replaceAll(EVERY_LATE_WORD, (word) => BLANK.repeat(word.length));
}
