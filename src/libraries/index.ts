/** The contract of the room: the shape of a page, and all pages. */
export type {
  ArgumentPath,
  Call,
  Callback,
  ColumnEffect,
  Decorator,
  Evidence,
  Export,
  FirstOf,
  Gives,
  LibraryDefinition,
  LogEffect,
  ObjectType,
  Ordered,
  Refers,
  Role,
  RouteEffect,
  RouteFiles,
  Shape,
  TableEffect,
} from './definition.ts';
export { defineLibrary } from './definition.ts';
export { libraries } from './all.ts';
