import { z } from 'zod';
import { idempotencyHeaders } from '#shared/http/idempotency.ts';
import { problemResponses } from '#shared/http/problem.ts';
import { priceCents } from '../../contract.ts';
import { productResponse } from '../../product.ts';

export const changePriceSchema = {
  headers: idempotencyHeaders,
  params: z.object({ productId: z.uuid() }),
  body: z.object({
    priceCents,
    /** The version that the caller has seen. */
    version: z.int().positive(),
  }),
  response: { 200: productResponse, ...problemResponses },
};
