import { defineLibrary } from './definition.ts';
import type { Export } from './definition.ts';
import { each } from './shapes.ts';

// Source: class-transformer 0.5 README (also @nestjs/class-transformer): a class decides by
// `@Expose` and `@Exclude`, or `excludeExtraneousValues`, which fields are left.

const mapped: Export = { call: { gives: 'mapped' } };

export const classTransformer = defineLibrary({
  name: 'class-transformer',
  concern: 'validation',
  modules: ['class-transformer', '@nestjs/class-transformer'],
  exports: {
    ...each('Exclude Expose', { decorator: { serialized: true } }),
    ...each(
      'plainToInstance plainToClass plainToClassFromExist instanceToPlain classToPlain classToPlainFromExist instanceToInstance ' +
        'classToClassFromExist serialize deserialize',
      mapped,
    ),
  },
});
