import type { Finding } from '../arch/index.ts';

/** The message, and below it what only the whole project can know. */
export function fullMessage({ message, notes = [] }: Pick<Finding, 'message' | 'notes'>): string {
  return [message, ...notes].join('\n');
}
