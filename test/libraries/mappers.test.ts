import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

/** What is said of each response of a controller whose service asks a database. */
function leaks(body: string, imports = ''): readonly string[] {
  const { responses } = reading({
    'src/orders.ts': `
      import express from 'express';
      import knex from 'knex';
      ${imports}
      const db = knex({});
      const app = express();
      app.get('/orders', async (req, res) => {
        const row = await db('order').where({ id: req.params.id }).first();
        const rows = await db('order').select();
        ${body}
      });
    `,
  });
  return responses.map((line) => line.replace('of GET /orders', '').replace(/, $|, (?=,)/, ''));
}

describe('schemas and mappers make a response of a row', () => {
  it('zod and its relatives', () => {
    expect(
      leaks(
        `
          res.json(OrderDto.parse(row));
          res.json(rows.map((one) => OrderDto.parse(one)));
          const checked = await z.array(OrderDto).safeParseAsync(rows);
          res.json(checked.data);
          res.json(z.parse(OrderDto, row));
          res.json(orderSchema.parse(row));
          res.json(v.parse(Order, row));
          res.json(v.parser(Order)(row));
          res.json(await Yup.validate(row));
          res.json(Value.Clean(Order, row));
          res.json(create(row, Order));
          res.json(mask(row, Order));
          const { value } = joiOrder.validate(row);
          res.json(value);
          res.json(row);
        `,
        `
          import { z } from 'zod';
          import * as v from 'valibot';
          import * as yup from 'yup';
          import Joi from 'joi';
          import { Value } from '@sinclair/typebox/value';
          import { create, mask } from 'superstruct';
          import { orderSchema } from '@acme/schemas';
          const OrderDto = z.object({ id: z.string() }).strict();
          const Yup = yup.object({ id: yup.string() });
          const joiOrder = Joi.object({ id: Joi.string() }).unknown(false);
        `,
      ).filter((line) => line.includes('leaks')),
    ).toEqual(['json row, leaks order (knex first)']);
  });

  it('class-transformer, automapper, lodash, and not what only arranges or writes', () => {
    expect(
      leaks(
        `
          res.json(plainToInstance(OrderDto, row, { excludeExtraneousValues: true }));
          res.json(instanceToPlain(new OrderDto(row)));
          res.json(mapper.map(row, Order, OrderDto));
          res.json(_.pick(row, ['id', 'total']));
          res.json(rows.map((one) => pick(one, 'id')));
          res.json(omit(row, ['secret']));
          res.json(_.sortBy(rows, 'total'));
          res.json(cloneDeep(row));
          res.json(superjson.serialize({ row }));
        `,
        `
          import { instanceToPlain, plainToInstance } from 'class-transformer';
          import { createMapper } from '@automapper/core';
          import _, { cloneDeep, omit } from 'lodash';
          import pick from 'lodash/pick';
          import superjson from 'superjson';
          const mapper = createMapper({ strategyInitializer: classes() });
        `,
      ).filter((line) => line.includes('leaks')),
    ).toEqual(["json _.sortBy(rows, 'total'), leaks many order (knex select)", 'json cloneDeep(row), leaks order (knex first)', 'json superjson.serialize({ row }), leaks order (knex first)']);
  });

  it('a check that leaves the value as it came makes nothing of it', () => {
    expect(
      leaks(
        `
          if (!isOrder(row) || !v.is(Order, row) || !is(row, Order) || !Value.Check(Order, row)) return res.sendStatus(500);
          res.json(row);
        `,
        `
          import Ajv from 'ajv';
          import * as v from 'valibot';
          import { is } from 'superstruct';
          import { Value } from '@sinclair/typebox/value';
          const isOrder = new Ajv().compile(schema);
        `,
      ),
    ).toEqual(['json row, leaks order (knex first)']);
  });
});
