import { defineLibrary } from './definition.ts';
import { each } from './shapes.ts';

// Source: @automapper/core 8 documentation: `mapper.map(entity, Entity, EntityDto)`.

export const automapper = defineLibrary({
  name: 'automapper',
  concern: 'validation',
  modules: ['@automapper/core', '@automapper/nestjs'],
  exports: {
    createMapper: { call: { gives: 'mapper' } },
    Mapper: { type: 'mapper' },
    InjectMapper: { decorator: { gives: 'mapper' } },
    MapInterceptor: { call: { gives: 'nothing' } },
  },
  types: { mapper: { methods: each('map mapArray mapAsync mapArrayAsync', { gives: 'mapped' }) } },
});
