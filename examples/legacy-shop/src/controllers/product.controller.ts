import { Router } from 'express';
import { z } from 'zod';
import { productDto, toProductDto } from '../dtos/product.dto.ts';
import { ProductService, type ProductInput } from '../services/product.service.ts';

const service = new ProductService();

const reviewBody = z.object({ stars: z.int().min(1).max(5), text: z.string(), writtenAt: z.iso.datetime({ offset: true }).optional() });

export const productController = Router();

productController.get('/', async (req, res) => {
  const page = Number(req.query.page ?? 1);
  const pageSize = Number(req.query.pageSize ?? 20);
  const items = await service.list(page, pageSize);
  res.json({ items, total: await service.count(), offset: (page - 1) * pageSize, limit: pageSize });
});

productController.get('/feed', async (req, res) => {
  const products = await service.listAfter(req.query.after?.toString(), 20);
  res.json({ items: products.map(toProductDto), next: products.at(-1)?.id ?? null });
});

productController.get('/names', async (_req, res) => {
  res.json(await service.listNames());
});

productController.get('/count', async (_req, res) => {
  res.json({ total: await service.count() });
});

productController.get('/:id', async (req, res) => {
  const product = await service.get(req.params.id);
  if (!product) {
    res.status(404).json({ error: 'not found' });
    return;
  }
  res.json(product);
});

productController.get('/:id/card', async (req, res) => {
  res.json(productDto.parse(await service.get(req.params.id)));
});

productController.get('/:id/reviews', async (req, res) => {
  const offset = Number(req.query.offset ?? 0);
  res.json({ reviews: await service.reviews(req.params.id, 10, offset) });
});

productController.post('/', async (req, res) => {
  const created = await service.create(req.body as ProductInput);
  res.status(201).send(created);
});

productController.post('/:id/reviews', async (req, res) => {
  const { stars, text } = reviewBody.parse(req.body);
  const review = await service.review(req.params.id, stars, text);
  res.status(201).json({ id: review?.id, stars: review?.stars, text: review?.text });
});
