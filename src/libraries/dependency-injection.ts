import { defineLibrary } from './definition.ts';
import { each } from './shapes.ts';

// Source: TypeDI 0.10, tsyringe 4, InversifyJS 7, NestJS 12 (ModuleRef) and AdonisJS 6 (container) documentation:
// containers that give an instance of the class they are asked for.

const container = { methods: each('get resolve getAsync resolveAsync make create', { gives: 'instance' }) } as const;

export const dependencyInjection = defineLibrary({
  name: 'dependency-injection',
  concern: 'other',
  modules: ['typedi', 'tsyringe', 'inversify', '@nestjs/core', '@adonisjs/core/services/app'],
  exports: {
    Container: { gives: 'container', new: { gives: 'container' }, class: { instance: 'container', static: 'container' } },
    container: { gives: 'container' },
    ModuleRef: { type: 'container' },
    NestFactory: { gives: 'factory' },
  },
  types: {
    container,
    factory: { methods: each('create createApplicationContext', { gives: 'container' }) },
  },
});
