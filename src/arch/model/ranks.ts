/** How strongly a pattern claims what it matches. Of two claims on one path, the higher decides; of two equal ones, none can. */
export type Rank = 1 | 2 | 3 | 4;

/** What is written beats what is usual, and a path beats a pattern; but a usual path beats a pattern that happens to match it. */
export function rankOf(isLiteral: boolean, isConfigured: boolean): Rank {
  if (isLiteral) return isConfigured ? 4 : 3;
  return isConfigured ? 2 : 1;
}
