/** Text for a terminal: a file's name or code must not be able to move the cursor, colour the screen or start a line. */
export function safe(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u2028\u2029]/g, '\uFFFD');
}

/** How many cells a character takes in a terminal. */
export function cellsOf(character: string): 0 | 1 | 2 {
  if (/^[\p{Mark}\u200B-\u200F\uFE00-\uFE0F]$/u.test(character)) return 0;
  return /^[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]$/u.test(character) ? 2 : 1;
}
