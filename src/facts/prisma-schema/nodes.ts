/** A place by lines (from 1) and columns (from 0), as ESLint counts them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

interface Place {
  readonly range: readonly [number, number];
  readonly loc: { readonly start: Position; readonly end: Position };
}

/** A name where it stands. */
export interface PrismaName extends Place {
  readonly type: 'Name';
  readonly value: string;
}

/** A string, without quotes and escapes. */
export interface PrismaText extends Place {
  readonly type: 'Text';
  readonly value: string;
}

export interface PrismaNumber extends Place {
  readonly type: 'Number';
  readonly value: number;
}

/** A bare word or path: `true`, `Cascade`, `address.street`. */
export interface PrismaReference extends Place {
  readonly type: 'Reference';
  readonly value: string;
}

/** `uuid(7)`, `dbgenerated("gen_random_uuid()")`, `createdAt(sort: Desc)`. */
export interface PrismaCall extends Place {
  readonly type: 'Call';
  readonly name: PrismaName;
  readonly arguments: readonly PrismaArgument[];
}

export interface PrismaList extends Place {
  readonly type: 'List';
  readonly elements: readonly PrismaValue[];
}

export type PrismaValue = PrismaText | PrismaNumber | PrismaReference | PrismaCall | PrismaList;

/** One argument; named ones are `fields: [id]`. */
export interface PrismaArgument extends Place {
  readonly type: 'Argument';
  readonly name?: PrismaName;
  readonly value: PrismaValue;
}

/** `@id`, `@db.VarChar(20)`; with `isBlock` `@@map("orders")`. */
export interface PrismaAttribute extends Place {
  readonly type: 'Attribute';
  /** Without `@`: `id`, `db.VarChar`. */
  readonly name: string;
  readonly isBlock: boolean;
  readonly arguments: readonly PrismaArgument[];
}

/** The type of a field. */
export interface PrismaType extends Place {
  readonly type: 'Type';
  /** `String`, `Order`, `Unsupported`. */
  readonly name: string;
  readonly isList: boolean;
  readonly isOptional: boolean;
  /** What the database calls a type that Prisma has no name for: `vector(1536)`. */
  readonly unsupported?: string;
}

/** A field of a model, view or composite type. */
export interface PrismaField extends Place {
  readonly type: 'Field';
  readonly name: PrismaName;
  readonly fieldType?: PrismaType;
  readonly attributes: readonly PrismaAttribute[];
  /** The text of its `///` comments. */
  readonly documentation?: string;
}

export interface PrismaEnumValue extends Place {
  readonly type: 'EnumValue';
  readonly name: PrismaName;
  readonly attributes: readonly PrismaAttribute[];
}

/** `provider = "postgresql"` of a datasource or generator. */
export interface PrismaSetting extends Place {
  readonly type: 'Setting';
  readonly name: PrismaName;
  readonly value?: PrismaValue;
}

export type PrismaMember = PrismaField | PrismaEnumValue | PrismaSetting | PrismaAttribute;

/** `model Order { … }` and its like. */
export interface PrismaBlock extends Place {
  readonly type: 'Block';
  readonly keyword: 'model' | 'view' | 'type' | 'enum' | 'datasource' | 'generator';
  readonly name: PrismaName;
  readonly members: readonly PrismaMember[];
  /** The text of the `///` comments before it. */
  readonly documentation?: string;
}

/** `value` without the slashes. */
export interface PrismaComment extends Place {
  readonly type: 'Line' | 'Documentation' | 'Block';
  readonly value: string;
}

/** What could not be read; everything around it was. */
export interface PrismaError extends Place {
  readonly message: string;
}

/** A `.prisma` file. */
export interface PrismaSchema extends Place {
  readonly type: 'Schema';
  readonly body: readonly PrismaBlock[];
  readonly comments: readonly PrismaComment[];
  readonly tokens: readonly PrismaToken[];
  readonly errors: readonly PrismaError[];
}

export interface PrismaToken extends Place {
  readonly type: 'Word' | 'Text' | 'Number' | 'Mark';
  readonly value: string;
}

export type PrismaNode = PrismaSchema | PrismaBlock | PrismaMember | PrismaType | PrismaArgument | PrismaValue | PrismaName;

/** Where a node's children stand, in source order. */
export const prismaVisitorKeys: { readonly [type in PrismaNode['type']]: readonly string[] } = {
  Schema: ['body'],
  Block: ['name', 'members'],
  Field: ['name', 'fieldType', 'attributes'],
  EnumValue: ['name', 'attributes'],
  Setting: ['name', 'value'],
  Attribute: ['arguments'],
  Type: [],
  Argument: ['name', 'value'],
  Call: ['name', 'arguments'],
  List: ['elements'],
  Text: [],
  Number: [],
  Reference: [],
  Name: [],
};
