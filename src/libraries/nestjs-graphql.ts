import { defineLibrary } from './definition.ts';
import type { Export } from './definition.ts';
import { each } from './shapes.ts';

// Source: NestJS GraphQL documentation (Resolvers, Mutations, Subscriptions, Federation), @nestjs/graphql 14; type-graphql 2.0 has the same
// decorators by import. The object type of a resolver names the fields a client may read, so each response has an output schema.

function operation(method: string): Export {
  return { decorator: { route: { method, path: ['1.name', '0.name', '0', 'name'], returns: true }, output: true } };
}

const decorators = {
  Resolver: { decorator: { controller: {} } },
  Query: operation('QUERY'),
  Mutation: operation('MUTATION'),
  Subscription: operation('SUBSCRIPTION'),
  ...each('ResolveField ResolveProperty FieldResolver ResolveReference', operation('FIELD')),
  ...each('Args Arg', { decorator: { gives: 'input' } }),
} satisfies { readonly [name: string]: Export };

export const nestjsGraphql = defineLibrary({ name: 'nestjs-graphql', concern: 'http', modules: ['@nestjs/graphql'], exports: decorators });

export const typeGraphql = defineLibrary({ name: 'type-graphql', concern: 'http', modules: ['type-graphql'], exports: decorators });
