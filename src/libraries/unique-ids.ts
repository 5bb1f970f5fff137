import { defineLibrary } from './definition.ts';
import type { Call, Export, LibraryDefinition, ObjectType } from './definition.ts';
import { each } from './shapes.ts';

// Source: type declarations and code of uuidv7 1.2, uuidv7-js 1.1, @kripod/uuidv7 0.3, uniku 0.5, uuidv4 6.2, uuid-random 1.3, uuid4 2.0, uuid-v4 0.1,
// lil-uuid 0.1, react-uuid 2.0, short-uuid 6.0, crypto-randomuuid 1.0, uuidjs 5.1, uuid-js 0.7, id128 1.6, guid-typescript 1.0, react-native-uuid 2.0,
// @sanity/uuid 3.0, simply-uuid 1.0, nanoid 6.0, ulid 3.0, ulidx 2.4, cuid 3.0, @paralleldrive/cuid2 3.3, ksuid 3.0, typeid-js 1.2, bson 7;
// documentation of Deno's @std/uuid 1 and of @nestjs/common 11 (randomStringGenerator).

type Version = NonNullable<Call['uuid']>;

function makes(version: Version): Export {
  return { call: { uuid: version } };
}

/** A package that is one generator. */
function generator(version: Version): { readonly [name: string]: Export } {
  return { default: makes(version) };
}

function idPackage(
  modules: readonly string[],
  exports: { readonly [name: string]: Export },
  more: { readonly types?: { readonly [name: string]: ObjectType }; readonly uuid7?: string } = {},
): LibraryDefinition {
  return defineLibrary({ name: modules[0] ?? '', concern: 'id', modules, exports, ...more });
}

const v7Generator: ObjectType = { methods: each('generate generateOrAbort generateOrResetWithTs generateOrAbortWithTs generateOrResetCore generateOrAbortCore', { uuid: 7 }) };

const shortUuid: { readonly [name: string]: Export } = { ...each('generate uuid', makes(4)), createTranslator: { call: { gives: 'translator' } } };

const random: readonly LibraryDefinition[] = [
  idPackage(['uuidv4'], { uuid: makes(4), fromString: makes(5), default: { ...makes(4), members: { uuid: makes(4) } } }),
  idPackage(['uuid-random', 'uuid4', 'uuid-v4', 'lil-uuid', 'crypto-randomuuid', 'react-uuid', '@braintree/uuid'], generator(4)),
  idPackage(['@sanity/uuid', 'simply-uuid'], each('uuid generate', makes(4))),
  // What `generate` gives is a version 4 in another alphabet.
  idPackage(
    ['short-uuid'],
    { ...shortUuid, default: { call: { gives: 'translator' }, members: shortUuid } },
    { types: { translator: { methods: each('new generate uuid', { uuid: 4 }) } } },
  ),
  idPackage(['uuidjs'], each('UUID default', { members: { ...each('generate genV4', makes(4)), genV1: makes(1), genV6: makes(6) } })),
  idPackage(['uuid-js'], { default: { members: { ...each('create new', makes(4)), newTS: makes(1) } } }),
  idPackage(['react-native-uuid'], { default: { members: { v1: makes(1), v3: makes(3), v4: makes(4), v5: makes(5) } } }),
  idPackage(['guid-typescript'], { Guid: { members: each('create raw', makes(4)) } }),
  idPackage(['id128'], {
    ...each('Ulid UlidMonotonic', { members: { generate: makes(0) } }),
    Uuid1: { members: { generate: makes(1) } },
    Uuid4: { members: { generate: makes(4) } },
    Uuid6: { members: { generate: makes(6) } },
  }),
  idPackage(['@nestjs/common/utils/random-string-generator.util'], { randomStringGenerator: makes(4) }),
  // With an argument it is read, not made.
  idPackage(['bson'], {
    UUID: { new: { uuid: 4, overloads: [{ when: { at: '0', is: 'there' }, gives: 'argument' }] }, members: { generate: makes(4) } },
    ...each('ObjectId ObjectID', { new: { uuid: 0 }, call: { uuid: 0 } }),
  }),
  idPackage(['uniku/uuid/v4'], { uuidv4: makes(4) }),
];

const timeOrdered: readonly LibraryDefinition[] = [
  // It makes version 4 as well.
  idPackage(
    ['uuidv7'],
    { ...each('uuidv7 uuidv7obj', makes(7)), uuidv4: { call: { uuid: 4, ordered: { name: 'uuidv7' } } }, uuidv4obj: { call: { uuid: 4, ordered: { name: 'uuidv7obj' } } }, V7Generator: { class: { instance: 'generator' } } },
    { types: { generator: v7Generator }, uuid7: 'uuidv7' },
  ),
  idPackage(
    ['uuidv7-js'],
    { uuidv7: makes(7), UUIDv7: { class: { instance: 'generator' } } },
    { types: { generator: { methods: each('gen genMany', { uuid: 7 }) } }, uuid7: 'uuidv7' },
  ),
  idPackage(['@kripod/uuidv7', 'uniku/uuid/v7'], { uuidv7: makes(7) }, { uuid7: 'uuidv7' }),
  idPackage(['uuid7'], { ...generator(7), uuid7: makes(7) }, { uuid7: 'uuid7' }),
  idPackage(['@std/uuid', 'jsr:@std/uuid', 'jsr:@std/uuid@*'], {
    v1: { members: { generate: makes(1) } },
    v3: { members: { generate: makes(3) } },
    v4: { members: { generate: makes(4) } },
    v5: { members: { generate: makes(5) } },
    v7: { members: { generate: makes(7) } },
  }),
  idPackage(['@std/uuid/unstable-v7', '@std/uuid/v7', 'jsr:@std/uuid/unstable-v7', 'jsr:@std/uuid@*/unstable-v7', 'jsr:@std/uuid@*/v7'], { generate: makes(7) }),
  // A TypeID is a UUIDv7 in base32 behind a prefix.
  idPackage(
    ['typeid-js', 'uniku/typeid'],
    { ...each('typeid typeidUnboxed', makes(7)), TypeID: { new: { uuid: 7 } } },
    
  ),
];

const factory = { types: { generator: { call: { uuid: 0 } } } } as const;

const noUuid: readonly LibraryDefinition[] = [
  idPackage(
    ['nanoid', 'nanoid/non-secure', 'nanoid/async', 'uniku/nanoid'],
    { ...each('nanoid default', makes(0)), ...each('customAlphabet customRandom', { call: { gives: 'generator' } }) },
    factory,
  ),
  idPackage(
    ['ulid', 'ulidx', 'ulid-workers', '@std/ulid', 'jsr:@std/ulid', 'uniku/ulid'],
    { ...each('ulid monotonicUlid default', makes(0)), ...each('monotonicFactory factory', { call: { gives: 'generator' } }) },
    factory,
  ),
  idPackage(['@paralleldrive/cuid2', '@orama/cuid2'], { createId: makes(0), init: { call: { gives: 'generator' } } }, factory),
  idPackage(['cuid', 'scuid', '@bugsnag/cuid', 'uniqid', 'hyperid'], generator(0)),
  idPackage(['ksuid'], { default: { members: each('random randomSync', makes(0)) } }),
  idPackage(['bson-objectid'], { default: { call: { uuid: 0 }, new: { uuid: 0 } } }),
];

/** Packages that make ids and nothing else: version 4, time-ordered, and those that are no UUID. */
export const uniqueIds: readonly LibraryDefinition[] = [...random, ...timeOrdered, ...noUuid];
