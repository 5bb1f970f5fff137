import type { ReferenceForm } from '../types.ts';
import type { TsConfig } from './tsconfig.ts';

const REQUIRING: ReadonlySet<ReferenceForm> = new Set<ReferenceForm>(['require', 'require-resolve', 'import-equals']);

/** Whether Node takes the conditions of `require` for a form. */
export function isRequiring(form: ReferenceForm): boolean {
  return REQUIRING.has(form);
}

/** The conditions of `exports` and `imports` that hold when a file is referred to in a form. */
export function conditionsOf(config: TsConfig | undefined, form: ReferenceForm): readonly string[] {
  return ['types', ...(config?.conditions ?? []), isRequiring(form) ? 'require' : 'import', 'node', 'module-sync'];
}
