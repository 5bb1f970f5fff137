/**
 * What a library looks like in code, as data. A page in this folder is one `LibraryDefinition`; a team writes the same
 * shape under `libraries` in its configuration, so everything here is plain JSON: no functions, no regular expressions.
 *
 * The facts reader follows a value from where it is made (an import, `new`, a call, a type annotation, a decorator) to
 * where it is used, and asks these pages what each step means.
 */

/**
 * A path into the arguments of a call. `0` is the first argument, `0.data` a property of it, `0.data[]` each element of an
 * array (or the value itself where it is no array), `0.*` every property of an object, `last` the last argument, `rest:1` every argument from the second on,
 * `template` the text of the tagged template. `()` goes on in the arguments of a call that stands there:
 * `rest:1().0.response` is `schema` in `router.get('/orders', guard({ response: schema }), list)`.
 */
export type ArgumentPath = string;

/**
 * What a value is: a type of this library (`client`), of another one (`express.response`), or
 * `this` the receiver, with what the call added;
 * `row` / `rows` one stored entity, or many, as the database gave them;
 * `scalar` a count, a boolean, a number: nothing that could leak;
 * `nothing` no value;
 * `argument` what the first argument is, unchanged; `callback` what the function in the arguments returns;
 * `settled` what each of the promises in the first argument gives;
 * `element` one of what the receiver holds many of;
 * `mapped` a value that a mapper, a parser or a serializer made: no row any more;
 * `input` what the client sent; `instance` an instance of the class that is the first argument;
 * a tuple `['rows', 'scalar']`, or an object `{ rows: 'rows', count: 'scalar' }`.
 */
export type Gives = string | readonly Gives[] | { readonly [property: string]: Gives };

/** One path, or several of which the first that is there counts. */
export type FirstOf = ArgumentPath | readonly ArgumentPath[];

/** What makes a time-ordered UUID (version 7) in the place of one that is not. */
export type Ordered = (
  | {
      /** Another name of the same module, or another member of the same object: `v7` for `v4`. */
      readonly name: string;
    }
  | {
      /** What stands there instead. `{receiver}` is what the method was called on, `{receiver.receiver}` what that is a member of. */
      readonly text: string;
      /** A name in it that has to be imported; where `from` is absent, from the library. */
      readonly imports?: { readonly name: string; readonly from?: string };
    }
) & {
  /** The first version that has it: `PostgreSQL 18`. */
  readonly since?: string;
};

/** Where another table is named, and what ties the two. */
export interface Refers {
  /** A table, an entity, the name of either; a function that gives one; a column of one (`() => invoices.id`). */
  readonly at: ArgumentPath | readonly ArgumentPath[];
  readonly by: 'join' | 'relation' | 'foreign-key' | 'migration';
  /** Text there is a column with its table: `invoices.id`. Without a dot, it names no table. */
  readonly column?: boolean;
  /** Text with a dot there is a relation of an alias: `order.invoice`. */
  readonly path?: boolean;
}

/** What a call adds to a column that is being declared. */
export interface ColumnEffect {
  /**
   * The column's name, where the call carries it. A path to many (`0[]`) speaks of each of them: Knex's `t.primary(['id'])`, which
   * adds to the columns of these names.
   */
  readonly name?: FirstOf;
  /** The SQL type: a literal (`uuid`), or the path of an argument as `{ at: '1' }`. */
  readonly type?: string | { readonly at: FirstOf };
  /** The column is the primary key: always, when that argument is there and not `false`, or by its name (Mongoose's `_id`). */
  readonly primary?: boolean | { readonly at: FirstOf } | { readonly named: readonly string[] };
  /** The column refers to another table's key: always, or when that argument is there. */
  readonly reference?: boolean | { readonly at: FirstOf };
  /** Values, SQL fragments or functions that fill the column on insert. */
  readonly default?: ArgumentPath | readonly ArgumentPath[];
  /** The library itself fills the column with a UUID of this version, when the argument at `at` equals `equals`. */
  readonly uuid?: { readonly version: 1 | 4 | 7; readonly when?: { readonly at: FirstOf; readonly equals: string }; readonly ordered?: Ordered };
  /** Functions whose parameter is a column builder and whose result says more: Kysely's `addColumn(name, type, (c) => …)`. */
  readonly builder?: { readonly at: ArgumentPath; readonly gives: string };
}

/** A table or entity that a call or decorator declares. */
export interface TableEffect {
  /** Where the name stands; several paths: the first that is there. */
  readonly name?: FirstOf;
  /** The table is there already: it is changed, not declared. */
  readonly alters?: boolean;
  /** Tables that its columns or relations refer to. */
  readonly refers?: Refers | readonly Refers[];
  /**
   * An object whose properties are the columns, or a function that returns one (`properties: (p) => ({ … })`). Where `column.name` is given: an
   * array of columns, or one.
   */
  readonly columns?: ArgumentPath;
  /** Columns of these names are the key without being said: Mongoose's `_id`. */
  readonly primaryNames?: readonly string[];
  /**
   * How one column is written inside `columns`: as a builder of this library (`builder`), or as an object with these keys
   * (Sequelize: `{ type: 'type', primary: 'primaryKey', default: ['defaultValue'] }`).
   */
  readonly column?:
    | 'builder'
    | {
        readonly name?: string;
        readonly type?: string;
        readonly primary?: string;
        readonly reference?: string;
        readonly default?: readonly string[];
        readonly uuid?: { readonly key: string; readonly equals: string; readonly version: 1 | 4 | 7 };
      };
  /** Functions that get a table builder or builders of columns: Knex's `createTable(name, (t) => …)`. The columns are its statements. */
  readonly builder?: { readonly at: ArgumentPath; readonly gives: string };
  /** The columns are the later calls of the chain: Kysely's `createTable(name).addColumn(…)`. */
  readonly chained?: boolean;
  /** Calls of the function `made` somewhere at `at` name columns of the key: Drizzle's `primaryKey({ columns: [t.orderId, t.line] })`. */
  readonly keys?: { readonly at: ArgumentPath; readonly made: string };
}

/**
 * Where something stands that a route is known by: a path; a function or class of one of these names (`*` for any letters, whatever their case), called or
 * not, among the arguments at `at`; or a function or class of the project there that makes `mapped` values. A name after `!` is none of them.
 */
export type Evidence = ArgumentPath | { readonly at: ArgumentPath; readonly named: readonly string[] } | { readonly at: ArgumentPath; readonly maps: true };

/** An endpoint that a call or a decorator registers. */
export interface RouteEffect {
  /**
   * The HTTP method (`GET`, `*` for all), or where it stands: `{ at: '0.method' }`, one or an array; `{ at: 'file' }` the end of the
   * file's name (`users.post.ts`). RPC: `QUERY`, `MUTATION`; messages: `MESSAGE`.
   */
  readonly method: string | { readonly at: ArgumentPath };
  /**
   * Several: the first that is text. `key` is the name of the property that holds the route, `name` that of the method that is decorated,
   * `file` what the file's place says (`flat-file` where dots divide like slashes).
   */
  readonly path?: ArgumentPath | readonly ArgumentPath[];
  /** The functions that serve it; what is no function is passed over. The last one answers; the ones before are middleware. */
  readonly handlers: ArgumentPath | readonly ArgumentPath[];
  /** What the handler's parameters are. */
  readonly params: readonly Gives[];
  /** What the handler returns is the response. */
  readonly returns?: boolean;
  /** Where an output schema stands that strips or checks the response at run time. */
  readonly output?: Evidence | readonly Evidence[];
  /** Where an input schema stands. */
  readonly input?: Evidence | readonly Evidence[];
  /** Fewer arguments than this are no registration: Express `app.get('setting')`. */
  readonly atLeast?: number;
}

/** What a log call says. */
export interface LogEffect {
  /** `info`, `error` … or where it stands. */
  readonly level: string | { readonly at: FirstOf };
  /** Several: the first that is text. */
  readonly message?: FirstOf;
  /** Several: the first that is there and no text. */
  readonly fields?: FirstOf;
}

/** A function that a call takes. */
export interface Callback {
  readonly at: ArgumentPath;
  /** What its parameters are. */
  readonly params: readonly Gives[];
  /** Holds only for functions that name exactly so many parameters: Express's `(error, req, res, next)`. The first that fits decides. */
  readonly arity?: number;
  /** What `this` is in it, where it is no arrow function. */
  readonly self?: Gives;
  /** What it returns is a response. */
  readonly returns?: boolean;
  /** Routes on its parameters lie below this path. */
  readonly prefix?: ArgumentPath;
}

/**
 * What an argument looks like, to tell the meanings of one method apart. `class` is an entity class or schema, `sql` a whole statement, `there` is anything
 * but `undefined`.
 */
export interface Shape {
  readonly at: ArgumentPath;
  readonly is: 'there' | 'missing' | 'text' | 'sql' | 'object' | 'array' | 'function' | 'class';
}

/** What a call does. Everything is optional; a call that only continues a chain says `{ gives: 'this' }`. */
export interface Call {
  /** The same method called otherwise: the first one whose shape fits stands in for this call. */
  readonly overloads?: readonly (Call & { readonly when: Shape })[];
  readonly gives?: Gives;
  /**
   * `read`, `write`: a query of that kind. `sql`: the text decides. `part`: adds to the query of the receiver
   * (`.from()`, `.offset()`); `run`: executes the query that the receiver has built.
   */
  readonly query?: 'read' | 'write' | 'sql' | 'part' | 'run';
  /** What the query is called, where the call's own name does not say: `select` for `knex('orders')`. */
  readonly operation?: string;
  /** Too common a call to confirm a receiver that is known by its name only: the next call of the chain has to. */
  readonly weak?: boolean;
  /** The query does not run by this call, only when awaited, returned or executed: builders, Prisma's promises. */
  readonly lazy?: boolean;
  /** The argument that names the table or the entity. Without it, the receiver's. */
  readonly entity?: ArgumentPath;
  /** The result holds whole rows from here on, whatever is named beside them, unless this call's own `columns` narrow it: Kysely's `selectAll`. */
  readonly whole?: boolean;
  /** Arguments whose presence narrows the result to named columns: Prisma's `0.select`. */
  readonly columns?: ArgumentPath | readonly ArgumentPath[];
  /** A name without a dot at `columns` is the alias of a table: the whole row, as in TypeORM's `.select('order')`. */
  readonly alias?: boolean;
  /** Whatever the arguments say, the result holds named columns or computed values only: `count`, `pluck`. */
  readonly narrow?: boolean;
  /** Arguments that skip rows: the OFFSET of a page. */
  readonly offset?: ArgumentPath | readonly ArgumentPath[];
  /** The argument at `offset` is a page number, not a count of rows: Objection's `.page(n, size)`. */
  readonly page?: boolean;
  /** Arguments that say after which row to go on. */
  readonly cursor?: ArgumentPath | readonly ArgumentPath[];
  /** Arguments that hold what is written: objects from column to value. */
  readonly values?: ArgumentPath | readonly ArgumentPath[];
  /** Arguments that hold a condition. */
  readonly where?: ArgumentPath | readonly ArgumentPath[];
  /** Arguments that hold SQL; `template` for a tag. */
  readonly sql?: FirstOf;
  /** Arguments whose values fill the placeholders of `sql`. */
  readonly parameters?: ArgumentPath | readonly ArgumentPath[];
  /** Functions in the arguments. */
  readonly callbacks?: readonly Callback[];
  /** The object there gives more methods to what the call gives, and their `this` is that: TypeORM's `repository.extend({ … })`. */
  readonly adds?: ArgumentPath;
  /** The callback runs inside a transaction. */
  readonly transaction?: boolean;
  readonly route?: RouteEffect;
  /** Routes on the value that the call gives lie below this path. */
  readonly prefix?: ArgumentPath;
  /** Arguments that are sent to the client. */
  readonly responds?: ArgumentPath | readonly ArgumentPath[];
  readonly log?: LogEffect;
  readonly table?: TableEffect;
  readonly column?: ColumnEffect;
  /** Further tables that it names. */
  readonly refers?: Refers | readonly Refers[];
  /** Arguments that name relations whose rows come along: keys of an object and of those in it, texts, dotted or in lists. */
  readonly follows?: ArgumentPath | readonly ArgumentPath[];
  /** The argument that names the table whose relations the others declare. */
  readonly relates?: ArgumentPath;
  /** The argument gives a name to a query, by which the rest of the statement reads it: `with('recent', …)`. */
  readonly defines?: ArgumentPath;
  /** Decorators in the arguments that the call makes one of: Nest's `applyDecorators`. */
  readonly composes?: ArgumentPath;
  /** The value is a new UUID of this version (`0`: not a UUID: ULID, nanoid). */
  readonly uuid?: 0 | 1 | 3 | 4 | 5 | 6 | 7;
  /** What makes a time-ordered one instead. */
  readonly ordered?: Ordered;
  /** The chain now carries an output schema (tRPC's `.output`), or an input schema. */
  readonly schema?: 'output' | 'input';
  /** An argument that is added to the receiver and can be found in later calls: nothing is known of it but that it is there. */
  readonly note?: string;
}

/** The members of a value. */
export interface ObjectType {
  /** Takes the members of another type of this library (or `other.type`) too. */
  readonly extends?: string;
  readonly properties?: { readonly [name: string]: Gives };
  /** Any other property: Prisma's `client.<model>`. With `entity`, the property's name is the entity. */
  readonly anyProperty?: { readonly gives: Gives; readonly entity?: boolean };
  readonly methods?: { readonly [name: string]: Call };
  /** Any other method: builders go on with `{ gives: 'this' }`. */
  readonly anyMethod?: Call;
  /** The value is itself called: `knex('orders')`. */
  readonly call?: Call;
  /** The value is a template tag. */
  readonly tag?: Call;
  /** `new` on the value: a model class. */
  readonly new?: Call;
  /** What `this` is in functions that are assigned to its properties: Mongoose's `schema.statics.byName = function () { … }`. */
  readonly assigned?: Gives;
  /** Assigning to these properties sends the value to the client: Koa's `ctx.body = …`. */
  readonly responds?: readonly string[];
  /** Assigning to these properties skips rows. */
  readonly offsets?: readonly string[];
  /** Awaiting the value gives this: a builder gives its rows. */
  readonly awaited?: Gives;
  /** As the type of a function (`const list: RequestHandler = …`): what its parameters are, and whether it returns the response. */
  readonly handler?: { readonly params: readonly Gives[]; readonly returns?: boolean };
  /** Naming the value among the columns of a query names every column of its row: Drizzle's tables. */
  readonly isWholeRow?: boolean;
  /** The value stands for a stored entity: an active record, a document. Such a value in a response is a raw entity. */
  readonly isEntity?: boolean;
}

/** What a decorator says of the thing it stands on. */
export interface Decorator {
  /** The class is a controller or resolver: its methods may be endpoints. */
  readonly controller?: { readonly path?: ArgumentPath | readonly ArgumentPath[] };
  /** The method is an endpoint. */
  readonly route?: Omit<RouteEffect, 'handlers' | 'params'>;
  readonly table?: TableEffect;
  readonly column?: ColumnEffect;
  /** The table that the decorated property leads to. */
  readonly refers?: Refers | readonly Refers[];
  /** What the decorated parameter or property is: `@InjectModel(User.name)`. */
  readonly gives?: Gives;
  /** The argument that names the entity of `gives`. */
  readonly entity?: ArgumentPath;
  /** The response of the class or method goes through an output schema or serializer: always, or by this evidence. */
  readonly output?: boolean | Evidence | readonly Evidence[];
  /** By this evidence, the response goes through a serializer that obeys the classes of what it is given. */
  readonly serializer?: Evidence | readonly Evidence[];
  /** The class or property says what such a serializer shows: `@Exclude()`, `@Expose()`. */
  readonly serialized?: boolean;
  /** What comes in is checked by a schema: always, or by this evidence. */
  readonly input?: boolean | Evidence | readonly Evidence[];
  /** The parameter is the framework's response object: what the method returns is not the response, unless this argument is set. */
  readonly takesResponse?: { readonly unless?: ArgumentPath };
  /** A role the class or file has: `job`, `listener`, `command`. */
  readonly role?: Role;
}

/** What a name that a module exports is. */
export interface Export {
  /** The value itself. */
  readonly gives?: Gives;
  readonly call?: Call;
  readonly new?: Call;
  readonly tag?: Call;
  readonly decorator?: Decorator;
  /** A class: what its instances are, and what the class itself is (active record models). A subclass inherits both. */
  readonly class?: { readonly instance?: string; readonly static?: string };
  /** As a type annotation; where absent, `class.instance`. The first type argument names the entity. */
  readonly type?: string;
  /** The first type argument is something else: a driver, a schema. */
  readonly unnamed?: boolean;
  /** Names below it: `Prisma.sql`, `DataTypes.UUIDV4`. */
  readonly members?: { readonly [name: string]: Export };
}

/** Files whose exported functions are endpoints by their place. */
export interface RouteFiles {
  /** Glob over the path from the project's root: any depth above is allowed. */
  readonly files: readonly string[];
  /** Folders below which the URL begins; the first that the file's path has. Where absent, what the globs name before their first wildcard. */
  readonly roots?: readonly string[];
  /** Only files, and functions, that begin with this directive: `use server`. */
  readonly directive?: string;
  /** The exported value is made by one of these functions, wrapped or not: `defineEventHandler`. Any other value serves nothing. */
  readonly madeBy?: readonly string[];
  /** Exported name (`default`, `GET`, `*` any) → what it serves. Of a class that is exported, every public method serves. */
  readonly exports: { readonly [name: string]: Omit<RouteEffect, 'handlers'> };
}

/** What a file is for. `frontend`: it runs in a browser or an app; `generated`: a tool wrote it. */
export type Role = 'endpoint' | 'job' | 'listener' | 'migration' | 'seed' | 'test' | 'script' | 'command' | 'configuration' | 'frontend' | 'generated';

/** One library. */
export interface LibraryDefinition {
  /** `drizzle` */
  readonly name: string;
  readonly concern: 'database' | 'http' | 'logging' | 'validation' | 'id' | 'other';
  /** Module specifiers: exact, or with `*` (within a segment) and `**`. */
  readonly modules: readonly string[];
  /**
   * Exports so particular that importing them from a file that cannot be read is evidence enough: clients that a tool generates into the
   * project, and what a package of the workspace hands on.
   */
  readonly generated?: readonly string[];
  /** Exports by name; `default`, and `*` for a namespace import, are names too. */
  readonly exports?: { readonly [name: string]: Export };
  /** Names that need no import: `console`, `crypto`. */
  readonly globals?: { readonly [name: string]: Export };
  readonly types?: { readonly [name: string]: ObjectType };
  /**
   * What a table is called in the database whose declaration does not say: `snake` the entity's name in lower case with `_`, `plural` the plural of
   * the entity's name, `lower-plural` that in lower case.
   */
  readonly naming?: 'snake' | 'plural' | 'lower-plural';
  /** The static property of an entity's class that holds its relations by name, and the key of each that holds the other entity. */
  readonly relations?: { readonly property: string; readonly entity: string };
  /** Stored entities are instances of the classes that declare them, so that a serializer that obeys classes has something to obey. */
  readonly instances?: boolean;
  /** A serializer that obeys classes may stand between every handler and its client: Nest registers it for the whole program, elsewhere. */
  readonly serializes?: boolean;
  /** The type whose members a stored entity has, where it is more than data: a document, an active record. */
  readonly row?: string;
  /**
   * Names that by convention hold a value, when nothing better is known. `evidence: 'file'` asks for an import of the library, or
   * of a file that imports it, in the file: the fact is then `likely`. `evidence: 'shape'` says that the call's own shape (a member chain that only this
   * library has) is evidence enough. Without either, a `guess`.
   */
  readonly names?: {
    readonly [pattern: string]: {
      readonly is: string;
      readonly evidence?: 'file' | 'shape';
      /** The name is that of the entity: `Order.findAll()`. */
      readonly entity?: boolean;
    };
  };
  /** Decorators that by convention mean this, whatever made them: `*serialize*`, whatever its case. */
  readonly decorators?: { readonly [pattern: string]: Decorator };
  /** Patterns of the names that values of this library which are called have as members of the project's own classes: Sequelize's `getOrders`. */
  readonly memberNames?: readonly string[];
  readonly routeFiles?: readonly RouteFiles[];
  /** How the page after the last key seen is written, for messages: `where: { id: { gt: lastId } }, take: 20`. */
  readonly keyset?: string;
  /** The export that, called without arguments, gives a version 7 UUID as text: offered to projects that depend on the package. */
  readonly uuid7?: string;
}

/** Types a page; gives it back unchanged. */
export function defineLibrary<const Definition extends LibraryDefinition>(definition: Definition): Definition {
  return definition;
}
