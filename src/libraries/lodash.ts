import { defineLibrary } from './definition.ts';
import type { Call, Export } from './definition.ts';
import { each } from './shapes.ts';

// Source: Lodash 4.18, radash 12, es-toolkit 1.39, @silverhand/essentials 2 documentation. Functions that choose fields, and functions that
// only arrange what they are given.

const CHOOSE = 'pick omit pickBy omitBy';
const ARRANGE =
  'cloneDeep clone merge assign defaults sortBy orderBy uniq uniqBy uniqWith compact filter reject take takeRight drop slice reverse shuffle flatten flattenDeep ' +
  'keyBy groupBy chunk concat unionBy partition tap head first last sample sort unique toArray castArray identity';

const chooses: Call = { gives: 'mapped' };
const arranges: Call = { gives: 'argument' };
const methods = { ...each(CHOOSE, chooses), ...each(ARRANGE, arranges) };
const functions = Object.fromEntries(Object.entries(methods).map(([name, call]): [string, Export] => [name, { call }]));

export const lodash = defineLibrary({
  name: 'lodash',
  concern: 'other',
  modules: ['lodash', 'lodash-es', 'lodash/fp', 'underscore', 'radash', 'es-toolkit', 'es-toolkit/**', '@silverhand/essentials'],
  exports: { default: { gives: 'lodash' }, _: { gives: 'lodash' }, ...functions },
  types: { lodash: { methods } },
});

/** One function a package, and a file: `lodash/pick`, `lodash.omit`. */
export const lodashChoosing = defineLibrary({
  name: 'lodash-choosing',
  concern: 'other',
  modules: [
    'lodash/pick',
    'lodash/omit',
    'lodash/pickBy',
    'lodash/omitBy',
    'lodash-es/pick',
    'lodash-es/omit',
    'lodash.pick',
    'lodash.omit',
    'just-pick',
    'just-omit',
    'object.pick',
    'object.omit',
  ],
  exports: { default: { call: chooses } },
});
