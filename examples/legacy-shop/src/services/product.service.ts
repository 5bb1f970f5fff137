import { v4 as uuidv4 } from 'uuid';
import type { Product } from '../models/product.model.ts';
import { ProductRepository } from '../repositories/product.repository.ts';

export interface ProductInput {
  name: string;
  priceCents: number;
  costCents: number;
}

export class ProductService {
  private readonly products = new ProductRepository();

  list(page: number, pageSize: number): Promise<Product[]> {
    return this.products.findPage(page, pageSize);
  }

  listAfter(cursor: string | undefined, limit: number): Promise<Product[]> {
    return this.products.findAfter(cursor, limit);
  }

  listNames(): Promise<{ id: string; name: string }[]> {
    return this.products.findNames();
  }

  count(): Promise<number> {
    return this.products.countAll();
  }

  get(id: string): Promise<Product | undefined> {
    return this.products.findById(id);
  }

  reviews(productId: string, limit: number, offset: number) {
    return this.products.findReviews(productId, limit, offset);
  }

  async create(input: ProductInput): Promise<Product | undefined> {
    const product = await this.products.insert({ id: uuidv4(), ...input });
    console.info('created product', product?.id);
    return product;
  }

  review(productId: string, stars: number, text: string) {
    return this.products.insertReview({ productId, stars, text });
  }
}
