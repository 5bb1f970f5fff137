/** The ratchet: what is tolerated, told by identity, so that only new violations fail. */
export { readBaseline, writeBaseline } from './folder.ts';
export { fingerprintOf, identityOf, marked, type Identity, type Unmarked } from './identity.ts';
export { ratcheted } from './ratchet.ts';
export { currentPath, followed, type Renames } from './renames.ts';
export type { Baseline, Entry, ListedEntry, Ratcheted } from './types.ts';
export { updatedBaseline, type UpdateOptions } from './update.ts';
export { uselessEntry } from './useless.ts';
export { codeOf, writeWhole } from './write-whole.ts';
