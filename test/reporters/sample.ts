import { marked, type Coverage, type Finding, type ProjectGraph, type Unmarked } from '../../src/arch/index.ts';
import type { ReporterContext } from '../../src/reporters/index.ts';

/** What the samples were found in. */
export const coverage: Coverage = { files: 1204, assignedFiles: 1100, modules: 4, references: 5120, resolvedReferences: 5118, unanalysableReferences: 2 };

/** `orders` takes `Invoice` from deep inside `billing`. */
export const deepImport = found({ file: 'src/modules/orders/logic.ts', line: 3, column: 25, endLine: 3, endColumn: 40 });

/** A finding of `no-cross-module-imports`, with what is told instead. */
export function found(told: Partial<Unmarked> & { readonly status?: Finding['status'] } = {}): Finding {
  const { status = 'new', ...rest } = told;
  const finding = marked({
    rule: 'no-cross-module-imports',
    severity: 'error',
    file: 'src/modules/orders/logic.ts',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 2,
    message: "`orders` may not use `billing`'s internals: `Invoice` comes from `billing/db.ts`. `billing/contract.ts` exports it: import it from there.",
    from: { module: 'orders' },
    to: { module: 'billing', file: 'src/modules/billing/db.ts' },
    kind: 'value',
    identity: { symbol: 'Invoice' },
    ...rest,
  });
  return { ...finding, status };
}

/** A finding whose words and paths hold everything that a format could stumble over. */
export const nasty = found({
  rule: 'no-unresolved-imports',
  severity: 'warning',
  file: 'src/modules/a b/[id], 100%: "x" & <y>\u0007/überweisung#1?.ts',
  line: 7,
  column: 2,
  endLine: 9,
  endColumn: 4,
  message: 'First 100% of it, a:b <tag attr="1"> & ]]> \u0000 \u001B[31m and "quotes".',
  notes: ['second line\r\nwith its own ends', 'third'],
});

/** A project without files. */
export const emptyGraph: ProjectGraph = { name: 'shop', modules: [], files: [], references: [], cycles: [] };

/** A reporter's context for tests: no colours, no repository above the project, sources and pages from memory. */
export function contextWith(told: Partial<Omit<ReporterContext, 'sourceOf' | 'pageOf'>> & { readonly sources?: Record<string, string>; readonly pages?: Record<string, string> } = {}): ReporterContext {
  const { sources = {}, pages = {}, ...rest } = told;
  return {
    version: '1.2.3',
    colors: false,
    prefix: '',
    showBaselined: false,
    scope: undefined,
    baselineCommand: undefined,
    graph: () => emptyGraph,
    graphThen: () => undefined,
    tables: () => [],
    sourceOf: (file) => sources[file],
    pageOf: (rule) => pages[rule],
    ...rest,
  };
}
