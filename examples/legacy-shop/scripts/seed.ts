import { CustomerService } from '../src/services/customer.service.ts';
import { ProductService } from '../src/services/product.service.ts';
import { migrate } from '../src/shared/db.ts';

await migrate();
const products = new ProductService();
for (const [name, priceCents] of [['Green tea', 490], ['Tea pot', 2_490]] as const) {
  await products.create({ name, priceCents, costCents: Math.round(priceCents / 2) });
}
await new CustomerService().register({ email: 'ann@example.com', name: 'Ann', password: 'correct horse' });
console.log(`Seeded ${await products.count()} products.`);
