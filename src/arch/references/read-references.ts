import type { TSESTree } from '@typescript-eslint/types';
import type { Reference } from '../types.ts';
import { readCall, readImportExpression } from './calls.ts';
import { jsdocReferences, tripleSlashReferences } from './comments.ts';
import type { Comment } from './comments.ts';
import { isJavaScript } from './parse-module.ts';
import { scopesOf } from './scopes.ts';
import { referenceOf } from './statements.ts';
import type { Node, Path } from './syntax.ts';
import { walk } from './syntax.ts';
import { mayHoldOtherForms } from './words.ts';

/**
 * Every reference of a file, in the order of the text. The tree may be typescript-eslint's or oxc's: the result is the same.
 * `text` is what the tree's ranges count in; `path` tells JavaScript, where JSDoc counts.
 */
export function readReferences(program: TSESTree.Program, text: string, comments: readonly Comment[], path: string): Reference[] {
  const found: Reference[] = mayHoldOtherForms(text) ? everywhere(program) : atTheTop(program);
  found.push(...tripleSlashReferences(comments, program.body[0]?.range[0] ?? text.length));
  if (isJavaScript(path)) found.push(...jsdocReferences(comments));
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Imports and re-exports stand at the top; where the text has the words of no other form, there is nothing below. */
function atTheTop(program: TSESTree.Program): Reference[] {
  return program.body.flatMap((statement) => referenceOf(statement) ?? []);
}

function everywhere(program: TSESTree.Program): Reference[] {
  const found: Reference[] = [];
  const calls: Path[] = [];
  walk(program, (path) => {
    const { node } = path;
    if (node.type === 'ImportExpression' || node.type === 'CallExpression' || node.type === 'NewExpression') calls.push(path);
    const reference = referenceOf(node);
    if (reference) found.push(reference);
  });
  const reader = { scopes: scopesOf(program), found, inner: new Set<Node>() };
  for (const path of calls) {
    if (path.node.type === 'ImportExpression') readImportExpression(path, path.node, reader);
    else if (path.node.type === 'CallExpression' || path.node.type === 'NewExpression') readCall(path, path.node, reader);
  }
  return found;
}
