import { z } from 'zod';

/** A price in cents. The shop sells nothing for free, and nothing above a million. */
export const priceCents = z.int().positive().max(100_000_000);
