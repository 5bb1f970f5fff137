import { describe, expect, test } from 'vitest';
import { github } from '../../src/reporters/github.ts';
import { contextWith, coverage, deepImport, found, nasty } from './sample.ts';

/** Reads a line as GitHub's runner does. */
function read(line: string): { readonly command: string; readonly properties: Record<string, string>; readonly message: string } {
  const [, command = '', list = '', message = ''] = /^::(\w+) ([^\n]*?)::([^\n\r]*)$/.exec(line) ?? [];
  const unescaped = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
  const properties = Object.fromEntries(
    list.split(',').map((pair) => {
      const [, key = '', value = ''] = /^(\w+)=(.*)$/s.exec(pair) ?? [];
      return [key, unescaped(value)];
    }),
  );
  return { command, properties, message: message.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%') };
}

describe('github', () => {
  test('prints an annotation a line', () => {
    expect(github({ findings: [deepImport], coverage }, contextWith())).toBe(
      '::error file=src/modules/orders/logic.ts,line=3,endLine=3,col=25,endColumn=40,title=no-cross-module-imports::' +
        "`orders` may not use `billing`'s internals: `Invoice` comes from `billing/db.ts`. `billing/contract.ts` exports it: import it from there.\n",
    );
  });

  test('comes back whole from GitHub, whatever it holds', () => {
    const printed = github({ findings: [nasty], coverage }, contextWith());
    expect(printed.split('\n')).toHaveLength(2);
    expect(read(printed.trimEnd())).toEqual({
      command: 'warning',
      properties: { file: nasty.file, line: '7', endLine: '9', title: 'no-unresolved-imports' },
      message: `${nasty.message}\nsecond line\r\nwith its own ends\nthird`,
    });
  });

  test('puts errors first, for GitHub shows ten of each', () => {
    const printed = github({ findings: [found({ severity: 'warning' }), found({ line: 2 }), found({ severity: 'warning', line: 3 })], coverage }, contextWith());
    expect(printed.match(/^::\w+/gm)).toEqual(['::error', '::warning', '::warning']);
  });

  test('counts paths from the root of the repository', () => {
    expect(read(github({ findings: [deepImport], coverage }, contextWith({ prefix: 'apps/api/' })).trimEnd()).properties['file']).toBe('apps/api/src/modules/orders/logic.ts');
  });

  test('says nothing of what the baseline tolerates', () => {
    expect(github({ findings: [found({ status: 'baselined' })], coverage }, contextWith())).toBe('');
  });
});
