/** Remembers, from one run of the command to the next, what was read of each file: its references and why it cannot be parsed. */
export { openReadings, Readings } from './readings.ts';
export type { OpenReadings } from './readings.ts';
export type { Stamp } from './stamp.ts';
