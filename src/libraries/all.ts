import type { LibraryDefinition } from './definition.ts';

/** Every page, in the order in which names without an import are tried. */
export const libraries: readonly LibraryDefinition[] = [];
