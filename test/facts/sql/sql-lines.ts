import { readSql } from '../../../src/facts/sql/index.ts';
import type { SqlDialect, SqlHole, SqlParameter, SqlStatement } from '../../../src/facts/sql/index.ts';
import type { ColumnFact } from '../../../src/facts/index.ts';

/** A statement as a test states it completely; what is empty is left out. */
export interface SqlLine {
  readonly is: string;
  readonly tables?: readonly string[];
  readonly offsets?: readonly string[];
  readonly written?: readonly string[];
  readonly declared?: readonly string[];
}

/** Reads SQL in which `${…}` stands for a hole, as a template would give it. */
export function sqlLines(text: string, dialect?: SqlDialect): SqlLine[] {
  const holes: SqlHole[] = [...text.matchAll(/\$\{[^}]*\}/g)].map(({ index, 0: hole }) => ({ start: index, end: index + hole.length }));
  return readSql(text, { holes, ...(dialect && { dialect }) }).statements.map((statement) => lineOf(statement, text));
}

function lineOf({ verb, columns, tables, offsets, written, declared }: SqlStatement, text: string): SqlLine {
  const lists = {
    tables: tables.map(({ name, schema, parameter }) => `${schema === undefined ? '' : `${schema}.`}${name ?? parameterText(parameter)}`),
    offsets: offsets.map(({ at, constant, parameter }) => `${text.slice(...at.range)} ${constant ?? parameterText(parameter)}`),
    written: written.map(({ column, text: value, parameter, uuid }) => `${column} ${parameter ? parameterText(parameter) : value}${uuid ? ` v${uuid.version}` : ''}`),
    declared: declared.map((column) => columnText(column, text)),
  };
  return { is: `${verb} ${columns}`, ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) };
}

function parameterText(parameter: SqlParameter | undefined): string {
  return parameter ? `${parameter.style} ${parameter.key}` : 'unknown';
}

function columnText({ name, at, type, isPrimary, isReference, uuid }: ColumnFact, text: string): string {
  const place = text.slice(...at.range).replace(/^["[`]|["\]`]$/g, '');
  return [
    name === place ? name : `${name} at ${place}`,
    ...(type === undefined ? [] : [type]),
    ...(isPrimary ? ['key'] : []),
    ...(isReference ? ['reference'] : []),
    ...(uuid ? [`v${uuid.version} ${text.slice(...uuid.at.range)}`] : []),
  ].join(', ');
}
