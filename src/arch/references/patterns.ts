import { keyName } from './syntax.ts';
import type { Node } from './syntax.ts';

/** Every name in a pattern, with the keys that lead to it from the value that is taken apart. */
export function forEachName(pattern: Node, keys: readonly string[] | undefined, visit: (name: string, keys: readonly string[] | undefined) => void): void {
  switch (pattern.type) {
    case 'Identifier':
      visit(pattern.name, keys);
      return;
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') forEachName(property.argument, undefined, visit);
        else {
          const key = keyName(property);
          forEachName(property.value, keys && key !== undefined ? [...keys, key] : undefined, visit);
        }
      }
      return;
    case 'ArrayPattern':
      for (const element of pattern.elements) if (element) forEachName(element, undefined, visit);
      return;
    case 'AssignmentPattern':
      forEachName(pattern.left, keys, visit);
      return;
    case 'RestElement':
      forEachName(pattern.argument, undefined, visit);
      return;
    case 'TSParameterProperty':
      forEachName(pattern.parameter, keys, visit);
      return;
    default:
      return;
  }
}
