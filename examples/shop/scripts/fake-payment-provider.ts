import { createServer, type IncomingMessage } from 'node:http';
import { pathToFileURL } from 'node:url';

export type Mood = 'succeed' | 'decline' | 'fail' | 'hang';

/** A payment provider that charges nobody. It keeps its word on idempotency, and fails on command. */
export async function startFakePaymentProvider(port: number) {
  const charged = new Map<string, number>();
  const state: { mood: Mood; requests: number } = { mood: 'succeed', requests: 0 };

  const server = createServer(async (request, response) => {
    state.requests += 1;
    if (state.mood === 'hang') return;
    if (state.mood === 'fail') return response.writeHead(500).end();
    if (state.mood === 'decline') return response.end(JSON.stringify({ status: 'declined', reason: 'Insufficient funds.' }));
    const paymentId = String(request.headers['idempotency-key']);
    charged.set(paymentId, charged.get(paymentId) ?? (await amountIn(request)));
    return response.end(JSON.stringify({ status: 'succeeded', reference: `charge-${paymentId}` }));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The fake provider listens on no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    state,
    /** Amounts in cents by payment. */
    charged,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function amountIn(request: IncomingMessage): Promise<number> {
  const body: unknown = JSON.parse(Buffer.concat(await request.toArray()).toString());
  return typeof body === 'object' && body !== null && 'amountCents' in body ? Number(body.amountCents) : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { url } = await startFakePaymentProvider(4010);
  process.stdout.write(`Charging nobody on ${url}\n`);
}
