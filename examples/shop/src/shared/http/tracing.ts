import type { FastifyInstance } from 'fastify';
import { continueTrace, currentTraceparent, runInTrace, type Trace } from '../trace.ts';

declare module 'fastify' {
  interface FastifyRequest {
    trace: Trace | null;
  }
}

/** Puts each request into the caller's trace, and tells the caller which one it was. */
export function useTracing(app: FastifyInstance): void {
  app.decorateRequest('trace', null);
  app.addHook('onRequest', (request, reply, done) => {
    const { traceparent } = request.headers;
    request.trace = continueTrace(typeof traceparent === 'string' ? traceparent : undefined);
    runInTrace(request.trace, () => {
      reply.header('traceparent', currentTraceparent());
      done();
    });
  });
  // The body is read from the socket's own events, outside our context: step back in before the handler.
  app.addHook('preValidation', (request, _reply, done) => {
    runInTrace(request.trace ?? continueTrace(undefined), done);
  });
}
