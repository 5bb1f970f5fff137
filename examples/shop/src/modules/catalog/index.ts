import type { Module } from '#shared/module.ts';
import { addProduct } from './features/add-product/handler.ts';
import { changePrice } from './features/change-price/handler.ts';
import { listProducts } from './features/list-products/handler.ts';

export const catalog: Module = {
  name: 'catalog',
  migrations: new URL('./migrations/', import.meta.url),
  routes: async (app, context) => {
    await app.register(addProduct, context);
    await app.register(changePrice, context);
    await app.register(listProducts, context);
  },
};
