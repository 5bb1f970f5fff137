import type * as Valibot from 'valibot';
import { RULE_NAMES, type RuleName } from './rule-names.ts';

/**
 * The schema of `fortress.config.*`: the one place that says what a configuration may hold. `schema.json` is written from it.
 * @param v valibot, which is loaded only where there is a configuration to check
 */
export function configSchema(v: typeof Valibot) {
  const pattern = v.pipe(v.string(), v.nonEmpty());
  const patterns = (description: string) => v.optional(v.pipe(v.array(pattern), v.description(description)));
  const described = <S extends Valibot.BaseSchema<unknown, unknown, Valibot.BaseIssue<unknown>>>(schema: S, text: string) =>
    v.pipe(schema, v.description(text));

  const moduleConfig = v.strictObject({
    path: described(pattern, 'The folder of the module, or a pattern of folders, relative to the root.'),
    name: v.optional(described(pattern, 'What messages call the module; the name of its folder unless told.')),
    contract: patterns("The files that others may import: patterns relative to the module's folder. Replaces `contract` for this module."),
    owner: v.optional(described(pattern, 'Who answers for the module: shown beside its findings.')),
    open: v.optional(described(v.boolean(), 'Legacy on its way to isolation: others may enter, and each use is a warning.')),
  });
  const exception = v.strictObject({
    from: described(pattern, 'The module that refers, or a pattern of files relative to the root.'),
    to: described(pattern, 'The module that is referred to, or a pattern of files relative to the root.'),
    reason: described(pattern, 'Why it has to be.'),
    until: v.optional(v.pipe(v.string(), v.isoDate(), v.description('The last day on which the exception holds: `2027-03-31`.'))),
  });
  const library = v.looseObject({
    name: described(pattern, 'What messages call the library.'),
    concern: described(v.picklist(['database', 'http', 'logging', 'validation', 'id', 'other']), 'What it is for.'),
    modules: v.pipe(v.array(pattern), v.description('What it is imported as: exact, or with `*` and `**`: `**/shared/db`.')),
  });
  const level = v.picklist(['off', 'warn', 'error']);
  const levels = Object.fromEntries(RULE_NAMES.map((name) => [name, v.optional(level)])) as Record<RuleName, Valibot.OptionalSchema<typeof level, undefined>>;

  return v.strictObject({
    $schema: v.optional(described(v.string(), 'Address of the JSON schema, for editors.')),
    modules: v.optional(
      described(
        v.array(v.union([pattern, moduleConfig])),
        'The folders of the modules. By convention `src/modules/*`, else `src/features/*`, `src/domains/*`, `src/contexts/*`.',
      ),
    ),
    slices: patterns("The folders of slices, relative to the module's folder. By convention `features/*` and `slices/*`."),
    shared: patterns('The shared kernel: generic code that knows no module. By convention `src/shared`, `src/common`, `src/kernel`.'),
    compositionRoot: patterns('The files that start the program and wire the modules. By convention those directly in `src`.'),
    tests: patterns('Test files. By convention `**/*.{test,spec,e2e}.*`, `**/__tests__/**`, and `test`, `tests`, `e2e` at the root.'),
    contract: patterns(
      "The files of a module that others may import, relative to the module's folder. By convention `contract.ts`, `contracts/**`, `events.ts`, `events/**`, `*.events.ts`, `*.contract.ts`.",
    ),
    tables: v.optional(
      described(v.record(pattern, pattern), 'Which module owns a table, or `shared`, where it cannot be inferred: table name to module name.'),
    ),
    exceptions: v.optional(described(v.array(exception), 'References that are tolerated for a while.')),
    libraries: v.optional(described(v.array(library), "Definitions of the team's own libraries, as in the package's own `libraries`.")),
    rules: v.optional(described(v.strictObject(levels), 'How loud each check of the command is.')),
  });
}
