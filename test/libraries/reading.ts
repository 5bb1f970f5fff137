import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import type { TSESTree } from '@typescript-eslint/types';
import { readFacts, sourceFileOf } from '../../src/facts/index.ts';
import type { EndpointFact, Facts, LogFact, ResponseFact, SourceFile, Surroundings } from '../../src/facts/index.ts';

/** Facts of one file, as sentences that a test can state completely. */
export interface Reading {
  /** `GET /orders` and what is special about it: `express GET /orders, input schema`. */
  readonly endpoints: readonly string[];
  /** `json rows` and what is special about it: `json order, leaks order (prisma findUnique)`. */
  readonly responses: readonly string[];
  /** `error: message 'lost', fields { id }`. */
  readonly logs: readonly string[];
}

/** Reads the first file of a project that lies in memory. */
export function reading(files: Readonly<Record<string, string>>, path = Object.keys(files)[0] ?? ''): Reading {
  const { file, facts } = factsOf(files, path);
  const text = (node: { readonly range: readonly [number, number] }): string => file.text.slice(...node.range).replace(/\s+/g, ' ');
  return {
    endpoints: facts.endpoint.map((fact) => endpointLine(fact)),
    responses: facts.response.map((fact) => responseLine(fact, text)),
    logs: facts.log.map((fact) => logLine(fact, text)),
  };
}

/** The facts themselves, of a file in such a project. */
export function factsOf(files: Readonly<Record<string, string>>, path: string): { readonly file: SourceFile; readonly facts: Facts } {
  const read = new Map<string, SourceFile>();
  const surroundings: Surroundings = {
    resolve: (from, specifier) => resolved(files, from, specifier),
    read: (wanted) => {
      const text = files[wanted];
      const known = read.get(wanted);
      if (known || text === undefined) return known;
      const file = parsed(wanted, text);
      read.set(wanted, file);
      return file;
    },
  };
  const file = surroundings.read(path);
  if (!file) throw new Error(`no file ${path}`);
  return { file, facts: readFacts(file, surroundings) };
}

function parsed(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text, { astType: 'ts', range: true });
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? ''}`);
  return sourceFileOf(path, text, program as unknown as TSESTree.Program);
}

function resolved(files: Readonly<Record<string, string>>, from: string, specifier: string): string | undefined {
  const base = specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier.startsWith('@/') ? posix.join('src', specifier.slice(2)) : undefined;
  if (base === undefined) return undefined;
  const bare = base.replace(/\.[cm]?js$/, '');
  return [base, `${bare}.ts`, `${bare}.tsx`, `${bare}.js`, `${bare}/index.ts`].find((one) => Object.hasOwn(files, one));
}

function endpointLine(fact: EndpointFact): string {
  return [
    `${fact.framework} ${fact.method}${fact.path === undefined ? '' : ` ${fact.path}`}`,
    ...(fact.handlers.length === 1 ? [] : [`${fact.handlers.length} handlers`]),
    ...(fact.hasInputSchema ? ['input schema'] : []),
    ...(fact.hasOutputSchema ? ['output schema'] : []),
    ...(fact.certainty === 'certain' ? [] : [fact.certainty]),
  ].join(', ');
}

function responseLine(fact: ResponseFact, text: (node: ResponseFact['value']) => string): string {
  return [
    `${fact.via} ${text(fact.value)}`,
    ...(fact.endpoint ? [`of ${fact.endpoint.method}${fact.endpoint.path === undefined ? '' : ` ${fact.endpoint.path}`}`] : []),
    ...(fact.hasOutputSchema ? ['output schema'] : []),
    ...(fact.certainty === 'certain' ? [] : [fact.certainty]),
    ...fact.entities.map(({ entity, library, operation, isMany }) => `leaks ${isMany ? 'many ' : ''}${entity?.name ?? 'rows'} (${library} ${operation})`),
  ].join(', ');
}

function logLine(fact: LogFact, text: (node: LogFact['node']) => string): string {
  return [
    `${fact.library} ${fact.level}`,
    ...(fact.message ? [`message ${text(fact.message)}`] : []),
    ...(fact.fields ? [`fields ${text(fact.fields)}`] : []),
    ...(fact.certainty === 'certain' ? [] : [fact.certainty]),
  ].join(', ');
}
