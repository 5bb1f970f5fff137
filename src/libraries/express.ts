import { defineLibrary } from './definition.ts';
import type { Call, Export, Gives } from './definition.ts';
import { each, httpMethod } from './shapes.ts';

// Source: Express 5.3 and 4.21 API reference (app.METHOD, router.route, app.param, res.*), @types/express 5.0. `query` is the HTTP method
// QUERY, a router method since Express 5.3 on Node 20.20; `del` is Express 4's. `app.get('setting')` with one argument reads a setting.

const VERBS =
  'get post put patch delete head options query trace connect all del copy lock unlock merge move mkcol mkactivity checkout link unlink purge ' +
  'propfind proppatch report search source subscribe unsubscribe notify bind rebind unbind acl m-search';

const handlerParams: readonly Gives[] = ['request', 'response', 'next'];
const errorParams: readonly Gives[] = ['error', 'request', 'response', 'next'];
const checkedByMiddleware = { at: 'rest:0', named: ['*valid*', '*schema*', 'celebrate', '*openapi*'] } as const;

const middleware: Call = {
  gives: 'this',
  callbacks: [
    { at: 'rest:0', params: errorParams, arity: 4 },
    { at: 'rest:0', params: handlerParams },
  ],
};

function verb(name: string): Call {
  const route = {
    method: httpMethod(name),
    path: '0',
    handlers: 'rest:1',
    params: handlerParams,
    input: checkedByMiddleware,
    output: 'rest:1().0.response',
    atLeast: 2,
  };
  return { gives: 'this', route };
}

/** On what `router.route('/orders')` gives, the path is said already. */
function verbBelowPath(name: string): Call {
  return { gives: 'this', route: { method: httpMethod(name), handlers: 'rest:0', params: handlerParams, input: checkedByMiddleware, output: 'rest:0().0.response' } };
}

const names: { readonly [name: string]: Export } = {
  Router: { call: { gives: 'router' }, new: { gives: 'router' }, type: 'router' },
  Application: { type: 'router' },
  Express: { type: 'router' },
  IRouter: { type: 'router' },
  IRouterHandler: { type: 'router' },
  Request: { type: 'request' },
  Response: { type: 'response' },
  NextFunction: { type: 'next' },
  RequestHandler: { type: 'handler' },
  Handler: { type: 'handler' },
  RequestParamHandler: { type: 'handler' },
  ErrorRequestHandler: { type: 'errorHandler' },
};

const application: Export = { call: { gives: 'router' }, members: names };

export const express = defineLibrary({
  name: 'express',
  concern: 'http',
  modules: ['express', 'express-serve-static-core', 'ultimate-express', 'router', 'express-promise-router', 'express-async-router'],
  exports: {
    ...names,
    default: application,
    '*': application,
    express: application,
    AsyncRouter: { call: { gives: 'router' }, new: { gives: 'router' } },
  },
  types: {
    router: {
      properties: { router: 'router', locals: 'locals' },
      methods: {
        ...each(VERBS, verb),
        use: middleware,
        route: { gives: 'routeOf', prefix: '0' },
        param: { gives: 'this', callbacks: [{ at: 'last', params: ['request', 'response', 'next', 'input'] }] },
        ...each('set enable disable engine', { gives: 'this' }),
      },
    },
    routeOf: { methods: each(VERBS, verbBelowPath) },
    request: {
      properties: {
        ...each('body query params headers cookies signedCookies file files rawBody', 'input'),
        app: 'router',
        res: 'response',
        log: 'pino.logger',
        logger: 'logger.logger',
      },
      methods: each('get header param', { gives: 'input' }),
    },
    // What a view shows is its author's choice of fields, so `render` sends no entity.
    response: {
      properties: { req: 'request', app: 'router', locals: 'locals', log: 'pino.logger' },
      methods: {
        ...each('json jsonp send end write', { gives: 'nothing', responds: '0' }),
        ...each('render sendStatus redirect sendFile sendfile download', { gives: 'nothing' }),
        ...each('status type contentType set header setHeader append attachment cookie clearCookie links location vary format removeHeader writeHead', { gives: 'this' }),
      },
    },
    locals: {},
    next: { call: { gives: 'nothing' } },
    error: {},
    handler: { handler: { params: handlerParams } },
    errorHandler: { handler: { params: errorParams } },
  },
  names: {
    app: { is: 'router', evidence: 'file' },
    router: { is: 'router', evidence: 'file' },
    '*Router': { is: 'router', evidence: 'file' },
    req: { is: 'request', evidence: 'shape' },
    res: { is: 'response', evidence: 'shape' },
    response: { is: 'response', evidence: 'file' },
    request: { is: 'request', evidence: 'file' },
  },
});
