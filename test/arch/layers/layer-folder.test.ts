import { describe, expect, it } from 'vitest';
import { layerFolderOf, layerFoldersOf, layerMessage, type LayerQuestion } from '../../../src/arch/layers/index.ts';
import type { Module } from '../../../src/arch/index.ts';

const ROOT = '/shop';

interface Ground {
  readonly module?: string;
  readonly inner?: string;
  readonly zone?: LayerQuestion['place']['zone'];
  readonly isTest?: boolean;
  readonly dependencies?: readonly string[];
  readonly packageFolder?: string;
}

function question(path: string, { module, inner, zone, isTest = false, dependencies, packageFolder }: Ground = {}): LayerQuestion {
  const modules = [module, inner].flatMap((folder): Module[] => (folder === undefined ? [] : [{ name: folder.slice(folder.lastIndexOf('/') + 1), path: `${ROOT}/${folder}`, contract: [], open: false }]));
  return {
    path: `${ROOT}/${path}`,
    root: ROOT,
    place: { zone: zone ?? (module === undefined ? 'none' : 'module'), isTest, modules },
    package: dependencies && { folder: packageFolder === undefined ? ROOT : `${ROOT}/${packageFolder}`, dependencies: new Set(dependencies) },
  };
}

const folderOf = (path: string, ground?: Ground): string | undefined => layerFolderOf(question(path, ground))?.path.slice(ROOT.length + 1);

describe('a layer folder', () => {
  it.each([
    ['src/controllers/orders.controller.ts', 'src/controllers'],
    ['src/services/orders.ts', 'src/services'],
    ['src/services/orders/close.ts', 'src/services'],
    ['src/repositories/orders.ts', 'src/repositories'],
    ['src/models/order.ts', 'src/models'],
    ['src/entities/order.entity.ts', 'src/entities'],
    ['src/dtos/order.dto.ts', 'src/dtos'],
    ['src/dto/order.dto.ts', 'src/dto'],
    ['src/middlewares/auth.ts', 'src/middlewares'],
    ['src/middleware/auth.ts', 'src/middleware'],
    ['src/routes/orders.ts', 'src/routes'],
    ['src/Controllers/Orders.ts', 'src/Controllers'],
    ['src/data-access/orders.ts', 'src/data-access'],
    ['src/dataAccess/orders.ts', 'src/dataAccess'],
    ['controllers/orders.js', 'controllers'],
    ['server/models/Order.ts', 'server/models'],
    ['src/server/services/orders.ts', 'src/server/services'],
    ['src/api/controllers/orders.ts', 'src/api/controllers'],
    ['src/app/services/orders.ts', 'src/app/services'],
    ['apps/api/src/services/orders.ts', 'apps/api/src/services'],
    ['apps/api/services/orders.ts', 'apps/api/services'],
    ['libs/orders/src/lib/services/orders.ts', 'libs/orders/src/lib/services'],
  ])('is that of %s: %s', (path, expected) => {
    expect(folderOf(path)).toBe(expected);
  });

  it('divides a module', () => {
    const module = 'src/modules/orders';
    expect(folderOf('src/modules/orders/services/close.ts', { module })).toBe('src/modules/orders/services');
    expect(folderOf('src/modules/orders/dto/close.dto.ts', { module })).toBe('src/modules/orders/dto');
    expect(folderOf('packages/orders/src/services/close.ts', { module: 'packages/orders' })).toBe('packages/orders/src/services');
    expect(folderOf('src/modules/orders/modules/returns/services/accept.ts', { module, inner: 'src/modules/orders/modules/returns' })).toBe('src/modules/orders/modules/returns/services');
  });

  it('may be called model at the top of a program, where a module may be a model of something', () => {
    expect(folderOf('src/model/order.ts')).toBe('src/model');
    expect(folderOf('src/modules/forecast/model/weights.ts', { module: 'src/modules/forecast' })).toBeUndefined();
  });

  it('stands in the package nearest to the file', () => {
    expect(folderOf('services/billing/routes/invoices.ts', { dependencies: ['fastify'], packageFolder: 'services/billing' })).toBe('services/billing/routes');
    expect(folderOf('services/billing/invoices.ts', { dependencies: ['fastify'], packageFolder: 'services/billing' })).toBeUndefined();
  });
});

describe('no layer folder', () => {
  it.each([
    'src/modules/orders/features/close-order/handler.ts',
    'src/orders/close.ts',
    'src/orders/services/close.ts',
    'src/services.ts',
    'services.ts',
    'src/utils/dates.ts',
    'src/types/order.ts',
    'src/config/env.ts',
    'src/db/client.ts',
    'src/lib/dates.ts',
    'src/infrastructure/mail.ts',
    'src/generated/models/order.ts',
    'src/.cache/models/order.ts',
    'dist/services/orders.js',
    'src/__mocks__/services/orders.ts',
  ])('is that of %s', (path) => {
    expect(folderOf(path)).toBeUndefined();
  });

  it.each(['services', 'models', 'routes', 'entities'])('is a module of the business that is called %s', (name) => {
    expect(folderOf(`src/modules/${name}/features/list/handler.ts`, { module: `src/modules/${name}` })).toBeUndefined();
    expect(folderOf(`src/modules/${name}/index.ts`, { module: `src/modules/${name}` })).toBeUndefined();
  });

  it('is inside a slice, the shared kernel or a test', () => {
    expect(folderOf('src/modules/orders/features/close/services/a.ts', { module: 'src/modules/orders' })).toBeUndefined();
    expect(folderOf('src/shared/middleware/auth.ts', { zone: 'shared' })).toBeUndefined();
    expect(folderOf('src/services/orders.test.ts', { isTest: true })).toBeUndefined();
  });

  it.each([
    ['app/controllers/orders_controller.ts', '@adonisjs/core'],
    ['app/models/order.ts', '@adonisjs/core'],
    ['src/api/services/orders.ts', '@strapi/strapi'],
    ['src/controllers/order.controller.ts', '@loopback/core'],
    ['src/services/orders/orders.class.ts', '@feathersjs/feathers'],
    ['server/routes/orders.ts', 'nuxt'],
    ['src/routes/orders/+server.ts', '@sveltejs/kit'],
    ['app/routes/orders.ts', '@react-router/dev'],
    ['routes/orders.ts', '@fastify/autoload'],
    ['src/routes/orders.ts', '@fastify/autoload'],
    ['models/order.js', 'sequelize-cli'],
    ['app/services/page.ts', 'next'],
    ['src/app/services/route.ts', 'next'],
    ['src/services/cart.ts', 'react'],
    ['src/models/cart.ts', '@angular/core'],
  ])('is %s with %s: the framework chose it', (path, dependency) => {
    expect(folderOf(path, { dependencies: [dependency] })).toBeUndefined();
  });

  it('is exempt only where the framework chose that very folder', () => {
    expect(folderOf('src/services/orders.ts', { dependencies: ['@fastify/autoload', 'fastify'] })).toBe('src/services');
    expect(folderOf('server/models/Order.ts', { dependencies: ['react', 'koa'] })).toBe('server/models');
    expect(folderOf('src/controllers/orders.ts', { dependencies: ['express'] })).toBe('src/controllers');
  });
});

describe('the words', () => {
  it('are fewer or more where a team says so', () => {
    expect(layerFolderOf(question('src/models/golf.ts'), { allow: ['Models'] })).toBeUndefined();
    expect(layerFolderOf(question('src/guards/jwt.ts'))).toBeUndefined();
    expect(layerFolderOf(question('src/guards/jwt.ts'), { additional: ['guards'] })).toEqual({ path: '/shop/src/guards', name: 'guards' });
  });
});

describe('the folders of a project', () => {
  it('are told once, at the first of their files', () => {
    const files = ['src/services/b.ts', 'src/services/a.ts', 'src/models/order.ts', 'src/main.ts'];
    expect(layerFoldersOf(files.map((file) => question(file))).map(({ folder, file }) => [folder.name, file])).toEqual([
      ['models', '/shop/src/models/order.ts'],
      ['services', '/shop/src/services/a.ts'],
    ]);
  });

  it('have a message that says where each file belongs', () => {
    expect(layerMessage({ path: '/shop/src/services', name: 'services', sliceFile: 'logic.ts' })).toBe(
      '`services` sorts code by technical kind, so one feature lies in as many folders as there are kinds. Move each file into a slice of the module that it serves, as its `logic.ts`.',
    );
    expect(layerMessage({ path: '/shop/src/modules/orders/dto', name: 'dto', module: 'orders', sliceFile: 'schema.ts' })).toBe(
      '`dto` sorts code by technical kind, so one feature lies in as many folders as there are kinds. Move each file into the slice of `orders` that it serves, as its `schema.ts`.',
    );
  });
});
