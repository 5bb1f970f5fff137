import fortress from './dist/index.js';

/** What the compiler does not say, and what is nearly always a mistake or older than the language. */
const basics = {
  'array-callback-return': 'error',
  'default-case-last': 'error',
  eqeqeq: 'error',
  'no-constant-binary-expression': 'error',
  'no-constructor-return': 'error',
  'no-else-return': 'error',
  'no-empty': 'error',
  'no-empty-character-class': 'error',
  'no-eval': 'error',
  'no-extra-boolean-cast': 'error',
  'no-fallthrough': 'error',
  'no-implicit-coercion': ['error', { boolean: false }],
  'no-lonely-if': 'error',
  'no-loss-of-precision': 'error',
  'no-new-wrappers': 'error',
  'no-param-reassign': 'error',
  'no-prototype-builtins': 'error',
  'no-regex-spaces': 'error',
  'no-self-assign': 'error',
  'no-self-compare': 'error',
  'no-sparse-arrays': 'error',
  'no-unneeded-ternary': 'error',
  'no-unsafe-finally': 'error',
  'no-unsafe-optional-chaining': 'error',
  'no-useless-backreference': 'error',
  'no-useless-catch': 'error',
  'no-useless-computed-key': 'error',
  'no-useless-concat': 'error',
  'no-useless-escape': 'error',
  'no-useless-rename': 'error',
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'prefer-object-has-own': 'error',
  'prefer-template': 'error',
  'require-yield': 'error',
  'use-isnan': 'error',
  'valid-typeof': 'error',
};

export default [
  // Fixtures and examples are the others' code: they are linted by tests.
  { ignores: ['dist/**', 'coverage/**', 'tmp/**', 'examples/**', 'test/fixtures/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...fortress.configs.strict,
  { files: ['**/*.{ts,js,mjs}'], rules: basics },
  // `src/arch/model` is the model of a project, not a folder of models.
  { files: ['src/arch/**'], rules: { 'fortress/no-layer-folders': ['error', { allow: ['model'] }] } },
];
