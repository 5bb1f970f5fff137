import { defineLibrary } from './definition.ts';
import type { Call, ObjectType } from './definition.ts';
import { each } from './shapes.ts';

// Source: MongoDB Node.js driver 7 API documentation (MongoClient, Db, Collection, FindCursor, AggregationCursor, ClientSession).

const goesOn: Call = { query: 'part', gives: 'this' };

/** What the stages of an aggregation say, wherever its pipeline stands in the arguments. */
export function mongoPipeline(at: number) {
  return {
    offset: [`${at}[].$skip`, `${at}[].$facet.*[].$skip`],
    columns: [`${at}[].$project`, `${at}[].$group`, `${at}[].$count`],
    refers: { at: [`${at}[].$lookup.from`, `${at}[].$graphLookup.from`, `${at}[].$unionWith`, `${at}[].$unionWith.coll`, `${at}[].$merge.into`, `${at}[].$merge`, `${at}[].$out`], by: 'join' },
  } as const;
}

const update = ['1.$set', '1.$setOnInsert'] as const;

const collection: ObjectType = {
  methods: {
    find: { query: 'read', lazy: true, gives: 'cursor', where: '0', columns: ['1.projection', '1.fields'], offset: '1.skip' },
    findOne: { query: 'read', gives: 'row', where: '0', columns: ['1.projection', '1.fields'] },
    ...each('countDocuments estimatedDocumentCount count distinct', { query: 'read', narrow: true, gives: 'scalar' }),
    aggregate: { query: 'read', lazy: true, gives: 'aggregateCursor', ...mongoPipeline(0) },
    insertOne: { query: 'write', values: '0', gives: 'scalar' },
    insertMany: { query: 'write', values: '0[]', gives: 'scalar' },
    ...each('updateOne updateMany', { query: 'write', where: '0', values: update, gives: 'scalar' }),
    replaceOne: { query: 'write', where: '0', values: '1', gives: 'scalar' },
    ...each('deleteOne deleteMany', { query: 'write', where: '0', gives: 'scalar' }),
    ...each('findOneAndUpdate', { query: 'write', where: '0', values: update, columns: '2.projection', gives: 'row' }),
    findOneAndReplace: { query: 'write', where: '0', values: '1', columns: '2.projection', gives: 'row' },
    findOneAndDelete: { query: 'write', where: '0', columns: '1.projection', gives: 'row' },
    bulkWrite: { query: 'write', values: ['0[].insertOne.document', '0[].updateOne.update.$setOnInsert'], gives: 'scalar' },
  },
};

export const mongodb = defineLibrary({
  name: 'mongodb',
  concern: 'database',
  modules: ['mongodb'],
  exports: {
    MongoClient: { class: { instance: 'client', static: 'clientClass' } },
    Db: { type: 'db' },
    Collection: { type: 'collection' },
    ClientSession: { type: 'session' },
    ...each('ObjectId ObjectID', { new: { uuid: 0 }, call: { uuid: 0 } }),
    UUID: { new: { uuid: 4, overloads: [{ when: { at: '0', is: 'there' }, gives: 'argument' }] }, members: { generate: { call: { uuid: 4 } } } },
  },
  types: {
    clientClass: { methods: { connect: { gives: 'client' } }, new: { gives: 'client' } },
    client: {
      methods: {
        connect: { gives: 'this' },
        db: { gives: 'db' },
        startSession: { gives: 'session' },
        withSession: { callbacks: [{ at: 'last', params: ['session'] }], gives: 'callback' },
      },
    },
    db: { methods: { collection: { gives: 'collection', entity: '0' }, aggregate: { query: 'read', lazy: true, gives: 'aggregateCursor', ...mongoPipeline(0) } } },
    session: { methods: { withTransaction: { transaction: true, callbacks: [{ at: '0', params: ['this'] }], gives: 'callback' } } },
    collection,
    cursor: {
      methods: {
        skip: { query: 'part', offset: '0', gives: 'this' },
        project: { query: 'part', columns: '0', gives: 'this' },
        map: { query: 'part', gives: 'mappedCursor' },
        ...each('next tryNext', { query: 'run', gives: 'row' }),
        ...each('toArray stream', { query: 'run', gives: 'rows' }),
        forEach: { query: 'run', gives: 'nothing', callbacks: [{ at: '0', params: ['row'] }] },
        ...each('count hasNext', { query: 'run', narrow: true, gives: 'scalar' }),
      },
      anyMethod: goesOn,
    },
    mappedCursor: { methods: each('toArray next tryNext stream', { query: 'run', gives: 'mapped' }), anyMethod: goesOn },
    aggregateCursor: {
      extends: 'cursor',
      methods: { group: { query: 'part', columns: '0', gives: 'this' }, facet: { query: 'part', offset: '0.*[].$skip', gives: 'this' } },
    },
  },
  names: {
    ...each('collection *Collection', { is: 'collection', evidence: 'file' }),
    ...each('db database', { is: 'db', evidence: 'file' }),
    ...each('client mongoClient', { is: 'client', evidence: 'file' }),
  },
  keyset: 'find({ _id: { $gt: lastId } }).sort({ _id: 1 }).limit(20)',
});
