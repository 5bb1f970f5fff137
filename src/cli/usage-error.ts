/** The command cannot be run as it was asked for: both sentences are printed, and it ends with exit code 2. */
export class UsageError extends Error {
  /** What to do about it. */
  readonly next: string;

  /**
   * @param message what is wrong
   * @param next what to do
   */
  constructor(message: string, next: string) {
    super(message);
    this.name = 'UsageError';
    this.next = next;
  }
}
