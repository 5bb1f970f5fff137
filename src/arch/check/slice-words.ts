import { nameOf } from '../files/paths.ts';

/** The parts of a slice, by the file that the standard calls them after. */
export type SlicePart = 'handler' | 'logic' | 'schema' | 'db';

/** What teams call the files and folders of each part; in lower case, without `-` and `_`, in the singular. */
const WORDS: Readonly<Record<SlicePart, readonly string[]>> = {
  handler: ['handler', 'route', 'router', 'controller', 'endpoint', 'resolver', 'http', 'api'],
  logic: ['logic', 'domain', 'service', 'usecase', 'interactor', 'command', 'query', 'policy', 'rule', 'workflow', 'model', 'aggregate', 'core'],
  schema: ['schema', 'dto', 'validation', 'validator', 'contract', 'type', 'request', 'response', 'input', 'output', 'payload', 'presenter', 'serializer'],
  db: ['db', 'database', 'repository', 'repo', 'store', 'storage', 'dao', 'dal', 'data', 'persistence', 'table', 'entity', 'queries', 'sql', 'prisma'],
};

const PARTS = new Map(Object.entries(WORDS).flatMap(([part, words]) => words.map((word) => [word, part as SlicePart] as const)));

/**
 * The part of a slice that a file is, by its name: `handler.ts`, `create-order.handler.ts`, `create-order-handler.ts`,
 * `CreateOrderHandler.ts`, else by the folder that it stands in: `schemas/request.ts`.
 * @param path within the slice
 */
export function partOf(path: string): SlicePart | undefined {
  const [name = '', ...folders] = path.split('/').reverse();
  const stem = name.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '');
  return partNamed(stem) ?? folders.map(partNamed).find((part) => part !== undefined);
}

/** The last word tells: a `payment-service.handler` is a handler. */
function partNamed(name: string): SlicePart | undefined {
  const words = name.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1-$2').toLowerCase().split(/[-_.\s]+/);
  const last = words.at(-1) ?? '';
  const lastTwo = words.slice(-2).join('');
  return known(lastTwo) ?? known(last);
}

function known(word: string): SlicePart | undefined {
  return PARTS.get(word) ?? PARTS.get(word.replace(/s$/, '')) ?? PARTS.get(word.replace(/ies$/, 'y'));
}

/** What the file of a part is called, in the language of the handler. */
export function partFile(handler: string, part: SlicePart): string {
  const extension = /\.[cm]?[jt]sx?$/.exec(nameOf(handler))?.[0] ?? '.ts';
  return `${part}${extension.replace(/x$/, '')}`;
}
