import { expect, it } from 'vitest';
import { reading } from '../libraries/reading.ts';

it('types that name themselves are left unknown', () => {
  const { responses } = reading({
    'src/orders.ts': `
      import type { Response } from 'express';
      type Tree<T> = T | Tree<T[]>;
      type Loop = Other;
      type Other = Loop;
      interface One extends Two {}
      interface Two extends One {}
      export function list(tree: Tree<string>, loop: Loop, one: One, res: Tree<Response>) { tree.json(a); loop.json(b); one.json(c); res.json(d); }
    `,
  });
  expect(responses).toEqual(['json d']);
});
