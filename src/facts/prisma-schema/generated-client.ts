import { posix } from 'node:path';
import type { PrismaSchema } from './nodes.ts';

const CLIENT = /^prisma-client(?:-js|-ts)?$/;

/**
 * Where the client is written that code imports: absolute folders, with `/`. Empty where it stays in `@prisma/client`.
 * @param path the schema's file, absolute, with `/`.
 */
export function generatedClientPaths(schema: PrismaSchema, path: string): string[] {
  return schema.body.flatMap((block) => {
    if (block.keyword !== 'generator') return [];
    const setting = (name: string): string | undefined => {
      for (const member of block.members) {
        if (member.type === 'Setting' && member.name.value === name && member.value?.type === 'Text') return member.value.value;
      }
      return undefined;
    };
    const output = setting('output');
    if (!CLIENT.test(setting('provider') ?? '') || output === undefined) return [];
    return [posix.resolve(posix.dirname(path), output.replaceAll('\\', '/'))];
  });
}
