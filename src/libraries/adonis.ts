import { defineLibrary } from './definition.ts';
import type { Call, Gives } from './definition.ts';
import { each, httpMethod } from './shapes.ts';

// Source: AdonisJS 6 and 7 documentation (Routing, HTTP context, Request, Response, Controllers), @adonisjs/http-server 7.8 and 8. What a handler
// or controller method returns is the response.

const params: readonly Gives[] = ['context'];
const statuses =
  'ok created accepted nonAuthoritativeInformation partialContent badRequest unauthorized paymentRequired forbidden notFound methodNotAllowed ' +
  'notAcceptable conflict gone preconditionFailed unprocessableEntity tooManyRequests internalServerError notImplemented badGateway serviceUnavailable';

function verb(name: string): Call {
  return { gives: 'route', route: { method: httpMethod(name), path: '0', handlers: '1', params, returns: true, atLeast: 2 } };
}

export const adonis = defineLibrary({
  name: 'adonis',
  concern: 'http',
  modules: ['@adonisjs/core/services/router', '@adonisjs/core/http', '@adonisjs/http-server', '@ioc:Adonis/Core/Route', '@ioc:Adonis/Core/HttpContext'],
  exports: {
    ...each('default router Route', { gives: 'router' }),
    ...each('HttpContext HttpContextContract', { type: 'context' }),
    ...each('Request HttpRequest', { type: 'request' }),
    ...each('Response HttpResponse', { type: 'response' }),
  },
  types: {
    router: {
      methods: {
        ...each('get post put patch delete any', verb),
        route: { gives: 'route', route: { method: { at: '1' }, path: '0', handlers: '2', params, returns: true } },
        group: { gives: 'route', callbacks: [{ at: '0', params: [] }] },
        ...each('resource shallowResource on', { gives: 'route' }),
      },
    },
    route: { methods: each('use prefix as where middleware domain apiOnly only except params', { gives: 'this' }) },
    context: { properties: { request: 'request', response: 'response', params: 'input', logger: 'pino.logger' } },
    request: { methods: each('all body only except input qs param params file files header validate validateUsing', { gives: 'input' }) },
    response: {
      methods: {
        ...each(statuses, { gives: 'nothing', responds: '0' }),
        ...each('json send jsonp', { gives: 'nothing', responds: '0' }),
        ...each('status safeStatus header append type cookie plainCookie vary', { gives: 'this' }),
        ...each('redirect noContent stream download attachment abort', { gives: 'nothing' }),
      },
    },
  },
  names: { router: { is: 'router', evidence: 'file' } },
  routeFiles: [
    {
      files: ['app/**/controllers/**/*.{ts,js}', 'app/controllers/**/*.{ts,js}', 'app/Controllers/Http/**/*.{ts,js}', '**/*_controller.{ts,js}'],
      exports: { default: { method: '*', params, returns: true } },
    },
  ],
});
