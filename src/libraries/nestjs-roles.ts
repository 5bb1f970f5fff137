import { defineLibrary } from './definition.ts';
import { each } from './shapes.ts';

// Source: NestJS documentation (Task Scheduling, Queues, Events, CQRS) for @nestjs/schedule 6, @nestjs/bull 11, @nestjs/bullmq 11,
// @nestjs/event-emitter 3, @nestjs/cqrs 11; nest-commander 3 README. They serve no request: the classes are jobs, listeners and commands.

export const nestjsJobs = defineLibrary({
  name: 'nestjs-jobs',
  concern: 'other',
  modules: ['@nestjs/schedule', '@nestjs/bull', '@nestjs/bullmq'],
  exports: each('Cron Interval Timeout Processor Process', { decorator: { role: 'job' } }),
});

export const nestjsEvents = defineLibrary({
  name: 'nestjs-events',
  concern: 'other',
  modules: ['@nestjs/event-emitter', '@nestjs/cqrs'],
  exports: each('OnEvent EventsHandler Saga', { decorator: { role: 'listener' } }),
});

export const nestCommander = defineLibrary({
  name: 'nest-commander',
  concern: 'other',
  modules: ['nest-commander', 'nestjs-command', 'nestjs-console'],
  exports: each('Command SubCommand RootCommand CommandRunner Console', { decorator: { role: 'command' } }),
});
