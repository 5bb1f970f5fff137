import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

describe('nestjs', () => {
  it('knows the endpoints of a controller, their paths and methods', () => {
    const { endpoints, responses } = reading({
      'src/orders.controller.ts': `
        import { All, Body, Controller, Delete, Get, Param, Post, Query, QueryMethod, RequestMapping, RequestMethod, Sse } from '@nestjs/common';
        import * as nest from '@nestjs/common';
        @Controller('orders')
        export class OrdersController {
          constructor(private readonly orders: OrdersService) {}
          @Get() list(@Query('page') page: number) { return this.orders.list(page); }
          @Get(':id') async show(@Param('id') id: string): Promise<OrderDto> { const order = await this.orders.find(id); return order; }
          @Post(['/', 'create']) create(@Body() body: CreateOrder) { return this.orders.create(body); }
          @Delete(':id') async remove(@Param('id') id: string) { await this.orders.remove(id); }
          @QueryMethod('search') search() { return found; }
          @All('anything') anything() { return anything; }
          @Sse('events') events() { return stream; }
          @RequestMapping({ path: 'old', method: RequestMethod.GET }) old() { return old; }
          @nest.Get('namespaced') namespaced() { return namespaced; }
          helper() { return 'no endpoint'; }
        }
        @Controller({ path: 'invoices', version: '1' })
        export class InvoicesController {
          @Get('open') open = async () => { return invoices; };
        }
      `,
    });
    expect(endpoints).toEqual([
      'nestjs GET /orders',
      'nestjs GET /orders/:id',
      'nestjs POST /orders',
      'nestjs DELETE /orders/:id',
      'nestjs QUERY /orders/search',
      'nestjs * /orders/anything',
      'nestjs GET /orders/events',
      'nestjs GET /orders/old',
      'nestjs GET /orders/namespaced',
      'nestjs GET /invoices/open',
    ]);
    expect(responses).toEqual([
      'return this.orders.list(page), of GET /orders',
      'return order, of GET /orders/:id',
      'return this.orders.create(body), of POST /orders',
      'return found, of QUERY /orders/search',
      'return anything, of * /orders/anything',
      'return stream, of GET /orders/events',
      'return old, of GET /orders/old',
      'return namespaced, of GET /orders/namespaced',
      'return invoices, of GET /invoices/open',
    ]);
  });

  it('sends by the response object where a handler takes it, and by return where it passes through', () => {
    const { responses } = reading({
      'src/orders.controller.ts': `
        import { Controller, Get, Req, Res, Response as Reply } from '@nestjs/common';
        import type { Response } from 'express';
        import type { FastifyReply } from 'fastify';
        @Controller()
        export class OrdersController {
          @Get('a') a(@Res() res: Response) { res.status(200).json(a); return 'ignored'; }
          @Get('b') b(@Res({ passthrough: true }) res: Response) { res.cookie('seen', '1'); return b; }
          @Get('c') c(@Reply() reply: FastifyReply) { return reply.send(c); }
          @Get('d') d(@Res() res) { res.json(d); }
          @Get('e') e(@Req() request) { request.res.json(e); return undefined; }
        }
      `,
    });
    expect(responses).toEqual([
      'json a, of GET /a',
      'return b, of GET /b',
      'send c, of GET /c',
      'json d, of GET /d',
      'json e, of GET /e',
      'return undefined, of GET /e',
    ]);
  });

  it('knows the serializers that stand between handler and client', () => {
    const { endpoints } = reading({
      'src/orders.controller.ts': `
        import { ClassSerializerInterceptor, Controller, Get, SerializeOptions, UseInterceptors, CacheInterceptor } from '@nestjs/common';
        import { ZodResponse, ZodSerializerDto } from 'nestjs-zod';
        import { Serialize } from './serialize.decorator';
        import { OrderEndpoint } from './order-endpoint';
        import { DtoInterceptor, EnvelopeInterceptor } from './interceptors';
        @Controller('a')
        @UseInterceptors(ClassSerializerInterceptor)
        export class A { @Get() list() { return rows; } }
        @Controller('b')
        export class B {
          @Get('options') @SerializeOptions({ type: OrderDto }) options() { return rows; }
          @Get('zod') @ZodSerializerDto(OrderDto) zod() { return rows; }
          @Get('response') @ZodResponse({ type: OrderDto }) response() { return rows; }
          @Get('own') @UseInterceptors(new SerializeInterceptor(OrderDto)) own() { return rows; }
          @Get('mapped') @UseInterceptors(new DtoInterceptor(OrderDto)) mapped() { return rows; }
          @Get('wrapped') @UseInterceptors(EnvelopeInterceptor) wrapped() { return rows; }
          @Get('cached') @UseInterceptors(CacheInterceptor) cached() { return rows; }
          @Get('decorated') @Serialize(OrderDto) decorated() { return rows; }
          @OrderEndpoint('composed') composed() { return rows; }
          @Get('bare') bare() { return rows; }
        }
      `,
      'src/serialize.decorator.ts': `
        import { UseInterceptors } from '@nestjs/common';
        import { SerializeInterceptor } from './serialize.interceptor';
        export function Serialize(dto: Type) { return UseInterceptors(new SerializeInterceptor(dto)); }
      `,
      'src/interceptors.ts': `
        import { plainToInstance } from 'class-transformer';
        import { map } from 'rxjs';
        export class DtoInterceptor implements NestInterceptor {
          constructor(private readonly dto: Type) {}
          intercept(context: ExecutionContext, next: CallHandler) { return next.handle().pipe(map((data) => plainToInstance(this.dto, data))); }
        }
        export class EnvelopeInterceptor implements NestInterceptor {
          intercept(context: ExecutionContext, next: CallHandler) { return next.handle().pipe(map((data) => ({ data }))); }
        }
      `,
      'src/order-endpoint.ts': `
        import { applyDecorators, Get, SerializeOptions, UseGuards } from '@nestjs/common';
        export const OrderEndpoint = (path: string) => applyDecorators(Get(path), UseGuards(AuthGuard), SerializeOptions({ type: OrderDto }));
      `,
    });
    expect(endpoints).toEqual([
      'nestjs GET /a',
      'nestjs GET /b/options, output schema',
      'nestjs GET /b/zod, output schema',
      'nestjs GET /b/response, output schema',
      'nestjs GET /b/own, output schema',
      'nestjs GET /b/mapped, output schema',
      'nestjs GET /b/wrapped',
      'nestjs GET /b/cached',
      'nestjs GET /b/decorated, output schema',
      'nestjs GET /b/composed, output schema',
      'nestjs GET /b/bare',
    ]);
  });

  it('tells resolvers, message handlers and gateways from controllers by their import', () => {
    const { endpoints, responses } = reading({
      'src/orders.resolver.ts': `
        import { Args, Mutation, Query, ResolveField, Resolver, Subscription, Parent } from '@nestjs/graphql';
        import { EventPattern, GrpcMethod, MessagePattern, Payload } from '@nestjs/microservices';
        import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { Controller } from '@nestjs/common';
        @Resolver(() => Order)
        export class OrdersResolver {
          @Query(() => [Order], { name: 'orders' }) list(@Args() args: Page) { return rows; }
          @Query('order') show(@Args('id') id: string) { return row; }
          @Mutation(() => Order) createOrder(@Args('input') input: CreateOrder) { return made; }
          @ResolveField(() => [Line]) lines(@Parent() order: Order) { return lines; }
          @Subscription(() => Order) orderPaid() { return paid; }
        }
        @Controller()
        export class OrdersMessages {
          @MessagePattern({ cmd: 'orders.find' }) find(@Payload() id: string) { return found; }
          @EventPattern('order.paid') onPaid(@Payload() event: OrderPaid) { return 'ignored'; }
          @GrpcMethod('Orders', 'FindOne') findOne(id: string) { return one; }
        }
        @WebSocketGateway({ namespace: 'orders' })
        export class OrdersGateway {
          @SubscribeMessage('watch') watch(@MessageBody() id: string) { return { event: 'watching', data: watched }; }
        }
      `,
    });
    expect(endpoints).toEqual([
      'nestjs-graphql QUERY /orders, output schema',
      'nestjs-graphql QUERY /order, output schema',
      'nestjs-graphql MUTATION /createOrder, output schema',
      'nestjs-graphql FIELD /lines, output schema',
      'nestjs-graphql SUBSCRIPTION /orderPaid, output schema',
      'nestjs-microservices MESSAGE /orders.find',
      'nestjs-microservices MESSAGE /order.paid',
      'nestjs-microservices MESSAGE /FindOne, output schema',
      'nestjs-websockets MESSAGE /orders/watch',
    ]);
    expect(responses.map((line) => line.replace(/, of .*/, ''))).toEqual([
      'return rows',
      'return row',
      'return made',
      'return lines',
      'return paid',
      'return found',
      'return one',
      "return { event: 'watching', data: watched }",
    ]);
  });

  it('believes a serializer that obeys classes where the class hides something', () => {
    const files = (controller: string): Record<string, string> => ({
      'src/users.controller.ts': `
        import { ClassSerializerInterceptor, Controller, Get, UseInterceptors } from '@nestjs/common';
        import { InjectRepository } from '@nestjs/typeorm';
        import { Repository } from 'typeorm';
        import { PrismaClient } from '@prisma/client';
        import { User } from './user.entity';
        import { Order } from './order.entity';
        import { Invoice } from '@acme/entities';
        @Controller()
        ${controller}
        export class UsersController {
          private readonly prisma = new PrismaClient();
          constructor(
            @InjectRepository(User) private readonly users: Repository<User>,
            private readonly orders: Repository<Order>,
            private readonly invoices: Repository<Invoice>,
          ) {}
          @Get('users') listUsers() { return this.users.find(); }
          @Get('orders') listOrders() { return this.orders.find(); }
          @Get('invoices') listInvoices() { return this.invoices.find(); }
          @Get('rows') listRows() { return this.prisma.user.findMany(); }
        }
      `,
      'src/user.entity.ts': `
        import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
        import { Exclude } from 'class-transformer';
        @Entity() export class User { @PrimaryGeneratedColumn('uuid') id: string; @Column() @Exclude() passwordHash: string; }
      `,
      'src/order.entity.ts': `
        import { Column, Entity } from 'typeorm';
        @Entity() export class Order { @Column() total: number; }
      `,
    });
    expect(reading(files('@UseInterceptors(ClassSerializerInterceptor)')).responses).toEqual([
      'return this.users.find(), of GET /users',
      'return this.orders.find(), of GET /orders, leaks many Order (typeorm find)',
      'return this.invoices.find(), of GET /invoices',
      'return this.prisma.user.findMany(), of GET /rows, leaks many user (prisma findMany)',
    ]);
    expect(reading(files('')).responses).toEqual([
      'return this.users.find(), of GET /users',
      'return this.orders.find(), of GET /orders, leaks many Order (typeorm find)',
      'return this.invoices.find(), of GET /invoices, leaks many Invoice (typeorm find)',
      'return this.prisma.user.findMany(), of GET /rows, leaks many user (prisma findMany)',
    ]);
  });

  it('knows that nobody serializes for Express', () => {
    const { responses } = reading({
      'src/users.ts': `
        import express from 'express';
        import { Column, Entity } from 'typeorm';
        import { Exclude } from 'class-transformer';
        import { dataSource } from './data-source';
        @Entity() class User { @Column() @Exclude() passwordHash: string; }
        const app = express();
        app.get('/users', async (req, res) => { res.json(await dataSource.getRepository(User).find()); });
      `,
      'src/data-source.ts': `import { DataSource } from 'typeorm'; export const dataSource = new DataSource({ type: 'postgres' });`,
    });
    expect(responses).toEqual(['json await dataSource.getRepository(User).find(), of GET /users, leaks many User (typeorm find)']);
  });
});
