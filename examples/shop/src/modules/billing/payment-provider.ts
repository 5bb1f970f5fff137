import { circuitBreaker, ConsecutiveBreaker, handleAll, timeout, TimeoutStrategy, wrap } from 'cockatiel';
import { z } from 'zod';
import { Problem } from '#shared/http/problem.ts';
import { currentTraceparent } from '#shared/trace.ts';

const TIMEOUT_MS = 3_000;

export interface PaymentProviderOptions {
  readonly url: string;
  readonly token: string;
}

export interface Charge {
  /** The provider's idempotency key too: the same payment is charged once, however often we ask. */
  readonly paymentId: string;
  readonly amountCents: number;
}

const chargeResult = z.discriminatedUnion('status', [
  z.object({ status: z.literal('succeeded'), reference: z.string().min(1) }),
  z.object({ status: z.literal('declined'), reason: z.string() }),
]);
export type ChargeResult = z.infer<typeof chargeResult>;

export interface PaymentProvider {
  charge(charge: Charge): Promise<ChargeResult>;
}

/** The provider behind a time limit and a circuit breaker: after five failures in a row nobody waits for it for 30 seconds. */
export function createPaymentProvider({ url, token }: PaymentProviderOptions): PaymentProvider {
  const breaker = circuitBreaker(handleAll, { breaker: new ConsecutiveBreaker(5), halfOpenAfter: 30_000 });
  const policy = wrap(breaker, timeout(TIMEOUT_MS, TimeoutStrategy.Aggressive));

  return {
    async charge({ paymentId, amountCents }) {
      try {
        return await policy.execute(async ({ signal }) => {
          const response = await fetch(new URL('/charges', url), {
            method: 'POST',
            headers: {
              authorization: `Bearer ${token}`,
              'content-type': 'application/json',
              'idempotency-key': paymentId,
              traceparent: currentTraceparent(),
            },
            body: JSON.stringify({ amountCents }),
            signal,
          });
          if (!response.ok) throw new Error(`The payment provider answered ${response.status}`);
          return chargeResult.parse(await response.json());
        });
      } catch (cause) {
        const detail = 'Nothing is lost: try again later.';
        throw new Problem(503, 'payment-provider-unavailable', 'Payment provider unavailable', detail, { cause });
      }
    },
  };
}
