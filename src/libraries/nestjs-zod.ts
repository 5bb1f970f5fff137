import { defineLibrary } from './definition.ts';

// Source: nestjs-zod 5.5 README (createZodDto, ZodSerializerDto, ZodResponse, UseZodGuard).

export const nestjsZod = defineLibrary({
  name: 'nestjs-zod',
  concern: 'validation',
  modules: ['nestjs-zod'],
  exports: {
    ZodSerializerDto: { decorator: { output: true } },
    ZodResponse: { decorator: { output: true } },
    UseZodGuard: { decorator: { input: true } },
    createZodDto: { call: { gives: 'dto' } },
  },
  types: {
    dto: { new: { gives: 'mapped' }, methods: { create: { gives: 'mapped' } }, properties: { schema: 'zod.schema' } },
  },
});
