import { join } from 'node:path';
import { ROOT } from './pages.ts';

/** The project that the samples on pages are files of: modules `billing` and `orders`, a shared kernel, a composition root. */
export const SHOP = join(ROOT, 'test/fixtures/documented-shop');

/** Absolute path of a file of the shop; it need not exist. */
export function shopFile(path: string): string {
  return join(SHOP, path);
}
