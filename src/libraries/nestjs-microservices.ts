import { defineLibrary } from './definition.ts';
import { each } from './shapes.ts';

// Source: NestJS documentation (Microservices, gRPC, Gateways), @nestjs/microservices 12, @nestjs/websockets 12. What a message handler
// returns is sent back to who asked. A gRPC answer is written by its protobuf message, which names the fields.

export const nestjsMicroservices = defineLibrary({
  name: 'nestjs-microservices',
  concern: 'http',
  modules: ['@nestjs/microservices'],
  exports: {
    MessagePattern: { decorator: { route: { method: 'MESSAGE', path: ['0', '0.cmd'], returns: true } } },
    EventPattern: { decorator: { route: { method: 'MESSAGE', path: '0' }, role: 'listener' } },
    ...each('GrpcMethod GrpcStreamMethod GrpcStreamCall', {
      decorator: { route: { method: 'MESSAGE', path: ['1', 'name'], returns: true }, output: true },
    }),
    Payload: { decorator: { gives: 'input' } },
  },
});

export const nestjsWebsockets = defineLibrary({
  name: 'nestjs-websockets',
  concern: 'http',
  modules: ['@nestjs/websockets'],
  exports: {
    WebSocketGateway: { decorator: { controller: { path: ['0.namespace', '1.namespace'] } } },
    SubscribeMessage: { decorator: { route: { method: 'MESSAGE', path: '0', returns: true } } },
    MessageBody: { decorator: { gives: 'input' } },
  },
});
