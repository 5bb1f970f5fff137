import type { ReferenceForm } from '../types.ts';

/**
 * The calls that name a file, by what their callee denotes (`denotes.ts`): a global as it is called, what comes from a
 * package as `package:export`.
 */
export interface CallForm {
  readonly form: ReferenceForm;
  /** Where the file is named: an argument; the first, if nothing is said. */
  readonly argument?: number;
  /** Where the file is named: a property of the first argument. */
  readonly option?: string;
  /** `list`: an array names several. `glob`: patterns. `folder`: everything below what is named. */
  readonly shape?: 'one' | 'list' | 'glob' | 'folder';
  /** The call gives the target back, at once or as a promise, and what is taken from it are names. */
  readonly gives?: 'module' | 'promise';
  /** A name without `./` is a path too. */
  readonly isPath?: boolean;
  /** The call also takes what is no file; what cannot be read is then no reference. */
  readonly isOptional?: boolean;
  /** Relative names do not start from this file, so where they lead cannot be read. */
  readonly isFromElsewhere?: boolean;
}

const MOCK: CallForm = { form: 'mock' };
const ACTUAL: CallForm = { form: 'mock', gives: 'module' };
const LATER: CallForm = { form: 'mock', gives: 'promise' };
const REQUIRE: CallForm = { form: 'require', gives: 'module' };
const RESOLVE: CallForm = { form: 'require-resolve' };
const GLOB: CallForm = { form: 'glob', shape: 'glob' };
const FOLDER: CallForm = { form: 'glob', shape: 'folder' };
const WORKER: CallForm = { form: 'worker', isPath: true };
const POOL: CallForm = { ...WORKER, isOptional: true };

/** A `require` made by `createRequire` for a file that is not this one. */
export const FOREIGN_REQUIRE = 'require(elsewhere)';

export const CALL_FORMS: ReadonlyMap<string, CallForm> = new Map<string, CallForm>([
  // Node: https://nodejs.org/api/modules.html, https://nodejs.org/api/module.html, https://nodejs.org/api/esm.html
  ['require', REQUIRE],
  ['require.resolve', RESOLVE],
  ['require.main.require', { ...REQUIRE, isFromElsewhere: true }],
  [FOREIGN_REQUIRE, { ...REQUIRE, isFromElsewhere: true }],
  [`${FOREIGN_REQUIRE}.resolve`, { ...RESOLVE, isFromElsewhere: true }],
  ['import.meta.resolve', RESOLVE],
  ['module:register', RESOLVE],
  ['child_process:fork', WORKER],
  // webpack: https://webpack.js.org/api/module-methods/
  ['require.ensure', { ...REQUIRE, shape: 'list' }],
  ['require.resolveWeak', RESOLVE],
  ['require.context', FOLDER],
  ['import.meta.webpackContext', FOLDER],
  // Vite: https://vite.dev/guide/features.html#glob-import
  ['import.meta.glob', GLOB],
  ['import.meta.globEager', GLOB],
  // Jest: https://jestjs.io/docs/jest-object
  ['jest.mock', MOCK],
  ['jest.unmock', MOCK],
  ['jest.doMock', MOCK],
  ['jest.dontMock', MOCK],
  ['jest.deepUnmock', MOCK],
  ['jest.setMock', MOCK],
  ['jest.unstable_mockModule', MOCK],
  ['jest.unstable_unmockModule', MOCK],
  ['jest.requireActual', ACTUAL],
  ['jest.requireMock', ACTUAL],
  ['jest.createMockFromModule', ACTUAL],
  ['jest.genMockFromModule', ACTUAL],
  ['require.requireActual', ACTUAL],
  ['require.requireMock', ACTUAL],
  // Vitest: https://vitest.dev/api/vi.html
  ['vi.mock', MOCK],
  ['vi.doMock', MOCK],
  ['vi.unmock', MOCK],
  ['vi.doUnmock', MOCK],
  ['vi.importActual', LATER],
  ['vi.importMock', LATER],
  // node:test and Bun: https://nodejs.org/api/test.html#mockmodulespecifier-options, https://bun.sh/docs/test/mocks
  ['mock.module', MOCK],
  ['vi.module', MOCK],
  ['jest.module', MOCK],
  // Older test doubles, by their own pages
  ['proxyquire:', ACTUAL],
  ['proxyquire:load', ACTUAL],
  ['rewire:', ACTUAL],
  ['esmock:', LATER],
  ['esmock:strict', LATER],
  ['mock-require:', MOCK],
  ['mock-require:stop', MOCK],
  ['mock-require:reRequire', ACTUAL],
  ['testdouble:replace', { ...MOCK, isOptional: true }],
  ['testdouble:replaceCjs', MOCK],
  ['testdouble:replaceEsm', MOCK],
  ['workerpool:pool', POOL],
]);

/** The same for `new`; `URL` is read where its base is known. */
export const CONSTRUCTOR_FORMS: ReadonlyMap<string, CallForm> = new Map<string, CallForm>([
  ['Worker', WORKER],
  ['SharedWorker', WORKER],
  ['worker_threads:Worker', WORKER],
  ['web-worker:', WORKER],
  ['threads:Worker', WORKER],
  ['bullmq:Worker', { ...POOL, argument: 1 }],
  ['piscina:', { ...POOL, option: 'filename' }],
  ['piscina:Piscina', { ...POOL, option: 'filename' }],
  ['tinypool:', { ...POOL, option: 'filename' }],
  ['tinypool:Tinypool', { ...POOL, option: 'filename' }],
]);

/** What is the same under another name. */
export const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['vitest', 'vi'],
  ['vitest:vi', 'vi'],
  ['vitest:vitest', 'vi'],
  ['bun:test:vi', 'vi'],
  ['@jest/globals:jest', 'jest'],
  ['bun:test:jest', 'jest'],
  ['bun:test:mock', 'mock'],
  ['test:mock', 'mock'],
  ['import.meta.jest', 'jest'],
  ['import.meta.vitest', 'vitest:'],
  ['module.require', 'require'],
  ['url:URL', 'URL'],
  ['module.filename', '__filename'],
  ['import.meta.filename', '__filename'],
  ['import.meta.dirname', '__dirname'],
]);

/** Calls that give back what they were called on, so that the next call in the chain is one of it too. */
export const FLUENT = /^(?:(?<jest>jest)\.\w+|(?<proxyquire>proxyquire:)(?:noCallThru|callThru|noPreserveCache|preserveCache))$/;

/** Packages whose calls name files, where no word in the code but the import of the package tells. */
export const NAMING_PACKAGES: ReadonlySet<string> = new Set(
  [...CALL_FORMS.keys(), ...CONSTRUCTOR_FORMS.keys()].flatMap((name) => {
    const colon = name.indexOf(':');
    return colon < 0 ? [] : [name.slice(0, colon)];
  }),
);

/** The last words of all callees above: a member of any other name needs no look at what it denotes. */
export const LAST_WORDS: ReadonlySet<string> = new Set([...CALL_FORMS.keys(), ...CONSTRUCTOR_FORMS.keys(), 'URL', 'default'].map((name) => /[\w$]*$/.exec(name)?.[0] ?? ''));
