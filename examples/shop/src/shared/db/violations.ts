/** SQLSTATE class 23 of PostgreSQL: a constraint said no. */
const CONSTRAINT_ERRORS: ReadonlySet<unknown> = new Set(['23503', '23505', '23514']);

/** The name of the constraint that refused a statement, or undefined for any other error. Drizzle wraps the driver's error in its own. */
export function violatedConstraint(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && CONSTRAINT_ERRORS.has(error.code) && 'constraint' in error) return String(error.constraint);
  return violatedConstraint(error.cause);
}
