import { defineLibrary } from './definition.ts';
import type { Export } from './definition.ts';

// Source: `uuid` 14 README (v1, v3, v4, v5, v6, v7, v1ToV6, v6ToV1, parse, stringify; v6 and v7 since 10.0). Up to 3.x the package itself was version
// 4, and each version had a module: `uuid/v4`. @lukeed/uuid 2, node-uuid 1.4 and @napi-rs/uuid 0.2 have the same names.

const ordered = { name: 'v7', since: 'uuid 10' } as const;

const versions: { readonly [name: string]: Export } = {
  v1: { call: { uuid: 1, ordered } },
  v3: { call: { uuid: 3 } },
  v4: { call: { uuid: 4, ordered } },
  v5: { call: { uuid: 5 } },
  v6: { call: { uuid: 6 } },
  v7: { call: { uuid: 7 } },
  v1ToV6: { call: { uuid: 6 } },
  v6ToV1: { call: { uuid: 1 } },
  parse: { call: { gives: 'argument' } },
  stringify: { call: { gives: 'argument' } },
};

/** The `uuid` package, every generation of it. */
export const uuid = defineLibrary({
  name: 'uuid',
  concern: 'id',
  modules: ['uuid', 'node-uuid', '@lukeed/uuid', '@lukeed/uuid/secure', '@napi-rs/uuid', '@smithy/uuid'],
  exports: { ...versions, default: { call: { uuid: 4 }, members: versions } },
  uuid7: 'v7',
});

/** `uuid/v4`: one module for each version, up to uuid 6. */
export const uuidModules = [1, 3, 4, 5].map((version) => {
  const call = { uuid: version as 1 | 3 | 4 | 5 };
  return defineLibrary({
    name: `uuid/v${version}`,
    concern: 'id',
    modules: [`uuid/v${version}`, `uuid/v${version}.js`, `node-uuid/v${version}`],
    exports: { default: { call } },
  });
});
