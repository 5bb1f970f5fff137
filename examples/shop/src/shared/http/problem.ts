import { z } from 'zod';

/** The body of every error (RFC 9457). */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});
export type ProblemBody = z.infer<typeof problemSchema>;

/** The error states of an endpoint, for its response schema. */
export const problemResponses = { '4xx': problemSchema, '5xx': problemSchema };

interface ProblemOptions {
  readonly errors?: ProblemBody['errors'];
  readonly cause?: unknown;
}

/** An error that the caller may read. Everything else that is thrown leaves as a bare 500. */
export class Problem extends Error {
  readonly status: number;
  readonly slug: string;
  readonly title: string;
  readonly errors: ProblemBody['errors'];

  constructor(status: number, slug: string, title: string, detail: string, { errors, cause }: ProblemOptions = {}) {
    super(detail, { cause });
    this.status = status;
    this.slug = slug;
    this.title = title;
    this.errors = errors;
  }
}

export function notFound(what: string, id: string): Problem {
  return new Problem(404, 'not-found', 'Not found', `There is no ${what} ${id}.`);
}

/** Somebody else was faster: the row has another version than the caller saw. */
export function staleObject(what: string, id: string): Problem {
  return new Problem(409, 'stale-object', 'Stale object', `The ${what} ${id} has changed. Read it again and repeat.`);
}
