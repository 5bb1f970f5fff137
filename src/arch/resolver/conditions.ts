import type { ReferenceForm } from '../types.ts';
import type { TsConfig } from './tsconfig.ts';

const REQUIRING: ReadonlySet<ReferenceForm> = new Set<ReferenceForm>(['require', 'require-resolve', 'import-equals']);

/** The conditions of `exports` and `imports` that hold when a file is referred to in a form. */
export function conditionsOf(config: TsConfig | undefined, form: ReferenceForm): readonly string[] {
  return ['types', ...(config?.conditions ?? []), REQUIRING.has(form) ? 'require' : 'import', 'node', 'module-sync'];
}
