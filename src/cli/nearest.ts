/**
 * The word that was probably meant; `undefined` where none is near. Only who mistypes pays for loading what measures it.
 */
export async function nearest(word: string, known: readonly string[]): Promise<string | undefined> {
  const { nearestTo } = await import('../arch/index.ts');
  return nearestTo(word, known);
}
