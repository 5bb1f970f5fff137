import { defineLibrary } from './definition.ts';
import type { Decorator, Export } from './definition.ts';
import { each } from './shapes.ts';

// Source: NestJS 12 documentation (Controllers, Serialization, Pipes, Interceptors) and the exports of @nestjs/common 12.5.
// `@Query()` here is a parameter decorator: @nestjs/graphql has a method decorator of the same name. What passes
// ClassSerializerInterceptor keeps its fields unless its class says `@Exclude()`, so plain rows keep all; it is often registered in another file.

function route(method: string): Export {
  return { decorator: { route: { method, path: ['0', '0[]'], returns: true } } };
}

function parameter(): Export {
  const fromClient: Decorator = { gives: 'input' };
  return { decorator: fromClient };
}

export const nestjs = defineLibrary({
  name: 'nestjs',
  concern: 'http',
  serializes: true,
  modules: ['@nestjs/common'],
  exports: {
    Controller: { decorator: { controller: { path: ['0', '0.path', '0[]'] } } },
    ...Object.fromEntries(
      'Get Post Put Patch Delete Options Head Search Propfind Proppatch Mkcol Copy Move Lock Unlock'.split(' ').map((name) => [name, route(name.toUpperCase())]),
    ),
    All: route('*'),
    QueryMethod: route('QUERY'),
    Sse: route('GET'),
    RequestMapping: { decorator: { route: { method: { at: '0.method' }, path: '0.path', returns: true } } },
    ...each('Body Query Param Headers HostParam Ip Session UploadedFile UploadedFiles RawBody Cookies SignedCookies', parameter),
    ...each('Req Request', { decorator: { gives: 'express.request' } }),
    ...each('Res Response', { decorator: { gives: 'express.response', takesResponse: { unless: '0.passthrough' } } }),
    Next: { decorator: { gives: 'express.next', takesResponse: {} } },
    UseInterceptors: {
      decorator: {
        output: [
          { at: 'rest:0', named: ['*serialize*', 'mapinterceptor', '!classserializerinterceptor'] },
          { at: 'rest:0', maps: true },
        ],
        serializer: { at: 'rest:0', named: ['classserializerinterceptor'] },
      },
    },
    applyDecorators: { call: { composes: 'rest:0' } },
    SerializeOptions: { decorator: { output: ['0.type', '0.schema', '0.strategy'] } },
    // The template decides which fields of the model a reader sees.
    Render: { decorator: { output: true } },
    UsePipes: { decorator: { input: { at: 'rest:0', named: ['*validat*', '*zod*', '*schema*'] } } },
  },
  decorators: { '*serialize*': { output: true }, '*transformresponse*': { output: true }, '*responsedto*': { output: true } },
});
