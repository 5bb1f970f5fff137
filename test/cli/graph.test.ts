import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project } from './support/project.ts';
import { compliantShop, shop } from './support/shop.ts';

const CHART = 'flowchart TB\n  accTitle: Modules of shop\n  module_billing["billing"]\n  module_orders["orders"]\n';

describe('fortress graph', () => {
  test('draws the modules as Mermaid, and says on stderr what it drew', () => {
    const { code, stdout, stderr } = project(shop).fortress(['graph']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '2 modules, 2 references, 1 of them forbidden.\n' });
    expect(stdout).toBe(`${CHART}  module_orders ==>|"1 forbidden"| module_billing\n  linkStyle 0 stroke:#d93636,stroke-width:3px,color:#d93636\n`);
  });

  test('draws the project in a folder, and is no check: what it shows does not fail', () => {
    const shops = project(Object.fromEntries(Object.entries(shop).map(([path, text]) => [`apps/shop/${path}`, text])));
    expect(shops.fortress(['graph', 'apps/shop']).code).toBe(0);
  });

  test.each([
    ['mermaid', 'flowchart TB\n'],
    ['dot', 'digraph "shop" {\n'],
    ['svg', '<svg xmlns="http://www.w3.org/2000/svg"'],
    ['html', '<!doctype html>\n'],
    ['json', '{\n  "modules": [\n'],
    ['archi', 'strict digraph "dependency-cruiser output"'],
    ['err', '\n  error no-cross-module-imports: src/modules/orders/logic.ts → src/modules/billing/db.ts\n'],
    ['dependency-cruiser:mermaid', 'flowchart LR\n'],
  ])('--format %s', (format, start) => {
    const { code, stdout } = project(shop).fortress(['graph', '--format', format]);
    expect(code).toBe(0);
    expect(stdout.startsWith(start) ? start : stdout.slice(0, 200)).toBe(start);
  });

  test.each([
    ['modules.svg', '<svg '],
    ['out/modules.dot', 'digraph '],
    ['modules.mmd', 'flowchart '],
    ['modules.html', '<!doctype html>'],
    ['modules.txt', 'flowchart '],
  ])('--output %s has the format that the name is usual for', (output, start) => {
    const here = project(shop);
    const { code, stdout } = here.fortress(['graph', '--output', output]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(readFileSync(join(here.root, output), 'utf8').slice(0, start.length)).toBe(start);
  });

  test('--focus draws one module, taken apart', () => {
    const { stdout } = project(shop).fortress(['graph', '--focus', 'billing']);
    expect(stdout).toContain('  subgraph focus["billing"]\n    part_contract[["contract"]]\n    part_own["own files"]\n  end\n');
    expect(stdout).toContain('  module_orders ==>|"1 forbidden"| part_own\n');
  });

  test('--config names another configuration', () => {
    const here = project({ ...shop, 'other.json': '{ "modules": ["src/modules/orders"] }' });
    expect(here.fortress(['graph', '--config', 'other.json']).stdout).not.toContain('module_billing');
  });

  test('prints the same bytes twice', () => {
    const here = project(shop);
    for (const format of ['mermaid', 'dot', 'svg', 'html']) expect(here.fortress(['graph', '--format', format]).stdout).toBe(here.fortress(['graph', '--format', format]).stdout);
  });

  test('draws what is tolerated by an exception as such', () => {
    const here = project({ ...shop, 'fortress.config.json': '{ "exceptions": [{ "from": "orders", "to": "billing", "reason": "until invoices are events" }] }' });
    expect(here.fortress(['graph']).stdout).toContain('module_orders -->|"1 excepted"| module_billing\n');
  });
});

describe('fortress graph --since', () => {
  test('shows what a branch brought and took away', () => {
    const here = project({ ...compliantShop, 'src/modules/tax/contract.ts': "import type { Invoice } from '../billing/contract.ts';\n\nexport type Taxed = Invoice;\n" });
    here.commit();
    here.git('checkout', '-q', '-b', 'work');
    here.write({
      'src/modules/tax/contract.ts': "import type { Ordered } from '../orders/contract.ts';\n\nexport type Taxed = Ordered;\n",
      'src/modules/orders/contract.ts': 'export type Ordered = string;\n',
    });
    const { code, stdout } = here.fortress(['graph', '--since', 'main']);
    expect(code).toBe(0);
    expect(stdout).toContain('  module_orders -->|"1 type"| module_billing\n  module_tax -.->|"1 type, gone"| module_billing\n  module_tax -->|"1 type, new"| module_orders\n');
    expect(here.fortress(['graph', '--since', 'main', '--format', 'html']).stdout).toContain('new since main');
    expect(existsSync(join(here.root, '.git/index.lock'))).toBe(false);
  });

  test('shows everything as new, where there was no project before', () => {
    const here = project({ 'README.md': '# Shop\n' });
    here.commit();
    here.git('checkout', '-q', '-b', 'work');
    here.write(compliantShop);
    const { code, stdout, stderr } = here.fortress(['graph', '--since', 'main']);
    expect(code).toBe(0);
    expect(stdout).toContain('module_orders -->|"1 type, new"| module_billing');
    expect(stderr).toContain('warning: At `main` there was no graph, so everything counts as new: ');
  });
});

describe('fortress graph cannot be run', () => {
  test.each([
    [['--format', 'mermade'], 'There is no format `mermade`.', 'Did you mean `mermaid`?'],
    [['--focus', 'order'], '`order` is no module.', 'Did you mean `orders`?'],
    [['nowhere'], '`nowhere` is not there.', 'Name the folder'],
    [['package.json'], '`package.json` is a file', '`--focus MODULE` draws one module of it.'],
    [['--output', 'src'], '`--output` names a folder.', 'Name the file'],
    [['--format', 'json', '--since', 'HEAD'], "`--since` does not go with `--format json`: dependency-cruiser's reporters compare nothing.", 'draw `mermaid`'],
    [['--format', 'html', '--focus', 'orders'], '`--focus` does not go with `--format html`', 'Leave out `--focus`'],
    [['--since', 'HEAD'], '`--since` asks git', 'Leave out `--since`'],
    [['--config', 'gone.json'], 'The configuration `gone.json` is not there.', 'Name a configuration'],
  ])('with %j', (args, message, next) => {
    const { code, stdout, stderr } = project(shop).fortress(['graph', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`error: ${message}`);
    expect(stderr).toContain(next);
  });

  test('where there is nothing to draw', () => {
    expect(project({ 'README.md': '# Shop\n' }).fortress(['graph'])).toMatchObject({ code: 2, stdout: '' });
    expect(project({ 'src/main.ts': 'export {};\n' }).fortress(['graph'])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('no module was found') as string });
  });
});
