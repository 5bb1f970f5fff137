import type { Call, ObjectType } from './definition.ts';
import { mongoPipeline } from './mongodb.ts';
import { each } from './shapes.ts';

// Source: Mongoose 9.12 type declarations and documentation (Models, Documents, Queries, Aggregate, Connections, Transactions); mongoose-paginate-v2 1.9 and
// mongoose-aggregate-paginate-v2 1.1 for paginate and aggregatePaginate.

type Calls = { readonly [name: string]: Call };

/** One path of a schema: `{ type: String, default: uuidv4 }`, or the type alone. */
export const schemaPath = { type: 'type', reference: 'ref', default: ['default'] } as const;

const update = ['1', '1.$set', '1.$setOnInsert'] as const;
const counts: Call = { query: 'read', lazy: true, narrow: true, gives: 'result' };

/** Up to Mongoose 6, the last argument could be a function that gets the error and the answer. */
function answersTo(gives: 'row' | 'rows'): Pick<Call, 'callbacks'> {
  return { callbacks: [{ at: 'last', params: ['nothing', gives] }] };
}

/** What a model and a query have in common: on a query, they change what it does. */
const operations: Calls = {
  find: { query: 'read', lazy: true, gives: 'documents', where: '0', columns: ['1', '2.projection'], offset: '2.skip', ...answersTo('rows') },
  findOne: { query: 'read', lazy: true, gives: 'one', where: '0', columns: ['1', '2.projection'], ...answersTo('row') },
  findById: { query: 'read', lazy: true, gives: 'one', columns: ['1', '2.projection'], ...answersTo('row') },
  findAndCount: { query: 'read', gives: ['rows', 'scalar'], where: '0', columns: ['1', '2.projection'], offset: '2.skip' },
  ...each('countDocuments estimatedDocumentCount count exists distinct', counts),
  ...each('findOneAndUpdate findByIdAndUpdate findOneAndReplace', {
    query: 'write',
    lazy: true,
    gives: 'one',
    where: '0',
    values: update,
    columns: ['2.projection', '2.select', '2.fields'],
  }),
  ...each('findOneAndDelete findByIdAndDelete findOneAndRemove findByIdAndRemove', {
    query: 'write',
    lazy: true,
    gives: 'one',
    where: '0',
    columns: ['1.projection', '1.select'],
  }),
  ...each('updateOne updateMany update replaceOne', { query: 'write', lazy: true, gives: 'result', where: '0', values: update }),
  ...each('deleteOne deleteMany remove', { query: 'write', lazy: true, gives: 'result', where: '0' }),
};

const page = (at: 0 | 1) => ({ offset: [`${at}.page`, `${at}.offset`], page: true });
const pageOf = { docs: 'rows', totalDocs: 'scalar', limit: 'scalar', page: 'scalar', totalPages: 'scalar' } as const;

const model: ObjectType = {
  properties: { db: 'connection', collection: 'mongodb.collection' },
  methods: {
    ...operations,
    create: {
      query: 'write',
      gives: 'row',
      values: 'rest:0',
      overloads: [{ when: { at: '0', is: 'array' }, query: 'write', gives: 'rows', values: '0[]' }],
    },
    insertOne: { query: 'write', gives: 'row', values: '0' },
    insertMany: { query: 'write', gives: 'rows', values: '0[]' },
    bulkWrite: {
      query: 'write',
      gives: 'scalar',
      values: ['0[].insertOne.document', '0[].updateOne.update.$setOnInsert', '0[].updateOne.update.$set', '0[].replaceOne.replacement'],
    },
    bulkSave: { query: 'write', gives: 'scalar' },
    where: { query: 'read', lazy: true, gives: 'documents' },
    aggregate: { query: 'read', lazy: true, gives: 'aggregate', ...mongoPipeline(0) },
    populate: { query: 'read', gives: 'argument', follows: ['1', '1[]', '1.path', '1[].path'] },
    paginate: { query: 'read', gives: pageOf, where: '0', columns: ['1.select', '1.projection'], ...page(1) },
    aggregatePaginate: { query: 'read', gives: pageOf, ...page(1) },
    discriminator: { gives: 'this' },
    // A document is built, or read from a plain object: nothing runs.
    ...each('hydrate castObject', { values: '0', gives: 'row' }),
    startSession: { gives: 'session' },
  },
  new: { values: '0', gives: 'document' },
};

/** `.populate('invoice')`, `.populate(['invoice'])`, `.populate({ path: 'invoice' })` */
const populates = { follows: ['0', '0[]', '0.path', '0[].path'], refers: { at: ['0.model', '0[].model', '2'], by: 'join' } } as const;

const chained: Calls = {
  ...operations,
  populate: { query: 'part', gives: 'this', ...populates },
  ...each('select projection', { query: 'part', columns: '0', gives: 'this' }),
  skip: { query: 'part', offset: '0', gives: 'this' },
  setOptions: { query: 'part', offset: '0.skip', gives: 'this' },
  ...each('where and or nor', { query: 'part', where: '0', gives: 'this' }),
  ...each('transform map', { query: 'part', gives: 'transformed' }),
  ...each('getFilter getQuery getOptions', { gives: 'scalar' }),
};

export const mongooseTypes: { readonly [name: string]: ObjectType } = {
  model,
  models: { anyProperty: { gives: 'model', entity: true } },
  documents: {
    awaited: 'rows',
    methods: { ...chained, exec: { query: 'run', gives: 'rows', ...answersTo('rows') }, cursor: { query: 'run', gives: 'rows' } },
    anyMethod: { query: 'part', gives: 'this' },
  },
  one: { awaited: 'row', methods: { ...chained, exec: { query: 'run', gives: 'row', ...answersTo('row') } }, anyMethod: { query: 'part', gives: 'this' } },
  result: { awaited: 'scalar', methods: { ...chained, exec: { query: 'run', gives: 'scalar' } }, anyMethod: { query: 'part', gives: 'this' } },
  transformed: { awaited: 'mapped', methods: { exec: { query: 'run', gives: 'mapped' } }, anyMethod: { query: 'part', gives: 'this' } },
  aggregate: {
    awaited: 'rows',
    methods: {
      skip: { query: 'part', offset: '0', gives: 'this' },
      ...each('project group', { query: 'part', columns: '0', gives: 'this' }),
      count: { query: 'part', narrow: true, gives: 'this' },
      facet: { query: 'part', offset: '0.*[].$skip', gives: 'this' },
      ...each('exec cursor', { query: 'run', gives: 'rows' }),
    },
    anyMethod: { query: 'part', gives: 'this' },
  },
  document: {
    isEntity: true,
    properties: { _doc: 'row' },
    methods: {
      save: { query: 'write', gives: 'row' },
      ...each('updateOne replaceOne', { query: 'write', lazy: true, gives: 'result', values: ['0', '0.$set'] }),
      ...each('deleteOne remove delete', { query: 'write', lazy: true, gives: 'result' }),
      ...each('populate execPopulate', { query: 'read', gives: 'row', ...populates }),
      ...each('toObject toJSON toBSON depopulate $clone', { gives: 'row' }),
      ...each('set $set overwrite', { values: '0', gives: 'row' }),
      ...each('get equals isModified validate', { gives: 'scalar' }),
    },
  },
  connection: {
    properties: { db: 'mongodb.db', models: 'models' },
    methods: {
      model: {
        gives: 'model',
        entity: '0',
        table: { name: ['2', '0'] },
        overloads: [{ when: { at: '1', is: 'missing' }, gives: 'model', entity: '0' }],
      },
      ...each('createConnection useDb asPromise openUri', { gives: 'this' }),
      collection: { gives: 'mongodb.collection', entity: '0' },
      transaction: { transaction: true, callbacks: [{ at: '0', params: ['session'] }], gives: 'callback' },
      withSession: { callbacks: [{ at: '0', params: ['session'] }], gives: 'callback' },
      startSession: { gives: 'session' },
      getClient: { gives: 'mongodb.client' },
    },
  },
  session: { methods: { withTransaction: { transaction: true, callbacks: [{ at: '0', params: ['this'] }], gives: 'callback' } } },
  schema: {
    properties: { statics: 'statics', methods: 'documentMethods' },
    methods: {
      add: { table: { alters: true, columns: '0', column: schemaPath, primaryNames: ['_id'], refers: { at: '0.*[].ref', by: 'relation' } }, gives: 'this' },
      static: { gives: 'this', callbacks: [{ at: '1', params: [], self: 'model' }] },
      method: { gives: 'this', callbacks: [{ at: '1', params: [], self: 'document' }] },
      ...each('pre post', { gives: 'this', callbacks: [{ at: 'last', params: ['nothing'], self: 'document' }] }),
    },
    anyMethod: { gives: 'this' },
  },
  statics: { assigned: 'model' },
  documentMethods: { assigned: 'document' },
};
