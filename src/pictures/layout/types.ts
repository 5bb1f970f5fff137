/** What is laid out: boxes by number, and arrows between them. */
export interface Boxes {
  readonly boxes: readonly Box[];
  /** None leads from a box to itself. */
  readonly arrows: readonly Arrow[];
}

/** A box of known size. */
export interface Box {
  readonly width: number;
  readonly height: number;
  /** Boxes of a lower band stand above those of a higher one. */
  readonly band: number;
}

/** An arrow from one box to another. */
export interface Arrow {
  readonly from: number;
  readonly to: number;
}

/** Where everything stands. Coordinates grow to the right and downwards. */
export interface Laid {
  readonly width: number;
  readonly height: number;
  /** The middle of each box. */
  readonly places: readonly Point[];
  /** The way of each arrow, from its tail to its tip, through the gaps between layers: it runs upright at every point. */
  readonly ways: readonly (readonly Point[])[];
}

/** A point of the plane. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
