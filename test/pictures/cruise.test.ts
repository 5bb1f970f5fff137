import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cruise } from 'dependency-cruiser';
import { cruised, CRUISE_FORMATS } from '../../src/pictures/index.ts';
import { exampleFolder, exampleGraph, graphOf, hostileGraph } from './support/graphs.ts';

interface Result {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly module: string; readonly resolved: string; readonly circular: boolean; readonly coreModule: boolean; readonly couldNotResolve: boolean; readonly valid: boolean }[];
  }[];
  readonly summary: { readonly error: number; readonly warn: number; readonly ignore: number; readonly totalCruised: number };
}

/** What dependency-cruiser does not see, and why. */
const ONLY_OURS = {
  // new URL('../../package-lock.json', import.meta.url): it reads no URLs.
  shop: ['test/support/database.ts > package-lock.json'],
  'legacy-shop': [],
} as const;

const edgesIn = ({ modules }: Result): string[] => modules.flatMap(({ source, dependencies }) => dependencies.map(({ resolved, circular }) => `${source} > ${resolved}${circular ? ' (circular)' : ''}`)).sort();

async function ours(name: 'shop' | 'legacy-shop'): Promise<Result> {
  return JSON.parse(await cruised(exampleGraph(name), 'json')) as Result;
}

describe.each(['shop', 'legacy-shop'] as const)('the graph of files of examples/%s', (name) => {
  const before = process.cwd();
  beforeAll(() => process.chdir(exampleFolder(name)));
  afterAll(() => process.chdir(before));

  test('is the one that dependency-cruiser finds', async () => {
    // The example's eslint.config.js loads the plugin as it was built, which is no file of the project.
    const { output } = await cruise(['.'], { tsPreCompilationDeps: true, exclude: { path: String.raw`node_modules|^\.\./` }, tsConfig: { fileName: 'tsconfig.json' } }, {}, { tsConfig: { options: name === 'legacy-shop' ? { baseUrl: '.', paths: { '@/*': ['./src/*'] } } : {} } });
    const theirs = output as unknown as Result;
    const local = theirs.modules.map((file) => ({ ...file, dependencies: file.dependencies.filter(({ coreModule, couldNotResolve, resolved }) => !coreModule && !couldNotResolve && !resolved.includes('node_modules')) }));
    expect(edgesIn(await ours(name))).toEqual([...edgesIn({ ...theirs, modules: local }), ...ONLY_OURS[name]].sort());
  });
});

describe('the reporters of dependency-cruiser', () => {
  test.each(CRUISE_FORMATS)('%s takes our graph', async (format) => {
    expect((await cruised(exampleGraph('legacy-shop'), format)).length).toBeGreaterThan(100);
  });

  test.each(CRUISE_FORMATS)('%s takes a graph of nothing, and one of hostile names', async (format) => {
    expect(await cruised({ name: 'shop', modules: [], files: [], references: [], cycles: [] }, format)).toBeTypeOf('string');
    expect(await cruised(hostileGraph(), format)).toBeTypeOf('string');
  });

  test('count what the law forbids, warns of and tolerates', async () => {
    const { summary } = JSON.parse(await cruised(graphOf('orders ! billing', 'orders ? legacy', 'orders & shipping', 'orders = catalog'), 'json')) as Result;
    expect(summary).toMatchObject({ error: 1, warn: 1, ignore: 1, totalCruised: 5 });
  });

  test('name each violation with the rule that forbids it', async () => {
    expect(await cruised(graphOf('orders ! billing'), 'err')).toContain('error no-cross-module-imports: src/orders/a.ts → src/billing/b.ts');
  });

  test('draw a module and its neighbours, where it is in focus', async () => {
    expect(await cruised(graphOf('orders > billing', 'billing > tax', 'tax > shared'), 'text', 'orders')).toBe('src/orders/a.ts → src/billing/b.ts\n');
  });

  test('fold the files of a module into one for `archi`', async () => {
    const out = await cruised(exampleGraph('legacy-shop'), 'archi');
    expect(out).toContain('"src/modules/billing" -> "src/modules/orders"');
    expect(out).not.toContain('billing.service.ts');
  });
});
