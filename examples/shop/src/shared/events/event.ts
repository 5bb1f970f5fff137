import type { z } from 'zod';

/** Something that happened in a module. Its class stands in the module's `events.ts`. */
export interface DomainEvent {
  readonly type: string;
  readonly payload: unknown;
}

/** The class of an event, as a listener names it. */
export interface EventType<Payload> {
  readonly type: string;
  readonly schema: z.ZodType<Payload>;
}

/** An event on its way: stored in the outbox, handed to listeners at least once, possibly late or twice. */
export interface Envelope {
  readonly id: string;
  readonly type: string;
  readonly payload: unknown;
  readonly traceparent: string;
}
