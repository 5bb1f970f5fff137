import { defineConfig } from './src/config.ts';

/** Every room is a module, and what it shows the others is its `index.ts`. Rooms call each other's functions: this is a program, not services that listen. */
export default defineConfig({
  modules: ['src/*'],
  slices: [],
  shared: [],
  compositionRoot: ['src/*.ts'],
  contract: ['index.ts'],
  tests: ['test/**', 'bench/**', 'scripts/**'],
  rules: { 'no-impure-contracts': 'off' },
});
