import { createHash, randomUUID } from 'node:crypto';
import { db } from '../shared/db.ts';
import { auditEvents } from '../models/audit-event.model.ts';
import type { Customer } from '../models/customer.model.ts';
import { CustomerRepository } from '../repositories/customer.repository.ts';

const { log } = console;

export interface Registration {
  email: string;
  name: string;
  password: string;
}

export class CustomerService {
  private readonly customers = new CustomerRepository();

  get(id: string): Promise<Customer | undefined> {
    return this.customers.findById(id);
  }

  search(name: string, limit: number, offset: number): Promise<Customer[]> {
    return this.customers.search(name, limit, offset);
  }

  emails(page: number, size: number): Promise<{ email: string }[]> {
    return this.customers.findEmails(page, size);
  }

  newsletterBatch(limit: number, offset: number): Promise<{ id: string; email: string }[]> {
    return this.customers.findNewsletterBatch(limit, offset);
  }

  async register({ email, name, password }: Registration): Promise<Customer | undefined> {
    const id = randomUUID();
    const passwordHash = createHash('sha256').update(password).digest('hex');
    const customer = await this.customers.insert({ id, email, name, passwordHash, resetToken: randomUUID() });
    await db.insert(auditEvents).values({ action: `registered ${email}`, correlationId: randomUUID() });
    log('registered', email);
    return customer;
  }

  async startReset(id: string): Promise<string> {
    const token = randomUUID();
    await this.customers.setResetToken(id, token);
    return token;
  }

  exportFileName(): string {
    return `customers-${randomUUID()}.csv`;
  }
}
