/** A name that fits: of a very long one, the middle is left out. */
export function shortened(name: string, most: number): string {
  const characters = [...name];
  if (characters.length <= most) return name;
  const start = Math.ceil((most - 1) / 2);
  return `${characters.slice(0, start).join('')}…${characters.slice(characters.length - (most - 1 - start)).join('')}`;
}
