import { defineLibrary } from './definition.ts';
import type { Decorator, Export } from './definition.ts';
import { each, httpMethod } from './shapes.ts';

// Source: routing-controllers 0.11 README and tsoa 6 documentation: decorators of the same names.

function route(method: string): Export {
  return { decorator: { route: { method, path: '0', returns: true } } };
}

const VERBS = 'Get Post Put Patch Delete Head Options All';
const verbs = Object.fromEntries(VERBS.split(' ').map((name) => [name, route(httpMethod(name.toLowerCase()))]));
const fromClient: Decorator = { gives: 'input' };

export const routingControllers = defineLibrary({
  name: 'routing-controllers',
  concern: 'http',
  serializes: true,
  modules: ['routing-controllers'],
  exports: {
    ...each('Controller JsonController', { decorator: { controller: { path: '0' } } }),
    ...verbs,
    Method: { decorator: { route: { method: { at: '0' }, path: '1', returns: true } } },
    ...each('Body BodyParam QueryParam QueryParams Param Params HeaderParam HeaderParams CookieParam UploadedFile UploadedFiles', { decorator: fromClient }),
    Req: { decorator: { gives: 'express.request' } },
    Res: { decorator: { gives: 'express.response', takesResponse: {} } },
    ResponseClassTransformOptions: { decorator: { output: true } },
    Render: { decorator: { output: true } },
    UseInterceptor: { decorator: { output: { at: 'rest:0', named: ['*serializ*', '*transform*'] } } },
  },
});

// tsoa checks what comes in by the types, at run time.
export const tsoa = defineLibrary({
  name: 'tsoa',
  concern: 'http',
  modules: ['tsoa', '@tsoa/runtime'],
  exports: {
    Route: { decorator: { controller: { path: '0' }, input: true } },
    ...verbs,
    ...each('Body BodyProp Query Queries Path Header UploadedFile UploadedFiles FormField', { decorator: fromClient }),
    Request: { decorator: { gives: 'express.request' } },
  },
});
