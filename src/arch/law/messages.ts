import type { Module } from '../types.ts';
import type { Verdict } from './judge.ts';
import { shownPath, subject, whatAndWhence, type Told } from './sentences.ts';
import { quoted } from './wording.ts';

/** The sentence on a reference that breaks a rule of the law: what it does, then the way out. */
export function messageOf(verdict: Verdict, told: Told, wayOut: string): string {
  const whence = whatAndWhence(told);
  const to = verdict.to?.name ?? '';
  switch (verdict.law.rule) {
    case 'no-test-imports':
      return `Code that is no test may not use a test file: ${whence}. Move what both need to a file that is no test.`;
    case 'no-cross-slice-imports':
      return `The slice ${quoted(told.from.slice ?? '')} may not use another slice of ${quoted(to)}: ${whence}. Move what both need to a file of ${quoted(to)} outside its slices, or let one listen to the other's event.`;
    case 'no-impure-shared-kernel':
      return `The shared kernel may not know any module: ${whence}. Move what needs ${quoted(to)} into it, or let the caller pass it in.`;
    default:
      return `${head(verdict, told, to)}: ${whence}. ${wayOut}`;
  }
}

function head(verdict: Verdict, told: Told, to: string): string {
  const who = subject(told, verdict.from);
  const types = told.reference.kind === 'type' ? ', types included' : '';
  if (verdict.isOpen) return `${who} uses ${quoted(to)}'s internals${types}, which is open only for now`;
  if (told.from.zone === 'root') return `${who} may use only ${quoted(to)}'s contract and the files directly in its folder${types}`;
  return `${who} may not use ${quoted(to)}'s internals${types}`;
}

/**
 * The sentence on a path that leads into a module, but to no file.
 * @param path the file that was probably meant, or the one that is missing
 */
export function unresolvedMessage(told: Omit<Told, 'names' | 'target' | 'alsoMatched'>, module: Module | undefined, path: string, isMeant: boolean): string {
  const { specifier = '', isGlob, isPrefix } = told.reference;
  const what = isGlob === true ? 'no file there matches it' : isPrefix === true ? 'no such folder is there' : 'no file is there';
  const where = module === undefined ? 'to a module that is not there' : `into ${quoted(module.name)}, but ${what}`;
  const shown = quoted(shownPath(told, path));
  const next = isGlob === true ? 'Correct the pattern, or take it out.' : isMeant ? `Did you mean ${shown}?` : `Correct the path, or create ${shown}.`;
  return `${quoted(specifier)} leads ${where}: what it would use cannot be judged. ${next}`;
}
