import { describe, expect, it } from 'vitest';
import { check, fixture, projectOf } from '../support/projects.ts';

const notesOf = (root: string): unknown[] => check(root).findings.map(({ file, rule, notes }) => [file, rule, notes]);

describe('a shared kernel that knows a module', () => {
  it('names the modules that come to depend on it', () => {
    expect(notesOf(fixture('kernel-knows-a-module'))).toEqual([
      ['src/common/auth.ts', 'no-impure-shared-kernel', ['Through `src/common/auth.ts`, `orders` depends on `users`.']],
      ['src/common/auth.ts', 'no-impure-shared-kernel', ['Through `src/common/auth.ts`, `orders` depends on `users`.']],
    ]);
  });

  it('is found where it hands the module on, whoever takes it from there', () => {
    const root = projectOf({
      'src/modules/users/db.ts': 'export const users = [];\n',
      'src/modules/users/own.ts': "import { users } from '../../shared/index.ts';\n\nexport const own = users;\n",
      'src/shared/index.ts': "export * from './people.ts';\n",
      'src/shared/people.ts': "export { users } from '../modules/users/db.ts';\n",
      'src/shared/clock.ts': 'export const clock = 1;\n',
      'src/modules/orders/a.ts': "import { users } from '../../shared/index.ts';\n\nexport const a = users;\n",
      'src/modules/billing/a.ts': "import { users } from '../../shared/people.ts';\n\nexport const a = users;\n",
      'src/modules/shipping/a.ts': "import { clock } from '../../shared/clock.ts';\n\nexport const a = clock;\n",
      'src/modules/shipping/a.test.ts': "import { users } from '../../shared/people.ts';\n\nexport const a = users;\n",
    });
    expect(notesOf(root)).toEqual([['src/shared/people.ts', 'no-impure-shared-kernel', ['Through `src/shared/people.ts`, `billing` and `orders` depend on `users`.']]]);
  });

  it('has nothing to name where nobody uses it', () => {
    const root = projectOf({ 'src/modules/users/db.ts': 'export const users = [];\n', 'src/shared/people.ts': "import '../modules/users/db.ts';\n" });
    expect(notesOf(root)).toEqual([['src/shared/people.ts', 'no-impure-shared-kernel', undefined]]);
  });
});
