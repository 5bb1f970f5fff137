import { defineLibrary } from './definition.ts';
import type { Call, Export } from './definition.ts';
import { mongooseTypes, schemaPath } from './mongoose-types.ts';
import { each } from './shapes.ts';

// Source: Mongoose 9.12 type declarations and documentation (Schemas, Models); @nestjs/mongoose 11; @typegoose/typegoose 13 (prop, modelOptions,
// getModelForClass). An ObjectId begins with the time and is no UUID; `new Types.UUID()` without an argument makes a version 4.

const ids: { readonly [name: string]: Export } = {
  ...each('ObjectId ObjectID', { new: { uuid: 0 }, call: { uuid: 0 } }),
  UUID: { new: { uuid: 4, overloads: [{ when: { at: '0', is: 'there' }, gives: 'argument' }] } },
};

const modelOf = {
  gives: 'model',
  entity: '0',
  table: { name: ['2', '0'] },
  overloads: [{ when: { at: '1', is: 'missing' }, gives: 'model', entity: '0' }],
} as const;

const path = { type: { at: ['0.type', '0'] }, default: '0.default', reference: { at: '0.ref' }, primary: { named: ['_id'] } } as const;

const referred = { at: ['0.ref', '0[].ref', '0.type[].ref'], by: 'relation' } as const;

/** `new Schema(…)`, and without `new`. */
const schemaOf: Call = {
  table: { name: '1.collection', columns: '0', column: schemaPath, primaryNames: ['_id'], refers: { at: ['0.*[].ref', '0.*.type[].ref'], by: 'relation' } },
  gives: 'schema',
  callbacks: [
{ at: '1.statics.*', params: [], self: 'model' },
{ at: '1.methods.*', params: [], self: 'document' },
  ],
};

const exported: { readonly [name: string]: Export } = {
  model: { call: modelOf },
  models: { gives: 'models' },
  connection: { gives: 'connection' },
  ...each('createConnection connect', { call: { gives: 'connection' } }),
  startSession: { call: { gives: 'session' } },
  Schema: {
    new: schemaOf,
    call: schemaOf,
    type: 'schema',
    decorator: { table: { name: '0.collection', primaryNames: ['_id'] } },
  },
  Model: { class: { instance: 'document', static: 'model' }, type: 'model' },
  Document: { class: { instance: 'document' } },
  ...each('HydratedDocument DocumentType', { type: 'document' }),
  ...each('ReturnModelType PaginateModel AggregatePaginateModel', { type: 'model' }),
  ...each('Connection Mongoose', { type: 'connection' }),
  ClientSession: { type: 'session' },
  ...each('Types mongo', { members: ids }),
};

export const mongoose = defineLibrary({
  name: 'mongoose',
  concern: 'database',
  instances: true,
  naming: 'lower-plural',
  modules: ['mongoose', '@nestjs/mongoose', '@typegoose/typegoose', 'nestjs-typegoose', '@m8a/nestjs-typegoose'],
  row: 'document',
  exports: {
    ...exported,
    default: { members: exported, type: 'connection' },
    mongoose: { members: exported },
    Prop: { decorator: { column: path, refers: referred } },
    SchemaFactory: { members: { createForClass: { call: { gives: 'schema' } } } },
    InjectModel: { decorator: { gives: 'model', entity: '0' } },
    InjectConnection: { decorator: { gives: 'connection' } },
    prop: { decorator: { column: path, refers: referred } },
    modelOptions: { decorator: { table: { name: ['0.schemaOptions.collection', '0.options.customName'], primaryNames: ['_id'] } } },
    ...each('getModelForClass getModelWithString getDiscriminatorModelForClass addModelToTypegoose', { call: { gives: 'model', entity: '0' } }),
    buildSchema: { call: { gives: 'schema' } },
  },
  types: mongooseTypes,
  names: {
    mongoose: { is: 'connection', evidence: 'file' },
    ...each('connection conn', { is: 'connection', evidence: 'file' }),
    session: { is: 'session', evidence: 'file' },
    '*Model': { is: 'model', evidence: 'file' },
    ...each('schema *Schema', { is: 'schema', evidence: 'shape' }),
  },
  keyset: 'find({ _id: { $gt: lastId } }).sort({ _id: 1 }).limit(20)',
});
