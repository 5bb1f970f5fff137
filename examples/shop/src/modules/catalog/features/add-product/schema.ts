import { z } from 'zod';
import { idempotencyHeaders } from '#shared/http/idempotency.ts';
import { problemResponses } from '#shared/http/problem.ts';
import { priceCents } from '../../contract.ts';
import { productResponse } from '../../product.ts';

export const addProductBody = z.object({
  sku: z.string().regex(/^[A-Z0-9-]{3,32}$/),
  name: z.string().trim().min(1).max(200),
  priceCents,
});
export type NewProduct = z.infer<typeof addProductBody>;

export const addProductSchema = {
  headers: idempotencyHeaders,
  body: addProductBody,
  response: { 201: productResponse, ...problemResponses },
};
