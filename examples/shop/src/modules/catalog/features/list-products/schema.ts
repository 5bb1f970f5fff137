import { pageOf, pageQuery } from '#shared/http/pagination.ts';
import { problemResponses } from '#shared/http/problem.ts';
import { productResponse } from '../../product.ts';

export const listProductsSchema = {
  querystring: pageQuery,
  response: { 200: pageOf(productResponse), ...problemResponses },
};
