/** The scopes of a file without names. */
const EMPTY_SCOPE = {
  type: 'global',
  isStrict: true,
  upper: null,
  block: null,
  set: new Map(),
  variables: [],
  references: [],
  through: [],
  childScopes: [],
  implicit: { variables: [], set: new Map() },
};

const SCOPE_MANAGER = {
  scopes: [EMPTY_SCOPE],
  globalScope: EMPTY_SCOPE,
  acquire: () => null,
  getDeclaredVariables: () => [],
  isModule: () => false,
};

/** Methods of ESLint's `SourceCode` that answer with a list, with one thing, or with yes or no. */
const LISTS = [
  ...['getDeclaredVariables', 'getCommentsBefore', 'getCommentsAfter', 'getCommentsInside', 'getTokens', 'getFirstTokens', 'getLastTokens'],
  ...['getTokensBefore', 'getTokensAfter', 'getTokensBetween', 'getFirstTokensBetween', 'getLastTokensBetween'],
];
const ONES = [
  ...['getNodeByRangeIndex', 'getJSDocComment', 'getFirstToken', 'getLastToken', 'getTokenBefore', 'getTokenAfter', 'getTokenByRangeStart'],
  ...['getFirstTokenBetween', 'getLastTokenBetween', 'getTokenOrCommentBefore', 'getTokenOrCommentAfter'],
];
const QUESTIONS = ['isGlobalReference', 'isSpaceBetween', 'isSpaceBetweenTokens', 'markVariableAsUsed', 'commentsExistBetween'];

function all(names: readonly string[], answer: () => unknown): Record<string, () => unknown> {
  return Object.fromEntries(names.map((name) => [name, answer]));
}

/**
 * What a `SourceCode` says of a file that is no script: there is nothing. Rules for JavaScript that are switched on for
 * every file (`js.configs.recommended` without `files`) find nothing here, and do not crash.
 */
export const NO_SCRIPT: Readonly<Record<string, unknown>> = {
  ...all(LISTS, () => []),
  ...all(ONES, () => null),
  ...all(QUESTIONS, () => false),
  getScope: () => EMPTY_SCOPE,
  scopeManager: SCOPE_MANAGER,
  parserServices: {},
  tokensAndComments: [],
};
