import type { DynamicImport, EcmaScriptModule, StaticExport, StaticImport } from 'oxc-parser';
import type { Reference } from '../types.ts';

/** The references in the parser's record of imports and exports; `undefined` where the record does not tell all that the tree would. */
export function recordReferences(text: string, module: EcmaScriptModule): Reference[] | undefined {
  if (module.importMetas.length > 0) return undefined;
  const found: Reference[] = [];
  for (const one of module.staticImports) {
    const reference = ofImport(text, one);
    if (!reference) return undefined;
    found.push(reference);
  }
  for (const one of module.staticExports) {
    const reference = ofExport(one);
    if (reference) found.push(reference);
  }
  for (const one of module.dynamicImports) {
    const reference = ofDynamicImport(text, one);
    if (!reference) return undefined;
    found.push(reference);
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

function ofImport(text: string, { start: from, moduleRequest: { value: specifier, start, end }, entries }: StaticImport): Reference | undefined {
  // Nothing is listed for `import type {} from './x'`, nor that it is a type.
  if (entries.length === 0 && /type|\//.test(text.slice(from, start))) return undefined;
  const kind = entries.length > 0 && entries.every(({ isType }) => isType) ? 'type' : 'value';
  const names = entries.map(({ importName: { kind: of, name } }) => (of === 'Default' ? 'default' : of === 'Name' ? (name ?? '*') : '*'));
  return { form: 'import', kind, specifier, start, end, names };
}

/** Nothing for an export of the file's own. */
function ofExport({ start: from, end: to, entries }: StaticExport): Reference | undefined {
  const [entry] = entries;
  const request = entry?.moduleRequest;
  // `import { a } from './x'; export { a }` is recorded with the place of the import.
  if (!request || entry.start < from || entry.start >= to) return undefined;
  const kind = entries.every(({ isType }) => isType) ? 'type' : 'value';
  const names = entries.map(({ importName: { kind: of, name } }) => (of === 'Name' ? (name ?? '*') : '*'));
  return { form: 'export', kind, specifier: request.value, start: request.start, end: request.end, names };
}

/** Before and after an `import()` of which the whole is kept, so that the names need no tree. */
const KEPT_WHOLE = /(?:=>|\breturn|\b(?:const|let|var)\s+[\w$]+\s*=(?:\s*await)?)\s*$/;
const LONGEST_BEGINNING = 120;

function ofDynamicImport(text: string, { start: from, end: to, moduleRequest: { start, end } }: DynamicImport): Reference | undefined {
  const specifier = /^(["'`])([^"'`\\$\r\n]*)\1$/.exec(text.slice(start, end))?.[2];
  if (specifier === undefined || !/^\s*[,;)}\]]/.test(text.slice(to, to + LONGEST_BEGINNING))) return undefined;
  const beginning = text.slice(Math.max(0, from - LONGEST_BEGINNING), from);
  // In `const x: typeof import('./y') = …` nothing of this stands before it; a type is not in the record at all.
  return KEPT_WHOLE.test(beginning) ? { form: 'dynamic-import', kind: 'value', specifier, start, end, names: ['*'] } : undefined;
}
