import { uuidv7 } from 'uuidv7';

/** A new primary key. Version 7 sorts by time, so an index grows at its end and pages can follow the key. */
export function newId(): string {
  return uuidv7();
}
