import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

const MODELS = `
  import mongoose, { Schema, model, type HydratedDocument } from 'mongoose';
  const orderSchema = new Schema({ total: Number });
  export const Order = model('Order', orderSchema);
  export const Customer = mongoose.models.Customer || mongoose.model('Customer', new mongoose.Schema({ name: String }));
`;

describe('mongoose', () => {
  it('knows what a model reads: whole documents, named fields, counts, documents that it skips', () => {
    const { queries, responses } = reading({
      'src/orders.ts': `
        import { Router } from 'express';
        import { Order, Customer } from './models';
        export const router = Router();
        router.get('/1', async (req, res) => { const orders = await Order.find({}).sort('_id').skip((req.query.page - 1) * 10).limit(10).lean(); res.json(orders); });
        router.get('/2', async (req, res) => { res.json(await Order.find({}, 'total state').exec()); });
        router.get('/3', async (req, res) => { res.json(await Customer.findById(req.params.id).select('-password')); });
        router.get('/4', async (req, res) => { res.json(await Customer.findOne({ _id: 1 }).select({ name: 1 })); });
        router.get('/5', async (req, res) => { const order = await Order.findOne({ _id: 1 }); res.json({ order: order.toObject(), raw: { ...order._doc } }); });
        router.get('/6', (req, res) => { Order.find({}, null, { skip: 20, limit: 10 }, (error, orders) => { res.json(orders); }); });
        router.get('/7', (req, res) => Order.find({ _id: { $gt: req.query.after } }).then((orders) => res.json(orders.map((order) => order.toJSON()))));
        router.get('/8', async (req, res) => { res.json({ count: await Order.countDocuments(), any: await Order.exists({}), states: await Order.distinct('state') }); });
        router.get('/9', async (req, res) => { const order = await Order.findById(1).populate('customer').orFail(); res.json({ id: order._id, total: order.total }); });
        router.get('/10', async (req, res) => { res.json(await Order.find().transform((orders) => orders.map(toDto))); });
      `,
      'src/models.ts': MODELS,
    });
    expect(queries).toEqual([
      'mongoose read find Order, skips skip (req.query.page - 1) * 10',
      'mongoose read find Order, columns some',
      'mongoose read findById Customer',
      'mongoose read findOne Customer, columns some',
      'mongoose read findOne Order',
      'mongoose read find Order, skips skip 20, not run',
      'mongoose read find Order',
      'mongoose read countDocuments Order, columns none',
      'mongoose read exists Order, columns none',
      'mongoose read distinct Order, columns none',
      'mongoose read findById Order',
      'mongoose read find Order',
    ]);
    expect(responses.map((line) => line.replace(/^.*of GET/, 'GET'))).toEqual([
      'GET /1, leaks many Order (mongoose find)',
      'GET /2',
      'GET /3, leaks Customer (mongoose findById)',
      'GET /4',
      'GET /5, leaks Order (mongoose findOne), leaks Order (mongoose findOne)',
      'GET /6, leaks many Order (mongoose find)',
      'GET /7, leaks many Order (mongoose find)',
      'GET /8',
      'GET /9',
      'GET /10',
    ]);
  });

  it('reads aggregations stage by stage', () => {
    const { queries } = reading({
      'src/orders.ts': `
        import { Order } from './models';
        const pipeline = [{ $match: {} }, { $skip: 40 }];
        export const page = (skip: number) => Order.aggregate([{ $match: {} }, { $skip: skip }, { $limit: 10 }]);
        export const both = (skip: number) => Order.aggregate([{ $facet: { data: [{ $skip: skip }], total: [{ $count: 'n' }] } }]);
        export const stored = () => Order.aggregate(pipeline).exec();
        export const chained = () => Order.aggregate().match({}).skip(10).project({ total: 1 });
        export const grouped = () => Order.aggregate([{ $group: { _id: '$state', total: { $sum: 1 } } }]);
        export const hidden = () => Order.aggregate([{ $project: { secret: 0 } }]);
        export const paged = (page: number) => Order.paginate({}, { page, limit: 10 });
      `,
      'src/models.ts': MODELS,
    });
    expect(queries).toEqual([
      'mongoose read aggregate Order, skips $skip skip',
      'mongoose read aggregate Order, skips $skip skip',
      'mongoose read aggregate Order, skips $skip 40',
      'mongoose read aggregate Order, columns some, skips skip 10',
      'mongoose read aggregate Order, columns some',
      'mongoose read aggregate Order',
      'mongoose read paginate Order, skips page page',
    ]);
  });

  it('knows what is written, and documents that are only built', () => {
    const { queries, ids } = reading({
      'src/orders.ts': `
        import mongoose from 'mongoose';
        import { Order } from './models';
        export async function write(id: string) {
          const order = new Order({ _id: crypto.randomUUID(), total: 1 });
          await order.save();
          const other = Order.hydrate({ _id: id });
          await Order.create({ _id: crypto.randomUUID() });
          const session = await mongoose.startSession();
          await session.withTransaction(async () => { await Order.create([{ _id: crypto.randomUUID() }, { _id: id }], { session }); });
          await Order.insertMany([{ _id: crypto.randomUUID() }]);
          await Order.findByIdAndUpdate(id, { $set: { total: 2 }, $setOnInsert: { _id: crypto.randomUUID() } }, { upsert: true });
          await Order.updateMany({ paid: true }, { total: 2 });
          await Order.bulkWrite([{ insertOne: { document: { _id: crypto.randomUUID() } } }]);
          await Order.deleteMany({});
          const loaded = await Order.findById(id);
          loaded._id = crypto.randomUUID();
          await loaded.deleteOne();
        }
      `,
      'src/models.ts': MODELS,
    });
    expect(queries).toEqual([
      'mongoose write save Order',
      'mongoose write create Order, writes _id v4 crypto.randomUUID()',
      'mongoose write create Order, writes _id v4 crypto.randomUUID() _id',
      'mongoose write insertMany Order, writes _id v4 crypto.randomUUID()',
      'mongoose write findByIdAndUpdate Order, writes total _id v4 crypto.randomUUID()',
      'mongoose write updateMany Order, columns none, writes total',
      'mongoose write bulkWrite Order, columns none, writes _id v4 crypto.randomUUID()',
      'mongoose write deleteMany Order, columns none',
      'mongoose read findById Order',
      'mongoose write deleteOne Order, columns none',
    ]);
    expect(ids).toEqual(['Order v4 crypto.randomUUID()', 'Order v4 crypto.randomUUID(), likely']);
  });

  it('reads schemas: defaults, references, keys by their name', () => {
    const { tables } = reading({
      'src/models.ts': `
        import mongoose, { Schema, model, Types } from 'mongoose';
        import { v4 as uuidv4 } from 'uuid';
        import { randomUUID } from 'crypto';
        const order = new Schema({ _id: { type: String, default: uuidv4 }, total: Number, customer: { type: Schema.Types.ObjectId, ref: 'Customer' } }, { collection: 'orders' });
        const line = new mongoose.Schema({ _id: { type: Schema.Types.UUID, default: () => randomUUID() }, tags: [String] });
        const note = mongoose.Schema({ _id: { type: 'UUID', default: () => new Types.UUID() }, of: { type: Types.ObjectId, default: () => new Types.ObjectId() } });
        const tag = new Schema({ id: { type: String, default: () => uuidv4() } }, { _id: false });
        export const Order = model('Order', order);
        export const Line = mongoose.connection.model('Line', line, 'order_lines');
        export const Again = mongoose.model('Order');
      `,
    });
    expect(tables).toEqual([
      'mongoose orders: _id String primary v4 uuidv4, total Number, customer ObjectId reference',
      'mongoose ?: _id UUID primary v4 randomUUID(), tags',
      'mongoose ?: _id UUID primary v4 new Types.UUID(), of ObjectId',
      'mongoose ?: id String v4 uuidv4()',
      'mongoose Order:',
      'mongoose order_lines:',
    ]);
  });

  it('knows Nest classes and injected models', () => {
    const { tables, queries, ids } = reading({
      'src/orders.service.ts': `
        import { InjectModel, InjectConnection, Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
        import { Connection, HydratedDocument, Model } from 'mongoose';
        import { v4 } from 'uuid';
        @Schema({ collection: 'orders', timestamps: true })
        export class Order { @Prop({ type: String, default: () => v4() }) _id: string; @Prop() name: string; @Prop({ type: String, ref: 'Customer' }) customer: string; }
        export type OrderDocument = HydratedDocument<Order>;
        export const OrderSchema = SchemaFactory.createForClass(Order);
        export class OrdersService {
          constructor(@InjectModel(Order.name) private orderModel: Model<OrderDocument>, @InjectConnection() private readonly connection: Connection, @InjectModel('Customer') private readonly customers: Model<any>) {}
          async create(dto) { const created = new this.orderModel({ _id: v4(), ...dto }); return created.save(); }
          async page(n: number): Promise<Order[]> { return this.orderModel.find().skip(n * 10).limit(10).exec(); }
          move() { return this.connection.transaction(async (session) => { await this.customers.updateOne({ _id: 1 }, { $inc: { orders: 1 } }, { session }); }); }
        }
      `,
    });
    expect(tables).toEqual(['mongoose orders: _id String primary v4 v4(), name, customer String reference']);
    expect(queries).toEqual(['mongoose write save Order', 'mongoose read find Order, skips skip n * 10', 'mongoose write updateOne Customer, columns none']);
    expect(ids).toEqual(['Order v4 v4()']);
  });

  it('knows what this is in statics, methods, hooks and plugins', () => {
    expect(
      reading({
        'src/customer.model.js': `
          const mongoose = require('mongoose');
          const { v4: uuidv4 } = require('uuid');
          const customerSchema = mongoose.Schema({ name: { type: String } }, { statics: { byName(name) { return this.findOne({ name }); } } });
          customerSchema.statics.isTaken = async function (email) { const customer = await this.findOne({ email }); return !!customer; };
          customerSchema.methods.rename = async function (name) { this.name = name; await this.save(); };
          customerSchema.pre('save', function (next) { this._id = uuidv4(); next(); });
          module.exports = mongoose.model('Customer', customerSchema);
        `,
      }),
    ).toMatchObject({ queries: ['mongoose read findOne', 'mongoose read findOne', 'mongoose write save'], ids: ['entity v4 uuidv4(), likely'] });
    expect(
      reading({
        'src/paginate.plugin.js': `
          module.exports = (schema) => {
            schema.statics.paginate = async function (filter, options) {
              const skip = (options.page - 1) * options.limit;
              return this.find(filter).skip(skip).limit(options.limit);
            };
          };
        `,
      }).queries,
    ).toEqual(['mongoose read find, skips skip skip, likely']);
  });

  it('knows Typegoose', () => {
    const { tables, queries } = reading({
      'src/order.ts': `
        import { prop, getModelForClass, modelOptions } from '@typegoose/typegoose';
        import { v4 } from 'uuid';
        @modelOptions({ schemaOptions: { collection: 'orders' } })
        export class Order { @prop({ type: String, default: () => v4() }) _id!: string; @prop({ required: true }) total!: number; }
        export const OrderModel = getModelForClass(Order);
        export const page = (skip: number) => OrderModel.find().skip(skip).lean();
      `,
    });
    expect(tables).toEqual(['mongoose orders: _id String primary v4 v4(), total']);
    expect(queries).toEqual(['mongoose read find Order, skips skip skip']);
  });

  it('follows a base repository of a team, and what is handed to it', () => {
    const files = {
      'src/orders.repository.ts': `
        import { BaseRepository } from './base.repository';
        import { Order } from './models';
        export class OrdersRepository extends BaseRepository<typeof Order> {
          constructor() { super(Order); }
          page(page: number) { return this.aggregate([{ $match: {} }, { $skip: page * 10 }, { $limit: 10 }]); }
        }
      `,
      'src/base.repository.ts': `
        import { Model } from 'mongoose';
        export class BaseRepository<T> {
          constructor(protected readonly model: Model<T>) {}
          aggregate(pipeline: any[]) { return this.model.aggregate(pipeline).read('primary'); }
          find(filter: object, options: { skip?: number } = {}) { return this.model.find(filter).skip(options.skip); }
        }
      `,
      'src/models.ts': MODELS,
    };
    expect(reading(files).queries).toEqual(['mongoose read aggregate Order, skips $skip page * 10']);
    expect(reading(files, 'src/base.repository.ts').queries).toEqual(['mongoose read aggregate, columns unknown', 'mongoose read find, skips skip options.skip']);
  });

  it('takes no array, map or service for a model', () => {
    const { queries } = reading({
      'src/cart.ts': `
        import mongoose from 'mongoose';
        export class Cart { constructor(private readonly items: Item[], private store: Store) {} first() { return this.items.find((item) => item.id); } skip() { return this.store.skip(3); } }
        [1, 2].find(Boolean); new Map().delete('a'); from(stream).pipe(skip(1));
      `,
    });
    expect(queries).toEqual([]);
  });
});

describe('mongodb', () => {
  it('reads cursors, aggregations and writes of the driver', () => {
    const { queries, responses } = reading({
      'src/orders.ts': `
        import Fastify from 'fastify';
        import { MongoClient, type Collection, type Db } from 'mongodb';
        const client = await MongoClient.connect(process.env.MONGO_URL);
        const db = client.db('shop');
        const orders = db.collection<Order>('orders');
        const app = Fastify();
        app.get('/1', async (request) => orders.find({}).sort({ _id: 1 }).skip(request.query.page * 10).limit(10).toArray());
        app.get('/2', async () => orders.find({}, { projection: { total: 1 }, skip: 10 }).toArray());
        app.get('/3', async () => orders.find().map(toDto).toArray());
        app.get('/4', async () => orders.findOne({ _id: 1 }));
        app.get('/5', async () => db.collection('orders').aggregate([{ $skip: 10 }]).toArray());
        app.get('/6', async () => ({ count: await orders.countDocuments({}) }));
        app.post('/7', async () => { await orders.insertOne({ _id: crypto.randomUUID() }); await orders.updateOne({ _id: 1 }, { $set: { total: 2 } }, { upsert: true }); });
      `,
    });
    expect(queries).toEqual([
      'mongodb read find orders, skips skip request.query.page * 10',
      'mongodb read find orders, columns some, skips skip 10',
      'mongodb read find orders',
      'mongodb read findOne orders',
      'mongodb read aggregate orders, skips $skip 10',
      'mongodb read countDocuments orders, columns none',
      'mongodb write insertOne orders, columns none, writes _id v4 crypto.randomUUID()',
      'mongodb write updateOne orders, columns none, writes total',
    ]);
    expect(responses.map((line) => line.replace(/^.*of GET/, 'GET'))).toEqual([
      'GET /1, leaks many orders (mongodb find)',
      'GET /2',
      'GET /3',
      'GET /4, leaks orders (mongodb findOne)',
      'GET /5, leaks many orders (mongodb aggregate)',
      'GET /6',
    ]);
  });
});
