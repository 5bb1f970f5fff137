/** The contract of the room: every rule by its name, and what pages and configs are made from. */
export { CONCERNS, packageMeta } from './create-rule.ts';
export type { AnyRule, Concern, RuleDocs } from './create-rule.ts';
import type { AnyRule } from './create-rule.ts';
import { noConsoleLog } from './no-console-log.ts';
import { noCrossModuleImports } from './no-cross-module-imports.ts';
import { noCrossSliceImports } from './no-cross-slice-imports.ts';
import { noForeignTables } from './no-foreign-tables.ts';
import { noImpureContracts } from './no-impure-contracts.ts';
import { noImpureSharedKernel } from './no-impure-shared-kernel.ts';
import { noLayerFolders } from './no-layer-folders.ts';
import { noOffsetPagination } from './no-offset-pagination.ts';
import { noRawEntityReturns } from './no-raw-entity-returns.ts';
import { noTestImports } from './no-test-imports.ts';
import { noUnresolvedImports } from './no-unresolved-imports.ts';
import { noUuidV4Keys } from './no-uuid-v4-keys.ts';

/** Every rule, in the order of its name. */
export const rules: Readonly<Record<string, AnyRule>> = {
  'no-console-log': noConsoleLog,
  'no-cross-module-imports': noCrossModuleImports,
  'no-cross-slice-imports': noCrossSliceImports,
  'no-foreign-tables': noForeignTables,
  'no-impure-contracts': noImpureContracts,
  'no-impure-shared-kernel': noImpureSharedKernel,
  'no-layer-folders': noLayerFolders,
  'no-offset-pagination': noOffsetPagination,
  'no-raw-entity-returns': noRawEntityReturns,
  'no-test-imports': noTestImports,
  'no-unresolved-imports': noUnresolvedImports,
  'no-uuid-v4-keys': noUuidV4Keys,
};
