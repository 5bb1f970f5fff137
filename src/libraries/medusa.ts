import { defineLibrary } from './definition.ts';
import { each } from './shapes.ts';

// Source: Medusa 2 documentation (API Routes): files `src/api/**/route.ts` whose exports are named after methods; the request and the response are Express's.

export const medusa = defineLibrary({
  name: 'medusa',
  concern: 'http',
  modules: ['@medusajs/framework', '@medusajs/framework/http', '@medusajs/medusa'],
  exports: {
    ...each('MedusaRequest AuthenticatedMedusaRequest MedusaStoreRequest', { type: 'request' }),
    ...each('MedusaResponse', { type: 'response' }),
    MedusaNextFunction: { type: 'express.next' },
  },
  types: {
    request: { extends: 'express.request', properties: each('validatedBody validatedQuery filterableFields', 'input') },
    response: { extends: 'express.response' },
  },
  routeFiles: [
    {
      files: ['src/api/**/route.{ts,js}'],
      exports: Object.fromEntries(
        'GET POST PUT PATCH DELETE HEAD OPTIONS'.split(' ').map((method) => [method, { method, path: 'file', params: ['request', 'response'] }]),
      ),
    },
  ],
});
