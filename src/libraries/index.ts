/** The contract of the room: the shape of a page, and all pages. */
export type {
  ArgumentPath,
  Call,
  Callback,
  ColumnEffect,
  Decorator,
  Evidence,
  Export,
  Gives,
  LibraryDefinition,
  LogEffect,
  ObjectType,
  Role,
  RouteEffect,
  RouteFiles,
  TableEffect,
} from './definition.ts';
export { defineLibrary } from './definition.ts';
export { libraries } from './all.ts';
