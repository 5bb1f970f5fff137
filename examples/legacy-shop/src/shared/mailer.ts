import { logger } from './logger.ts';
import { invoiceSubject } from '../modules/billing/billing.service.ts';

export async function mailInvoice(email: string, invoiceNumber: string): Promise<void> {
  logger.info({ event: 'mail.sent', email, subject: invoiceSubject(invoiceNumber) }, 'mail sent');
}
