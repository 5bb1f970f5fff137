import { app } from './app.ts';
import { customers } from './models/customer.model.ts';
import { remindDebtors } from './modules/billing/jobs/nightly.ts';
import { shipments } from './modules/shipping/entities/shipment.entity.ts';
import { db, migrate } from './shared/db.ts';

const PORT = Number(process.env.PORT ?? 3001);
const NIGHT = 24 * 60 * 60 * 1000;

await migrate();
const server = app.listen(PORT, () => {
  console.log('legacy shop listens on', server.address());
});

setInterval(async () => {
  await remindDebtors(await db.select().from(customers), await db.select().from(shipments));
}, NIGHT);
