import type { Envelope, EventType } from './event.ts';

type Listener = (payload: unknown) => Promise<void>;

/** Hands events to the listeners of this process. Behind the same two methods stands a broker when modules move apart. */
export class EventBus {
  readonly #listeners = new Map<string, Listener[]>();

  /** The listener may be called twice with the same event, and must not mind. */
  subscribe<Payload>(event: EventType<Payload>, listener: (payload: Payload) => Promise<void>): void {
    const listeners = this.#listeners.get(event.type) ?? [];
    listeners.push((payload) => listener(event.schema.parse(payload)));
    this.#listeners.set(event.type, listeners);
  }

  /** Resolves when every listener is done; rejects when one failed, so that the event comes again. */
  async publish(envelope: Envelope): Promise<void> {
    const listeners = this.#listeners.get(envelope.type) ?? [];
    await Promise.all(listeners.map((listener) => listener(envelope.payload)));
  }
}
