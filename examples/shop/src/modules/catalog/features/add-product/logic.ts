import { violatedConstraint } from '#shared/db/violations.ts';
import { Problem } from '#shared/http/problem.ts';

/** The constraint decides which of two equal products was first; a look before the insert could not. */
export function explain(error: unknown, sku: string): unknown {
  if (violatedConstraint(error) !== 'products_sku_key') return error;
  return new Problem(409, 'sku-taken', 'SKU taken', `There is a product ${sku} already.`, { cause: error });
}
