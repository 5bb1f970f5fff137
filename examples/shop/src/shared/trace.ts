import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** Where we are in a request that may have crossed several processes (W3C Trace Context). */
export interface Trace {
  readonly traceId: string;
  readonly spanId: string;
}

const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;
const storage = new AsyncLocalStorage<Trace>();

/** A new span in the caller's trace, or in a new trace when the caller sent none or nonsense. */
export function continueTrace(traceparent: string | null | undefined): Trace {
  const traceId = TRACEPARENT.exec(traceparent ?? '')?.[1] ?? randomBytes(16).toString('hex');
  return { traceId, spanId: randomBytes(8).toString('hex') };
}

/** Runs `work`, and all that it awaits, inside the trace. */
export function runInTrace<Result>(trace: Trace, work: () => Result): Result {
  return storage.run(trace, work);
}

export function currentTrace(): Trace | undefined {
  return storage.getStore();
}

/** The header that hands the current trace on to the next process, event or database row. */
export function currentTraceparent(): string {
  const trace = currentTrace() ?? continueTrace(undefined);
  return `00-${trace.traceId}-${trace.spanId}-01`;
}
