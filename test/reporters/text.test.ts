import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/arch/index.ts';
import { text } from '../../src/reporters/text/text.ts';
import { contextWith, coverage, deepImport, found, nasty } from './sample.ts';

const source = "import { eq } from 'drizzle-orm';\nimport { orders } from './tables.ts';\nimport { Invoice } from '../billing/db';\n";
const sources = { 'src/modules/orders/logic.ts': source };

function printed(findings: readonly Finding[], context = contextWith({ sources })): string {
  return text({ findings, coverage }, context);
}

/** What stands between the file's name and the closing lines. */
function frameOf(finding: Finding, code: string): readonly string[] {
  return printed([finding], contextWith({ sources: { [finding.file]: code } })).split('\n').slice(2, -5);
}

describe('text', () => {
  test('shows a finding with its code, its words and its way out, and closes with counts and coverage', () => {
    expect(printed([deepImport])).toBe(`src/modules/orders/logic.ts
  3:25  error  no-cross-module-imports
    2 | import { orders } from './tables.ts';
    3 | import { Invoice } from '../billing/db';
      |                         ^^^^^^^^^^^^^^^
    \`orders\` may not use \`billing\`'s internals: \`Invoice\` comes from \`billing/db.ts\`. \`billing/contract.ts\` exports it: import it from there.

1 error.
1,204 files checked, 1,100 of them in 4 modules; 5,120 references, of which 5,118 resolved, 2 cannot be read.
`);
  });

  test('says in two lines that all is well', () => {
    expect(printed([])).toBe(`No violations.
1,204 files checked, 1,100 of them in 4 modules; 5,120 references, of which 5,118 resolved, 2 cannot be read.
`);
  });

  test('groups findings by file', () => {
    const report = printed([found({ file: 'a.ts', line: 1 }), found({ file: 'a.ts', line: 2 }), found({ file: 'b.ts' })]);
    expect(report.match(/^\S.*\.ts$/gm)).toEqual(['a.ts', 'b.ts']);
  });

  test('shows notes below the message', () => {
    expect(printed([{ ...deepImport, notes: ['`invoices` is affected too.'] }])).toContain('import it from there.\n    `invoices` is affected too.\n');
  });

  test('counts what the baseline tolerates, and shows it on request', () => {
    const findings = [found(), found({ status: 'baselined', line: 9 })];
    expect(printed(findings)).toContain('\n1 error; 1 more is in the baseline.\n');
    expect(printed(findings)).not.toContain('baselined');
    expect(printed(findings, contextWith({ showBaselined: true }))).toContain('  9:1  baselined  no-cross-module-imports\n');
  });

  test('says what the report is limited to', () => {
    expect(printed([found()], contextWith({ scope: 'since `main`' }))).toContain('\n1 error since `main`.\n');
  });

  test('paints errors red and leaves the words as they are', () => {
    const report = printed([deepImport], contextWith({ sources, colors: true }));
    expect(report).toContain('\u001B[31merror\u001B[39m');
    expect(report.replaceAll(/\u001B\[\d+m/g, '')).toBe(printed([deepImport]));
  });

  test('lets no name and no code write to the terminal', () => {
    const report = printed([nasty], contextWith({ sources: { [nasty.file]: '\n\n\n\n\n\n\u001B[2J\u0007;\n' } }));
    expect(report.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
});

describe('the code of a finding', () => {
  const at = (line: number, column: number, endLine: number, endColumn: number): Finding => found({ line, column, endLine, endColumn });

  test('has carets below what the finding stands on, where tabs are tabs and wide letters are wide', () => {
    expect(frameOf(at(1, 11, 1, 16), "\tf('請求書', './x');")).toEqual(["    1 | \tf('請求書', './x');", "      | \t            ^^^^^"]);
  });

  test('ends the carets with the line where the finding goes on', () => {
    expect(frameOf(at(1, 8, 3, 2), 'import {\n  Invoice,\n} from "./db";')).toEqual(['    1 | import {', '      |        ^']);
  });

  test('shows a part of a very long line', () => {
    const [line = '', carets = ''] = frameOf(at(1, 5001, 1, 5004), `${'x'.repeat(5000)}abc${'y'.repeat(5000)}`);
    expect(line.length).toBeLessThan(160);
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('abc');
  });

  test('counts lines as JavaScript does', () => {
    expect(frameOf(at(3, 1, 3, 2), 'a\r\nb\u2028c')).toEqual(['    2 | b', '    3 | c', '      | ^']);
  });

  test('is left out where the file has changed or cannot be read', () => {
    expect(frameOf(at(9, 1, 9, 2), 'a')).toEqual([]);
    expect(printed([deepImport], contextWith())).not.toContain('|');
  });
});

describe('many findings', () => {
  const many = (count: number): readonly Finding[] => Array.from({ length: count }, (_, i) => found({ file: `src/modules/orders/f${i % 97}.ts`, line: 3 + i }));

  test('up to two hundred are all shown, without code from fifty on', () => {
    const report = printed(many(200), contextWith({ sources: { 'src/modules/orders/f1.ts': source } }));
    expect(report.match(/^ {2}\d+:\d+ {2}error/gm)).toHaveLength(200);
    expect(report).not.toContain(' | ');
  });

  test('a thousand are told by their kinds, in few lines', () => {
    const others = Array.from({ length: 300 }, (_, i) => found({ rule: 'no-unresolved-imports', line: i + 1, to: {} }));
    const report = printed([...many(1000), ...others], contextWith({ baselineCommand: 'fortress check --update-baseline' }));
    expect(report.split('\n').length).toBeLessThan(40);
    expect(report).toContain('no-cross-module-imports in `orders` on `billing`: error, 1,000 times in 97 files\n');
    expect(report).toContain('no-unresolved-imports in `orders`: error, 300 times in 1 file\n');
    expect(report).toContain('and 995 more\n');
    expect(report).toContain('`--format json` lists every finding.\n');
    expect(report).toContain('\n1,300 errors.\n');
    expect(report).toContain('`fortress check --update-baseline` lists what is there today, so that only what is new fails.\n');
  });
});
