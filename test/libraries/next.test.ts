import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

describe('next', () => {
  it('knows route handlers by their file and name', () => {
    const route = `
      import { NextResponse, type NextRequest } from 'next/server';
      import { withAuth } from '@/auth';
      export async function GET(request: NextRequest, { params }: Context) { return NextResponse.json({ orders }); }
      export const POST = withAuth(async (request) => { return Response.json(order, { status: 201 }); });
      export const DELETE = async () => new NextResponse(JSON.stringify(removed));
      const PUT = async () => new Response(null, { status: 204 });
      export { PUT };
      export const dynamic = 'force-dynamic';
      export function helper() { return 'no endpoint'; }
    `;
    const { endpoints, responses } = reading({ 'apps/web/src/app/api/(shop)/orders/[id]/route.ts': route });
    expect(endpoints).toEqual(['next GET /api/orders/:id', 'next POST /api/orders/:id', 'next DELETE /api/orders/:id', 'next PUT /api/orders/:id']);
    expect(responses).toEqual([
      'json { orders }, of GET /api/orders/:id',
      'json order, of POST /api/orders/:id',
      'NextResponse JSON.stringify(removed), of DELETE /api/orders/:id',
      'Response null, of PUT /api/orders/:id',
    ]);
    expect(reading({ 'src/lib/route-helpers.ts': route }).endpoints).toEqual([]);
  });

  it('knows API routes and what they send', () => {
    const { endpoints, responses } = reading({
      'src/pages/api/orders/index.ts': `
        import type { NextApiRequest, NextApiResponse } from 'next';
        export default async function handler(req: NextApiRequest, res: NextApiResponse<Order[]>) {
          if (req.method !== 'GET') return res.status(405).end();
          res.status(200).json(orders);
        }
      `,
    });
    expect(endpoints).toEqual(['next * /api/orders']);
    expect(responses).toEqual(['json orders, of * /api/orders']);
    const untyped = `export default async (req, res) => { res.json(orders); };`;
    expect(reading({ 'pages/api/orders.js': untyped }).responses).toEqual(['json orders, of * /api/orders']);
  });

  it('knows the functions inside a wrapper that takes them by method', () => {
    const { endpoints, responses } = reading({
      'src/pages/api/public/orders.ts': `
        import { createRoute, withMiddleware } from '@/api';
        export default withMiddleware({
          GET: createRoute({ name: 'orders', query: Page, response: Orders, handler: async ({ query }) => orders }),
          POST: createRoute({ name: 'create', body: Order, handler: async ({ body, res }) => { res.status(201).json(order); } }),
        });
      `,
    });
    expect(endpoints).toEqual(['next GET /api/public/orders', 'next POST /api/public/orders']);
    expect(responses).toEqual(['json order, of POST /api/public/orders, likely']);
  });

  it('knows server actions, of a file and of a function', () => {
    const ofFile = `
      'use server';
      import { revalidatePath } from 'next/cache';
      export async function createOrder(form: FormData) { return order; }
      export const removeOrder = async (id: string) => { revalidatePath('/orders'); return removed; };
      async function helper() { return 'no endpoint'; }
    `;
    expect(reading({ 'src/app/orders/actions.ts': ofFile })).toMatchObject({
      endpoints: ['next MUTATION createOrder', 'next MUTATION removeOrder'],
      responses: ['return order, of MUTATION createOrder', 'return removed, of MUTATION removeOrder'],
    });
    const ofFunction = `
      export default function Page() {
        async function pay(id: string) { 'use server'; return paid; }
        return pay;
      }
      export async function cancel() { 'use server'; return cancelled; }
    `;
    expect(reading({ 'src/app/orders/page.tsx': ofFunction }).endpoints).toEqual(['next MUTATION pay', 'next MUTATION cancel']);
  });

  it('knows the data of a page', () => {
    const { endpoints, responses } = reading({
      'src/pages/orders/[id].tsx': `
        import type { GetServerSideProps } from 'next';
        export const getServerSideProps: GetServerSideProps = async ({ params }) => { return { props: { order } }; };
        export default function Page() { return null; }
      `,
    });
    expect(endpoints).toEqual(['next GET /orders/:id']);
    expect(responses).toEqual(['return { props: { order } }, of GET /orders/:id']);
  });
});

describe('react-router and remix', () => {
  it('know loaders and actions of route modules', () => {
    const { endpoints, responses } = reading({
      'app/routes/orders.$id.tsx': `
        import { json, redirect, type LoaderFunctionArgs } from '@remix-run/node';
        import { typedjson } from 'remix-typedjson';
        import { data } from 'react-router';
        export async function loader({ request, params }: LoaderFunctionArgs) {
          if (!params.id) throw new Response('Not found', { status: 404 });
          if (params.id === 'all') return typedjson({ orders });
          return json({ order });
        }
        export const action = async ({ request }) => { if (bad) return data({ errors }, { status: 422 }); return redirect('/orders'); };
        export default function Page() { return null; }
      `,
    });
    expect(endpoints).toEqual(['react-router GET /orders/:id', 'react-router POST /orders/:id']);
    expect(responses).toEqual([
      "Response 'Not found', of GET /orders/:id",
      'typedjson { orders }, of GET /orders/:id',
      'json { order }, of GET /orders/:id',
      'data { errors }, of POST /orders/:id',
    ]);
  });

  it('know routes that a function of the project makes', () => {
    const { endpoints } = reading({
      'app/routes/api.v1.orders.$id[.]json.ts': `
        import { createActionRoute, createLoaderRoute } from '~/api-builder.server';
        const { action, loader } = createActionRoute({ params: Params, findResource: async () => row }, async ({ params }) => json({ id: params.id }));
        export { action, loader };
      `,
    });
    expect(endpoints).toEqual(['react-router POST /api/v1/orders/:id.json']);
    const { endpoints: others } = reading({
      'app/routes/_index.tsx': `const route = createLoaderRoute(async () => orders); export const loader = route.loader;`,
    });
    expect(others).toEqual(['react-router GET /']);
  });

  it('know what a loader returns as it is, and typed loaders in other files', () => {
    const { endpoints, responses } = reading({
      'app/routes/_app/orders/route.ts': `
        import type { Route } from './+types/route';
        export async function loader({ params }: Route.LoaderArgs) { return { order }; }
        export async function clientLoader() { return 'in the browser'; }
      `,
    });
    expect(endpoints).toEqual(['react-router GET /orders']);
    expect(responses).toEqual(['return { order }, of GET /orders']);
  });
});

describe('sveltekit and astro', () => {
  it('know servers by their files', () => {
    const { endpoints, responses } = reading({
      'src/routes/api/orders/[id]/+server.ts': `
        import { json } from '@sveltejs/kit';
        export async function GET({ params }) { return json(order); }
      `,
    });
    expect(endpoints).toEqual(['sveltekit GET /api/orders/:id']);
    expect(responses).toEqual(['json order, of GET /api/orders/:id']);
    expect(reading({ 'src/routes/orders/+page.server.ts': `export const load = async () => ({ orders });` })).toMatchObject({
      endpoints: ['sveltekit GET /orders'],
      responses: ['return { orders }, of GET /orders'],
    });
    expect(reading({ 'src/pages/orders.json.ts': `export const GET = async () => new Response(JSON.stringify(orders));` }).endpoints).toEqual(['astro GET /orders.json']);
  });
});
