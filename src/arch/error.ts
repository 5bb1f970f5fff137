/** The project cannot be checked at all: the command prints both sentences and ends with exit code 2. */
export class FortressError extends Error {
  /** The file that is to blame, relative to the project's root where it lies inside; with `:line:column` where known. */
  readonly file: string | undefined;
  /** What to do about it. */
  readonly next: string;

  /**
   * @param message what is wrong
   * @param next what to do
   * @param file the file that is to blame
   */
  constructor(message: string, next: string, file?: string) {
    super(message);
    this.name = 'FortressError';
    this.file = file;
    this.next = next;
  }
}

/** The configuration cannot be used: fortress.config.*, a tsconfig, a package.json. */
export class ConfigurationError extends FortressError {
  constructor(message: string, next: string, file?: string) {
    super(message, next, file);
    this.name = 'ConfigurationError';
  }
}
