import type { ProductPriced } from '#modules/catalog/events.ts';
import type { ModuleContext } from '#shared/module.ts';
import { rememberProduct } from './db.ts';

/** Keeps our prices in step with the catalogue's. */
export function trackProduct({ db }: Pick<ModuleContext, 'db'>) {
  return async ({ productId, priceCents, version }: ProductPriced['payload']): Promise<void> => {
    await rememberProduct(db, { productId, priceCents, version });
  };
}
