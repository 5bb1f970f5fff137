import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { violatedConstraint } from '../db/violations.ts';
import { Problem, type ProblemBody } from './problem.ts';

/** Every error leaves as a problem; what we did not expect is logged in full and told in none. */
export function useProblemDetails(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = toProblem(error);
    if (problem.status >= 500) request.log.error({ event: 'request.failed', err: error }, problem.title);
    return reply.code(problem.status).type('application/problem+json').send(bodyOf(problem, request));
  });
  app.setNotFoundHandler((request, reply) => {
    const problem = new Problem(404, 'not-found', 'Not found', `There is no ${request.method} ${request.url}.`);
    return reply.code(problem.status).type('application/problem+json').send(bodyOf(problem, request));
  });
}

function toProblem(error: FastifyError): Problem {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((issue) => ({ pointer: issue.instancePath, detail: issue.message ?? issue.keyword }));
    return new Problem(400, 'invalid-request', 'Invalid request', `The ${error.validationContext ?? 'request'} is not valid.`, { errors });
  }
  const constraint = violatedConstraint(error);
  if (constraint) return new Problem(409, 'constraint-violated', 'Constraint violated', `The change breaks ${constraint}.`);
  if (error.statusCode && error.statusCode < 500) return new Problem(error.statusCode, 'bad-request', 'Bad request', error.message);
  return new Problem(500, 'internal-error', 'Internal error', 'Something went wrong on our side.');
}

function bodyOf(problem: Problem, request: FastifyRequest): ProblemBody {
  return {
    type: `https://shop.example/problems/${problem.slug}`,
    title: problem.title,
    status: problem.status,
    detail: problem.message,
    instance: request.url,
    ...(problem.errors && { errors: problem.errors }),
  };
}
