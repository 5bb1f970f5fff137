import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

const ENTITIES = `
  import { Entity, PrimaryKey } from '@mikro-orm/core';
  @Entity({ tableName: 'orders' }) export class Order { @PrimaryKey() id!: string; }
  @Entity() export class Customer { @PrimaryKey() id!: string; }
`;

describe('mikro-orm', () => {
  it('knows what an entity manager and a repository read', () => {
    const { queries, responses } = reading({
      'src/orders.controller.ts': `
        import { Controller, Get, Param, Query } from '@nestjs/common';
        import { InjectRepository } from '@mikro-orm/nestjs';
        import { EntityManager, EntityRepository, serialize, wrap } from '@mikro-orm/core';
        import { Customer, Order } from './entities';
        @Controller('orders')
        export class OrdersController {
          constructor(private readonly em: EntityManager, @InjectRepository(Customer) private readonly customers: EntityRepository<Customer>) {}
          @Get('1') page(@Query('page') page: number) { return this.em.find(Order, {}, { limit: 10, offset: page * 10 }); }
          @Get('2') async named() { const [rows, count] = await this.customers.findAndCount({}, { offset: 5, fields: ['id', 'name'] }); return { rows, count }; }
          @Get('3') async after(@Query('after') after: string) { const cursor = await this.em.findByCursor(Order, { first: 10, after, orderBy: { id: 'asc' } }); return { items: cursor.items, total: cursor.totalCount }; }
          @Get('4') async one(@Param('id') id: string) { const order = await this.em.findOneOrFail(Order, id); return wrap(order).toObject(); }
          @Get('5') async dto() { return serialize(await this.em.find(Order, {})); }
          @Get('6') async count() { return { count: await this.customers.count({}) }; }
          @Get('7') async all() { return this.em.fork().getRepository(Order).findAll({ offset: 20 }); }
        }
      `,
      'src/entities.ts': ENTITIES,
    });
    expect(queries).toEqual([
      'mikro-orm read find Order, skips offset page * 10',
      'mikro-orm read findAndCount Customer, columns some, skips offset 5',
      'mikro-orm read findByCursor Order, cursor',
      'mikro-orm read findOneOrFail Order',
      'mikro-orm read find Order',
      'mikro-orm read count Customer, columns none',
      'mikro-orm read findAll Order, skips offset 20',
    ]);
    expect(responses).toEqual([
      'return this.em.find(Order, {}, { limit: 10, offset: page * 10 }), of GET /orders/1, leaks many Order (mikro-orm find)',
      'return { rows, count }, of GET /orders/2',
      'return { items: cursor.items, total: cursor.totalCount }, of GET /orders/3, leaks many Order (mikro-orm findByCursor)',
      'return wrap(order).toObject(), of GET /orders/4, leaks Order (mikro-orm findOneOrFail)',
      'return serialize(await this.em.find(Order, {})), of GET /orders/5',
      'return { count: await this.customers.count({}) }, of GET /orders/6',
      'return this.em.fork().getRepository(Order).findAll({ offset: 20 }), of GET /orders/7, leaks many Order (mikro-orm findAll)',
    ]);
  });

  it('knows that work happens at the flush, and what writes at once', () => {
    const { queries, ids } = reading({
      'src/orders.ts': `
        import type { EntityManager } from '@mikro-orm/postgresql';
        import { Order } from './entities';
        export async function write(em: EntityManager, dto) {
          const order = em.create(Order, { id: crypto.randomUUID(), ...dto });
          em.assign(order, dto);
          em.persist(order);
          em.remove(em.getReference(Order, dto.id));
          await em.flush();
          await em.transactional(async (inner) => {
            await inner.insert(Order, { id: crypto.randomUUID() });
            await inner.insertMany(Order, [{ id: crypto.randomUUID() }]);
            await inner.nativeUpdate(Order, { id: dto.id }, { total: 1 });
            await inner.nativeDelete(Order, { id: dto.id });
            await inner.upsert(Order, { id: crypto.randomUUID() });
            await inner.persistAndFlush(order);
          });
        }
      `,
      'src/entities.ts': ENTITIES,
    });
    expect(queries).toEqual([
      'mikro-orm write flush, columns none',
      'mikro-orm write insert Order, columns none, writes id v4 crypto.randomUUID()',
      'mikro-orm write insertMany Order, columns none, writes id v4 crypto.randomUUID()',
      'mikro-orm write nativeUpdate Order, columns none, writes total',
      'mikro-orm write nativeDelete Order, columns none',
      'mikro-orm write upsert Order, writes id v4 crypto.randomUUID()',
      'mikro-orm write persistAndFlush, columns none',
    ]);
    expect(ids).toEqual(['Order v4 crypto.randomUUID()']);
  });

  it('reads query builders and raw SQL', () => {
    const { queries } = reading({
      'src/orders.repository.ts': `
        import { EntityRepository } from '@mikro-orm/postgresql';
        import { Order } from './entities';
        export class OrdersRepository extends EntityRepository<Order> {
          page(n: number) { return this.qb('o').select('*').where({ paid: true }).limit(10, n * 10).getResultList(); }
          some() { return this.createQueryBuilder('o').select(['o.id', 'o.total']).offset(10).getResult(); }
          count() { return this.em.createQueryBuilder(Order).count().where({ paid: true }).execute(); }
          add() { return this.em.qb(Order).insert({ id: crypto.randomUUID() }).execute(); }
          raw(skip: number) { return this.em.getConnection().execute('select * from orders limit 10 offset ?', [skip]); }
        }
      `,
      'src/entities.ts': ENTITIES,
    });
    expect(queries).toEqual([
      'mikro-orm read getResultList Order, skips limit n * 10',
      'mikro-orm read getResult Order, columns some, skips offset 10',
      'mikro-orm read count Order, columns none',
      'mikro-orm write insert Order, columns none, writes id v4 crypto.randomUUID()',
      'mikro-orm read execute orders, skips OFFSET skip',
    ]);
  });

  it('reads entities by decorators of every package, by schemas and by definitions', () => {
    const { tables } = reading({
      'src/entities.ts': `
        import { Entity, PrimaryKey, Property, ManyToOne, EntitySchema, defineEntity, p } from '@mikro-orm/core';
        import * as es from '@mikro-orm/decorators/legacy';
        import { v4, v7 } from 'uuid';
        @Entity({ tableName: 'orders' })
        export class Order { @PrimaryKey({ type: 'uuid' }) id = v4(); @Property() name!: string; @ManyToOne(() => Customer) customer!: Customer; }
        @Entity()
        export class Customer { @PrimaryKey({ type: 'uuid', defaultRaw: 'gen_random_uuid()' }) id!: string; @Property({ type: 'uuid', onCreate: () => v4(), fieldName: 'external_id' }) externalId!: string; }
        @es.Entity()
        export class Invoice { @es.PrimaryKey({ type: 'uuid', onCreate: () => v7() }) id: string = v7(); }
        export const Book = defineEntity({ name: 'Book', tableName: 'books', properties: { id: p.uuid().primary().onCreate(() => v4()), title: p.string(), author: () => p.manyToOne(Customer) } });
        export const Tag = defineEntity({ name: 'Tag', properties: (t) => ({ id: t.uuid().primary().defaultRaw('gen_random_uuid()'), label: t.string() }) });
        export const User = new EntitySchema({ name: 'User', properties: { id: { type: 'uuid', primary: true, defaultRaw: 'uuid_generate_v4()' }, name: { type: 'string' } } });
        export abstract class Base { @PrimaryKey() id: string = v4(); }
        @Entity() export class Note extends Base { @Property() text!: string; }
      `,
    });
    expect(tables).toEqual([
      'mikro-orm orders: id uuid primary v4 v4(), name, customer reference',
      'mikro-orm Customer: id uuid primary v4 gen_random_uuid(), externalId uuid v4 v4()',
      'mikro-orm Invoice: id uuid primary v7 v7()',
      'mikro-orm books: id uuid primary v4 v4(), title string, author reference',
      'mikro-orm Tag: id uuid primary v4 gen_random_uuid(), label string',
      'mikro-orm User: id uuid primary v4 uuid_generate_v4(), name string',
      'mikro-orm Base: id primary v4 v4()',
      'mikro-orm Note: text',
    ]);
  });

  it('reads migrations, and starts from the ORM itself', () => {
    const { tables, queries } = reading({
      'src/migrations/1.ts': `
        import { Migration } from '@mikro-orm/migrations';
        import { MikroORM, RequestContext } from '@mikro-orm/core';
        export class Migration1 extends Migration {
          override async up() { this.addSql(\`create table "orders" ("id" uuid not null default gen_random_uuid(), primary key ("id"));\`); }
        }
        export async function seed() {
          const orm = await MikroORM.init();
          await orm.em.count('Order');
          await RequestContext.getEntityManager().count('Order');
        }
      `,
    });
    expect(tables).toEqual(['mikro-orm orders: id uuid primary v4 gen_random_uuid()']);
    expect(queries).toEqual(['mikro-orm write addSql orders, columns none', 'mikro-orm read count Order, columns none', 'mikro-orm read count Order, columns none']);
  });
});
