/** The contract of the room: which module owns which table, and who uses those of others. */
export { checkTables } from './check.ts';
export type { TablesReport } from './check.ts';
export type { OwnedTable } from './owned.ts';
export { tableFindings } from './in-editor.ts';
export { ownersIn } from './index-of.ts';
export type { TableOwners } from './owners.ts';
export type { Declared, Ownership } from './types.ts';
