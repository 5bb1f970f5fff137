import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project } from './support/project.ts';

const ORDERS = 'src/modules/orders/logic.ts';
const BILLING = 'src/modules/billing/logic.ts';
const ONLY_CYCLES = { 'fortress.config.json': JSON.stringify({ rules: { 'no-cross-module-imports': 'off' } }) };
const circle = {
  ...ONLY_CYCLES,
  [ORDERS]: "import { invoiceOf } from '../billing/logic.ts';\n\nexport const isPaid = (id: string) => invoiceOf(id).isPaid;\n",
  [BILLING]: "import { isPaid } from '../orders/logic.ts';\n\nexport const invoiceOf = (id: string) => ({ isPaid: isPaid(id) });\n",
};

interface Sarif {
  readonly runs: readonly { readonly results: readonly { readonly ruleId: string; readonly message: { readonly text: string } }[] }[];
}

describe('modules that depend on each other', () => {
  test('fail the check once, with a line for each step', () => {
    const { code, stdout } = project(circle).fortress(['check']);
    expect(code).toBe(1);
    expect(stdout).toBe(`${BILLING}
  1:24  error  no-module-cycles
    1 | import { isPaid } from '../orders/logic.ts';
      |                        ^^^^^^^^^^^^^^^^^^^^
    \`billing\` and \`orders\` depend on each other (\`billing\` → \`orders\` → \`billing\`): neither can change, be tested or be taken out alone. Take away the 1 reference from \`billing\` to \`orders\`: let \`billing\` use \`orders\`'s contract, listen to its events, or be handed what it needs.
    \`billing\` → \`orders\`: \`${BILLING}:1\` takes \`isPaid\` from \`${ORDERS}\`.
    \`orders\` → \`billing\`: \`${ORDERS}:1\` takes \`invoiceOf\` from \`${BILLING}\`.
    To take away, \`billing\` → \`orders\`: \`${BILLING}:1\` takes \`isPaid\` from \`${ORDERS}\`.

1 error.
2 files checked, 2 of them in 2 modules; 2 references, of which 2 resolved.
`);
  });

  test('are told to machines in the same words', () => {
    const here = project(circle);
    const { violations } = JSON.parse(here.fortress(['check', '--format', 'json']).stdout) as { violations: readonly { rule: string; message: string; fingerprint: string }[] };
    const { runs } = JSON.parse(here.fortress(['check', '--format', 'sarif']).stdout) as Sarif;
    expect(violations.map(({ rule }) => rule)).toEqual(['no-module-cycles']);
    expect(violations[0]?.fingerprint).toMatch(/^[0-9a-f]{32}$/);
    expect(runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(['no-module-cycles']);
    expect(runs[0]?.results[0]?.message.text).toContain(violations[0]?.message);
  });

  test('can be put into a baseline, which holds until another module joins them', () => {
    const here = project(circle);
    expect(here.fortress(['check', '--baseline', '.fortress', '--update-baseline']).code).toBe(0);
    expect(existsSync(join(here.root, '.fortress/billing.json'))).toBe(true);
    expect(here.fortress(['check', '--baseline', '.fortress'])).toMatchObject({ code: 0 });
    here.write({
      [BILLING]: `import { ship } from '../shipping/logic.ts';\n${circle[BILLING]}\nexport const sent = ship;\n`,
      'src/modules/shipping/logic.ts': "import { isPaid } from '../orders/logic.ts';\n\nexport const ship = (id: string) => isPaid(id);\n",
    });
    const joined = here.fortress(['check', '--baseline', '.fortress']);
    expect(joined.code).toBe(1);
    expect(joined.stdout).toContain('`billing`, `orders` and `shipping` depend on each other');
  });
});
