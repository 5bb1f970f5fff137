import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as typescriptParser from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/types';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { readFacts, sourceFileOf } from '../../src/facts/index.ts';
import type { Facts, ScopeManagerLike, SourceFile } from '../../src/facts/index.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/facts');

function readByTypescript(path: string, text: string): SourceFile {
  const { ast, scopeManager } = typescriptParser.parseForESLint(text, { filePath: path, range: true, loc: true, sourceType: 'module' });
  return sourceFileOf(path, text, ast as unknown as TSESTree.Program, scopeManager as unknown as ScopeManagerLike);
}

function readByOxc(path: string, text: string): SourceFile {
  const { program } = parseSync(path, text, { astType: 'ts', range: true, preserveParens: false, sourceType: 'module' });
  return sourceFileOf(path, text, program as unknown as TSESTree.Program);
}

/** Facts with every node reduced to its kind and its place. */
function plain(facts: Facts): unknown {
  return JSON.parse(
    JSON.stringify(facts, (_key, value: unknown) => {
      if (typeof value !== 'object' || value === null || !('range' in value)) return value;
      const { type, range } = value as { type?: string; range: readonly [number, number] };
      return `${type ?? 'place'} ${range[0]}-${range[1]}`;
    }),
  );
}

function count(facts: Facts): number {
  return facts.endpoint.length + facts.response.length + facts.query.length + facts.table.length + facts.log.length;
}

describe('the trees of typescript-eslint and oxc give the same facts', () => {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.ts'))) {
    it(name, () => {
      const path = join(FOLDER, name);
      const text = readFileSync(path, 'utf8');
      const facts = readFacts(readByTypescript(path, text));
      expect(plain(readFacts(readByOxc(path, text)))).toEqual(plain(facts));
      expect(count(facts)).toBeGreaterThan(0);
    });
  }
});
