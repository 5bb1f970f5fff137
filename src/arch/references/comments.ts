import type { Reference } from '../types.ts';

/** A comment of either parser. `value` is the text without the marks around it. */
export interface Comment {
  readonly type: string;
  readonly value: string;
  readonly range?: readonly [number, number];
  readonly start?: number;
}

/** Every comment mark is two characters wide: `//` and `/*`. */
const MARK = 2;

function offsetOf(comment: Comment): number {
  return (comment.range?.[0] ?? comment.start ?? 0) + MARK;
}

/** `/// <reference path="…" />` and `types="…"`, which count only above the first statement. */
export function tripleSlashReferences(comments: readonly Comment[], firstStatement: number): Reference[] {
  const found: Reference[] = [];
  for (const comment of comments) {
    const offset = offsetOf(comment);
    if (offset > firstStatement) break;
    if (comment.type !== 'Line' || !/^\/\s*<reference\s.*\/>/.test(comment.value)) continue;
    const named = /\s(?<attribute>path|types)\s*=\s*(?<quoted>"[^"]*"|'[^']*')/d.exec(comment.value);
    const quoted = named?.groups?.['quoted'];
    const at = named?.indices?.groups?.['quoted'];
    if (quoted === undefined || !at) continue;
    const text = quoted.slice(1, -1);
    // A path is always relative to the file; the types of a package are not.
    const specifier = named?.groups?.['attribute'] === 'path' && !/^[./]/.test(text) ? `./${text}` : text;
    found.push({ form: 'triple-slash', kind: 'type', specifier, start: offset + at[0], end: offset + at[1], names: [] });
  }
  return found;
}

/** The tags that are followed by a type: https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html */
const TYPE_TAG =
  /(?<=[\s*])@(?:arg|argument|augments|class|const|enum|exception|extends|implements|member|param|prop|property|return|returns|satisfies|template|this|throws|type|typedef|var|yields)\s*\{/g;
const IMPORT_TYPE = /\bimport\s*\(\s*(?<quoted>"[^"\r\n]*"|'[^'\r\n]*'|`[^`$\r\n]*`)[^)]*\)(?:\s*\.\s*(?<name>[\p{ID_Start}$_][\p{ID_Continue}$]*))?/dgu;
const IMPORT_TAG = /(?<=[\s*])@import\s+(?<clause>[^'"@]*?)\s*\bfrom\s*(?<quoted>"[^"\r\n]*"|'[^'\r\n]*')/dg;

/** The imports that JSDoc makes in JavaScript: `@type {import('./x').T}`, `@import { T } from './x'`. */
export function jsdocReferences(comments: readonly Comment[]): Reference[] {
  const found: Reference[] = [];
  for (const comment of comments) {
    if (comment.type !== 'Block' || !comment.value.startsWith('*') || !comment.value.includes('import')) continue;
    found.push(...typesOf(comment), ...importTags(comment));
  }
  return found;
}

function typesOf(comment: Comment): Reference[] {
  const found: Reference[] = [];
  for (const tag of comment.value.matchAll(TYPE_TAG)) {
    const start = tag.index + tag[0].length;
    const type = comment.value.slice(start, closingBrace(comment.value, start));
    for (const one of type.matchAll(IMPORT_TYPE)) {
      found.push(reference(one, offsetOf(comment) + start, [one.groups?.['name'] ?? '*']));
    }
  }
  return found;
}

function closingBrace(text: string, start: number): number {
  let depth = 1;
  for (let index = start; index < text.length; index++) {
    if (text[index] === '{') depth++;
    else if (text[index] === '}' && --depth === 0) return index;
  }
  return text.length;
}

function importTags(comment: Comment): Reference[] {
  return Array.from(comment.value.matchAll(IMPORT_TAG), (tag) => reference(tag, offsetOf(comment), clauseNames(tag.groups?.['clause'] ?? '')));
}

function reference(match: RegExpExecArray, offset: number, names: readonly string[]): Reference {
  const [start, end] = match.indices?.groups?.['quoted'] ?? [0, 0];
  return { form: 'jsdoc', kind: 'type', specifier: (match.groups?.['quoted'] ?? '').slice(1, -1), start: offset + start, end: offset + end, names };
}

/** The names of `Default, { A, B as C }` or `* as ns`, over several lines of a comment. */
function clauseNames(clause: string): string[] {
  const text = clause.replaceAll(/[\r\n]+[ \t]*\*/g, ' ').replace(/^\s*type\s+(?=[{*])/, '');
  const braces = /\{([^}]*)\}/.exec(text);
  const [first = ''] = text.split(/[{,]/);
  const names = first.includes('*') ? ['*'] : /[\p{ID_Continue}$]/u.test(first) ? ['default'] : [];
  for (const part of braces?.[1]?.split(',') ?? []) {
    const name = /[\p{ID_Continue}$]+/u.exec(part)?.[0];
    if (name !== undefined) names.push(name);
  }
  return names;
}
