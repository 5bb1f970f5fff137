import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

const ORDER = `
  import { Entity, PrimaryGeneratedColumn } from 'typeorm';
  @Entity('orders')
  export class Order { @PrimaryGeneratedColumn('uuid') id: string; total: number; }
`;

describe('typeorm: queries', () => {
  it('knows what a repository reads: whole rows, named columns, counts, rows that it skips', () => {
    const { queries } = reading({
      'src/orders.service.ts': `
        import { Injectable } from '@nestjs/common';
        import { InjectRepository } from '@nestjs/typeorm';
        import { MoreThan, Repository } from 'typeorm';
        import { Order } from './order.entity';
        @Injectable()
        export class OrdersService {
          constructor(@InjectRepository(Order) private readonly orders: Repository<Order>) {}
          list(page: number, size: number) { return this.orders.find({ skip: (page - 1) * size, take: size }); }
          after(id: string) { return this.orders.find({ where: { id: MoreThan(id) }, order: { id: 'ASC' }, take: 20 }); }
          totals() { return this.orders.find({ select: { id: true, total: true } }); }
          names() { return this.orders.find({ select: ['id', 'total'] }); }
          page(skip = 0) { return this.orders.findAndCount({ skip, take: 20 }); }
          one(id: string) { return this.orders.findOneByOrFail({ id }); }
          many(ids: string[]) { return this.orders.findByIds(ids); }
          exists(id: string) { return this.orders.existsBy({ id }); }
          sum() { return this.orders.sum('total', {}); }
        }
      `,
      'src/order.entity.ts': ORDER,
    });
    expect(queries).toEqual([
      'typeorm read find Order, skips skip (page - 1) * size',
      'typeorm read find Order',
      'typeorm read find Order, columns some',
      'typeorm read find Order, columns some',
      'typeorm read findAndCount Order, skips skip skip',
      'typeorm read findOneByOrFail Order',
      'typeorm read findByIds Order',
      'typeorm read existsBy Order, columns none',
      'typeorm read sum Order, columns none',
    ]);
  });

  it('knows what is written, and that building an entity writes nothing', () => {
    const { queries, ids } = reading({
      'src/orders.service.ts': `
        import { v4 } from 'uuid';
        import { AppDataSource } from './data-source';
        import { Order } from './order.entity';
        const orders = AppDataSource.getRepository(Order);
        export async function write(dto) {
          const order = orders.create({ id: v4(), ...dto });
          orders.merge(order, dto);
          await orders.save(order);
          await orders.save({ id: v4(), total: 1 });
          await orders.save([{ id: v4(), total: 1 }, { id: dto.id }]);
          await orders.insert({ id: v4() });
          await orders.upsert([{ id: v4() }], ['id']);
          await orders.update({ id: dto.id }, { total: 2 });
          await orders.softDelete(dto.id);
          await orders.increment({ id: dto.id }, 'total', 1);
          await orders.clear();
        }
      `,
      'src/data-source.ts': `import { DataSource } from 'typeorm'; export const AppDataSource = new DataSource({ type: 'postgres' });`,
      'src/order.entity.ts': ORDER,
    });
    expect(queries).toEqual([
      'typeorm write save Order',
      'typeorm write save Order, writes id v4 v4() total',
      'typeorm write save Order, writes id v4 v4() total id',
      'typeorm write insert Order, columns none, writes id v4 v4()',
      'typeorm write upsert Order, columns none, writes id v4 v4()',
      'typeorm write update Order, columns none, writes total',
      'typeorm write softDelete Order, columns none',
      'typeorm write increment Order, columns none',
      'typeorm write clear Order, columns none',
    ]);
    expect(ids).toEqual(['Order v4 v4()']);
  });

  it('follows entity managers through transactions and query runners', () => {
    const { queries } = reading({
      'src/pay.ts': `
        import { DataSource, EntityManager, type QueryRunner } from 'typeorm';
        import { Order } from './order.entity';
        export class PayOrder {
          constructor(private readonly dataSource: DataSource, private manager: EntityManager) {}
          async pay(id: string) {
            await this.dataSource.transaction('SERIALIZABLE', async (manager) => {
              const order = await manager.findOneBy(Order, { id });
              await manager.save(Order, { id: crypto.randomUUID(), total: 1 });
              await manager.save(order);
              await manager.getRepository(Order).delete({ id });
              await manager.withRepository(this.manager.getRepository(Order)).count();
            });
            const runner = this.dataSource.createQueryRunner();
            await runner.startTransaction();
            await runner.manager.update(Order, id, { paid: true });
            await runner.query('DELETE FROM orders WHERE id = $1', [id]);
            await runner.release();
          }
          raw(offset: number) { return this.manager.query('SELECT * FROM orders ORDER BY id LIMIT 20 OFFSET $1', [offset]); }
        }
        export async function within(queryRunner: QueryRunner) { return queryRunner.manager.find(Order, { skip: 20 }); }
      `,
      'src/order.entity.ts': ORDER,
    });
    expect(queries).toEqual([
      'typeorm read findOneBy Order',
      'typeorm write save Order, writes id v4 crypto.randomUUID() total',
      'typeorm write save Order',
      'typeorm write delete Order, columns none',
      'typeorm read count Order, columns none',
      'typeorm write update Order, columns none, writes paid',
      'typeorm write query orders, columns none',
      'typeorm read query orders, skips OFFSET offset',
      'typeorm read find Order, skips skip 20',
    ]);
  });

  it('reads a query builder as one query, run by its execute method', () => {
    const { queries } = reading({
      'src/orders.repository.ts': `
        import { Repository, Brackets } from 'typeorm';
        import { Order } from './order.entity';
        export class OrdersRepository extends Repository<Order> {
          page(n: number) {
            return this.createQueryBuilder('order').leftJoinAndSelect('order.items', 'item').where('order.paid = :paid', { paid: true })
              .andWhere(new Brackets((qb) => qb.where('a = 1').orWhere('b = 2'))).skip(n * 20).take(20).getManyAndCount();
          }
          whole() { return this.createQueryBuilder('o').select('o').addSelect('o.secret').getMany(); }
          some() { return this.createQueryBuilder('o').select(['o.id', 'o.total']).offset(10).limit(10).getRawMany(); }
          count() { return this.createQueryBuilder('o').where('o.paid').getCount(); }
          unpaid() { return this.createQueryBuilder('o').where((qb) => 'o.id IN ' + qb.subQuery().select('p.orderId').from(Payment, 'p').getQuery()).getOne(); }
          add() { return this.manager.createQueryBuilder().insert().into(Order).values([{ id: crypto.randomUUID() }]).orIgnore().execute(); }
          pay(id: string) { return this.createQueryBuilder().update(Order).set({ paid: true }).where('id = :id', { id }).returning('*').execute(); }
          purge() { return this.manager.createQueryBuilder().delete().from(Order).where('paid').execute(); }
          items(order: Order) { return this.createQueryBuilder().relation(Order, 'items').of(order).loadMany(); }
          later(page?: number) {
            const query = this.createQueryBuilder('o').orderBy('o.id');
            if (page) query.skip(page * 20);
            query.take(20);
            return query.getMany();
          }
        }
      `,
      'src/order.entity.ts': ORDER,
    });
    expect(queries).toEqual([
      'typeorm read getManyAndCount Order, skips skip n * 20',
      'typeorm read getMany Order',
      'typeorm read getRawMany Order, columns some, skips offset 10',
      'typeorm read getCount Order, columns none',
      'typeorm read getOne Order',
      'typeorm write insert Order, columns none, writes id v4 crypto.randomUUID()',
      'typeorm write update Order, writes paid',
      'typeorm write delete Order, columns none',
      'typeorm read loadMany Order',
      'typeorm read createQueryBuilder Order, not run',
      'typeorm read createQueryBuilder Order, skips skip page * 20, not run',
      'typeorm read getMany Order',
    ]);
  });

  it('knows active records, instances and all', () => {
    const { queries, responses } = reading({
      'src/orders.controller.ts': `
        import { Controller, Get, Post, Body, Param } from '@nestjs/common';
        import { Order } from './order.entity';
        @Controller('orders')
        export class OrdersController {
          @Get() list() { return Order.find({ take: 20 }); }
          @Get('count') async count() { return { count: await Order.count() }; }
          @Get(':id/dto') async dto(@Param('id') id: string) { const order = await Order.findOneBy({ id }); return order.toDto(); }
          @Post(':id') async rename(@Param('id') id: string, @Body() dto) {
            const order = await Order.findOneByOrFail({ id });
            order.name = dto.name;
            await order.save();
            await order.reload();
            return order;
          }
        }
      `,
      'src/order.entity.ts': `
        import { BaseEntity, Entity, PrimaryColumn } from 'typeorm';
        @Entity() export class Order extends Base { name: string; toDto() { return { name: this.name }; } }
        class Base extends BaseEntity { @PrimaryColumn() id: string; }
      `,
    });
    expect(queries).toEqual([
      'typeorm read find Order',
      'typeorm read count Order, columns none',
      'typeorm read findOneBy Order',
      'typeorm read findOneByOrFail Order',
      'typeorm write save Order',
      'typeorm read reload Order',
    ]);
    expect(responses).toEqual([
      'return Order.find({ take: 20 }), of GET /orders, leaks many Order (typeorm find)',
      'return { count: await Order.count() }, of GET /orders/count',
      'return order.toDto(), of GET /orders/:id/dto',
      'return order, of POST /orders/:id, leaks Order (typeorm findOneByOrFail)',
    ]);
  });

  it('follows a base repository that wraps an entity manager, one file and one type argument further', () => {
    const files = {
      'src/orders.controller.ts': `
        import { Controller, Get, Param, Query } from '@nestjs/common';
        import { OrdersRepository } from './orders.repository';
        @Controller('orders')
        export class OrdersController {
          constructor(private readonly orders: OrdersRepository) {}
          @Get() async list(@Query('page') page: number) { const [items, total] = await this.orders.page(page, 20); return { items, total }; }
          @Get(':id') one(@Param('id') id: string) { return this.orders.byId(id); }
          @Get('ids') ids() { return this.orders.ids(); }
        }
      `,
      'src/orders.repository.ts': `
        import { BaseRepository } from './base.repository';
        import { Order } from './order.entity';
        export class OrdersRepository extends BaseRepository<Order> {
          ids() { return this.manager.find(Order, { select: { id: true } }); }
        }
      `,
      'src/base.repository.ts': `
        import { EntityManager, EntityTarget, Repository } from 'typeorm';
        export abstract class BaseRepository<T> {
          protected readonly repository: Repository<T>;
          constructor(protected readonly manager: EntityManager, private readonly entity: EntityTarget<T>) { this.repository = manager.getRepository(entity); }
          page(page: number, size: number) { return this.repository.findAndCount({ skip: (page - 1) * size, take: size }); }
          byId(id: string) { return this.manager.findOneBy(this.entity, { id }); }
        }
      `,
      'src/order.entity.ts': ORDER,
    };
    expect(reading(files).responses).toEqual([
      'return { items, total }, of GET /orders, leaks many Order (typeorm findAndCount)',
      'return this.orders.byId(id), of GET /orders/:id, leaks Order (typeorm findOneBy)',
      'return this.orders.ids(), of GET /orders/ids',
    ]);
    expect(reading(files, 'src/base.repository.ts').queries).toEqual(['typeorm read findAndCount, skips skip (page - 1) * size', 'typeorm read findOneBy']);
  });

  it('knows repositories that are extended with methods', () => {
    const files = {
      'src/orders.ts': `
        import express from 'express';
        import { orders } from './orders.repository';
        const app = express();
        app.get('/orders', async (req, res) => { res.json(await orders.unpaid()); });
      `,
      'src/orders.repository.ts': `
        import { AppDataSource } from './data-source';
        import { Order } from './order.entity';
        export const orders = AppDataSource.getRepository(Order).extend({
          unpaid() { return this.findBy({ paid: false }); },
          oldest(skip: number) { return this.createQueryBuilder('o').offset(skip).getOne(); },
        });
      `,
      'src/data-source.ts': `import { DataSource } from 'typeorm'; export const AppDataSource = new DataSource({});`,
      'src/order.entity.ts': ORDER,
    };
    expect(reading(files).responses).toEqual(['json await orders.unpaid(), of GET /orders, leaks many Order (typeorm findBy)']);
    expect(reading(files, 'src/orders.repository.ts').queries).toEqual(['typeorm read findBy Order', 'typeorm read getOne Order, skips offset skip']);
  });

  it('knows paginators, by page and by cursor', () => {
    const { queries, responses } = reading({
      'src/orders.controller.ts': `
        import { Controller, Get, Query } from '@nestjs/common';
        import { InjectRepository } from '@nestjs/typeorm';
        import { paginate, type IPaginationOptions } from 'nestjs-typeorm-paginate';
        import { paginate as paginateQuery } from 'nestjs-paginate';
        import { buildPaginator } from 'typeorm-cursor-pagination';
        import { Repository } from 'typeorm';
        import { Order } from './order.entity';
        @Controller('orders')
        export class OrdersController {
          constructor(@InjectRepository(Order) private readonly orders: Repository<Order>) {}
          @Get('1') first(@Query('page') page: number) { return paginate(this.orders, { page, limit: 20 }); }
          @Get('2') second(options: IPaginationOptions) { return paginate<Order>(this.orders.createQueryBuilder('o').where('o.paid'), options); }
          @Get('3') async third(query) { const { data } = await paginateQuery(query, this.orders, { sortableColumns: ['id'], select: ['id', 'total'] }); return data; }
          @Get('4') async fourth(@Query('after') after: string) { const { data } = await buildPaginator({ entity: Order, paginationKeys: ['id'] }).paginate(this.orders.createQueryBuilder('order')); return data; }
        }
      `,
      'src/order.entity.ts': ORDER,
    });
    expect(queries.filter((line) => line.includes('pagina'))).toEqual([
      'nestjs-typeorm-paginate read paginate Order, skips page page',
      'nestjs-typeorm-paginate read paginate Order, skips page options',
      'nestjs-paginate read paginate Order, columns some',
      'typeorm-cursor-pagination read paginate Order, cursor',
    ]);
    expect(responses.map((line) => line.replace(/^.*, of /, ''))).toEqual([
      'GET /orders/1, leaks many Order (nestjs-typeorm-paginate paginate)',
      'GET /orders/2, leaks many Order (nestjs-typeorm-paginate paginate)',
      'GET /orders/3',
      'GET /orders/4, leaks many Order (typeorm-cursor-pagination paginate)',
    ]);
  });

  it('knows the functions of TypeORM 0.2, aliases and namespaces', () => {
    const { queries } = reading({
      'src/orders.ts': `
        import { getRepository as repositoryOf, getConnection, getManager, EntityRepository, Repository } from 'typeorm';
        import * as orm from 'typeorm';
        import { Order } from './order.entity';
        @EntityRepository(Order)
        export class OrderRepository extends orm.Repository<Order> { latest() { return this.findOne({ order: { id: 'DESC' } }); } }
        export const list = () => repositoryOf(Order).find({ skip: 10 });
        export const count = () => getConnection().getRepository(Order).count();
        export const remove = (order: Order) => getManager().remove(order);
        export const first = () => orm.getRepository(Order).findOne(1);
      `,
      'src/order.entity.ts': ORDER,
    });
    expect(queries).toEqual([
      'typeorm read findOne Order',
      'typeorm read find Order, skips skip 10',
      'typeorm read count Order, columns none',
      'typeorm write remove Order',
      'typeorm read findOne Order',
    ]);
  });

  it('takes a conventional name for a repository only where the file knows TypeORM, and nothing else for one', () => {
    expect(
      reading({
        'src/orders.service.ts': `
          import { Order } from './order.entity';
          export class OrdersService { constructor(ordersRepository) { this.ordersRepository = ordersRepository; } list() { return this.ordersRepository.find({ skip: 10 }); } }
        `,
        'src/order.entity.ts': ORDER,
      }).queries,
    ).toEqual(['typeorm read find, skips skip 10, likely']);
    expect(
      reading({
        'src/cart.ts': `
          export class Cart {
            constructor(private readonly repository: CartStore, private manager: Manager) {}
            find() { return this.repository.find((item) => item.skip); }
          }
          export const first = (items: string[]) => items.find((item) => item).slice(1);
          new Map().delete('order'); new Set().delete('order');
        `,
      }).queries,
    ).toEqual([]);
  });
});

describe('typeorm: tables', () => {
  it('reads entities by their decorators', () => {
    const { tables, ids } = reading({
      'src/entities.ts': `
        import { BeforeInsert, Column, CreateDateColumn, Entity, Generated, JoinColumn, ManyToOne, ObjectIdColumn, PrimaryColumn, PrimaryGeneratedColumn as Key, VersionColumn } from 'typeorm';
        import * as orm from 'typeorm';
        import { v4 as uuid } from 'uuid';
        @Entity()
        export class Order {
          @Key('uuid') id!: string;
          @Column() name!: string;
          @Column('uuid', { name: 'customer_id' }) customerId!: string;
          @ManyToOne(() => Customer) @JoinColumn({ name: 'parent_id' }) parent!: Order;
          @VersionColumn() version!: number;
        }
        @Entity('customers') export class Customer { @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string; @CreateDateColumn() createdAt!: Date; }
        @Entity({ name: 'invoices', schema: 'billing' }) export class Invoice { @PrimaryColumn({ type: 'uuid' }) @Generated('uuid') id!: string; }
        @Entity({ schema: 'billing' }) export class Payment { @PrimaryColumn('uuid') id: string = uuid(); }
        @orm.Entity() export class Refund { @orm.PrimaryGeneratedColumn('uuid') id: string; }
        export abstract class Base { @Key('uuid') id!: string; }
        @Entity() export class Note extends Base { @Column() text!: string; }
        @Entity() export class Counter { @Key() id!: number; @Key('increment') other!: number; @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) ordered!: string; }
        @Entity() export class Document { @ObjectIdColumn() _id!: string; @BeforeInsert() prepare() { this.id = uuid(); } id!: string; }
      `,
    });
    expect(tables).toEqual([
      "typeorm Order: id uuid primary v4 @Key('uuid'), name, customerId uuid, parent reference, version integer",
      'typeorm customers: id uuid primary v4 gen_random_uuid(), createdAt timestamp',
      "typeorm invoices: id uuid primary v4 @Generated('uuid')",
      'typeorm Payment: id uuid primary v4 uuid()',
      "typeorm Refund: id uuid primary v4 @orm.PrimaryGeneratedColumn('uuid')",
      "typeorm Base: id uuid primary v4 @Key('uuid')",
      'typeorm Note: text',
      'typeorm Counter: id primary, other increment primary, ordered uuid primary v7 uuidv7()',
      'typeorm Document: _id objectId primary',
    ]);
    expect(ids).toEqual(['Document v4 uuid(), likely']);
  });

  it('reads schemas without decorators, and their repositories', () => {
    const { tables, queries } = reading({
      'src/order.schema.ts': `
        import { EntitySchema } from 'typeorm';
        import { dataSource } from './data-source';
        export const OrderSchema = new EntitySchema<Order>({
          name: 'Order',
          tableName: 'orders',
          columns: { id: { type: 'uuid', primary: true, generated: 'uuid' }, total: { type: Number }, customerId: { type: 'uuid', foreignKey: { target: 'Customer' } } },
        });
        export const list = () => dataSource.getRepository(OrderSchema).find();
      `,
      'src/data-source.ts': `import { DataSource } from 'typeorm'; export const dataSource = new DataSource({});`,
    });
    expect(tables).toEqual(["typeorm orders: id uuid primary v4 'uuid', total Number, customerId uuid reference"]);
    expect(queries).toEqual(['typeorm read find OrderSchema']);
  });

  it('reads migrations, in JavaScript too', () => {
    const { tables } = reading({
      'src/migrations/1.ts': `
        import { MigrationInterface, QueryRunner, Table, TableColumn } from 'typeorm';
        const lines = new Table({ name: 'lines', columns: [{ name: 'id', type: 'uuid', isPrimary: true, default: 'gen_random_uuid()' }] });
        export class CreateOrders1 implements MigrationInterface {
          async up(queryRunner: QueryRunner) {
            await queryRunner.createTable(new Table({ name: 'orders', columns: [
              { name: 'id', type: 'uuid', isPrimary: true, isGenerated: true, generationStrategy: 'uuid' },
              { name: 'total', type: 'int' },
            ] }), true);
            await queryRunner.createTable(lines);
            await queryRunner.addColumn('orders', new TableColumn({ name: 'reference', type: 'uuid', default: 'uuid_generate_v4()' }));
            await queryRunner.query(\`ALTER TABLE "orders" ADD "batch_id" uuid DEFAULT uuidv7()\`);
          }
          async down(queryRunner: QueryRunner) { await queryRunner.dropTable('orders'); }
        }
      `,
    });
    expect(tables).toEqual([
      "typeorm orders: id uuid primary v4 'uuid', total int",
      'typeorm lines: id uuid primary v4 gen_random_uuid()',
      'typeorm orders: reference uuid v4 uuid_generate_v4()',
      'typeorm orders: batch_id uuid v7 uuidv7()',
    ]);
    expect(
      reading({
        'migrations/1.js': `
          module.exports = class CreateOrders1 {
            async up(queryRunner) { await queryRunner.query('CREATE TABLE "orders" ("id" uuid PRIMARY KEY DEFAULT uuid_generate_v4())'); }
          };
        `,
      }).tables,
    ).toEqual(['typeorm orders: id uuid primary v4 uuid_generate_v4(); likely']);
  });
});
