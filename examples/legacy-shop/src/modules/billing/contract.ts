import { z } from 'zod';

export const TAX_RATE = 0.19;

export const invoiceNumber = z.string().regex(/^INV-\d{4}-\d+$/);
