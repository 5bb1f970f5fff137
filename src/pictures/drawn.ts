/** A picture in a format, and what the format could not show, a sentence each. */
export interface Drawn {
  readonly text: string;
  readonly remarks: readonly string[];
}
