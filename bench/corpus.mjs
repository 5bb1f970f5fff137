import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { calculations, camel, pascal } from './code.mjs';

const AREAS = ['order', 'invoice', 'customer', 'parcel', 'refund', 'catalog', 'ticket', 'voucher', 'quote', 'stock', 'price', 'tax'];
const DEEDS = ['place', 'cancel', 'approve', 'list', 'change', 'archive', 'assign', 'publish', 'settle'];
const FILES_A_MODULE = 4 + DEEDS.length * 4;
const KERNEL = {
  result: 'export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };',
  clock: "import type { Result } from './result.ts';\n\nexport type ClockResult = Result<string>;\nexport const now = (): string => new Date().toISOString();",
  ids: "import type { Result } from './result.ts';\n\nexport type IdResult = Result<string>;\nexport const nextId = (): string => crypto.randomUUID();",
  money: "import type { Result } from './result.ts';\n\nexport type MoneyResult = Result<number>;\nexport const round = (amount: number): number => Math.round(amount * 100) / 100;",
  logger: "import type { Result } from './result.ts';\n\nexport type LogResult = Result<void>;\nexport const info = (event: string, fields: object): void => void [event, fields];",
};

/**
 * How modules speak to each other. `barrels`: each `index.ts` hands on the module's slices, and others import from it, as most
 * monoliths do it; everything reaches nearly everything. `contracts`: types in `contract.ts`, as our law wants it; the graph is flat.
 * @typedef {'barrels' | 'contracts'} Style
 */

/**
 * Writes a modular monolith: modules of nine slices with handler, logic, schema and db, a shared kernel and a composition root.
 * A third of what crosses modules goes through an alias.
 * @param {string} folder is emptied first
 * @param {{ files: number, style?: Style, internals?: number, cycles?: number }} options how many files, how many references to
 * another module's internals, and how many times two files of two modules refer to each other
 * @returns {{ files: number, references: number, bytes: number, violations: number }} what was written; each cycle is two violations
 */
export function writeCorpus(folder, { files, style = 'barrels', internals = 40, cycles = 10 }) {
  rmSync(folder, { recursive: true, force: true });
  const count = Math.max(4, Math.round((files - Object.keys(KERNEL).length - 1) / FILES_A_MODULE));
  const planted = plant(count, internals, cycles);
  const written = { files: 0, references: 0, bytes: 0, violations: internals + 2 * cycles };
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    if (!path.startsWith('src/')) return;
    written.files += 1;
    written.references += text.match(/^(?:import|export) .* from '/gm)?.length ?? 0;
    written.bytes += text.length;
  };
  writeSettings(write, style);
  for (const [name, code] of Object.entries(KERNEL)) write(`src/shared/${name}.ts`, code + calculations(name, 3));
  const modules = Array.from({ length: count }, (_, number) => ({ number, name: moduleName(number) }));
  for (const module of modules) writeModule(write, module, style, planted);
  write('src/main.ts', `${modules.map(({ number, name }) => `import * as module${number} from './modules/${name}/index.ts';\n`).join('')}\nexport const modules = [${modules.map(({ number }) => `module${number}`).join(', ')}];\n`);
  return written;
}

function writeSettings(write, style) {
  write('package.json', '{ "name": "corpus", "private": true, "type": "module" }\n');
  write('tsconfig.json', '{\n  "compilerOptions": { "module": "NodeNext", "baseUrl": ".", "paths": { "@modules/*": ["src/modules/*"] } },\n  "include": ["src"]\n}\n');
  if (style === 'barrels') write('fortress.config.json', '{ "contract": ["index.ts"], "rules": { "no-impure-contracts": "off" } }\n');
}

function writeModule(write, { number, name }, style, planted) {
  const at = `src/modules/${name}`;
  const subject = pascal(name);
  write(`${at}/contract.ts`, `export interface ${subject}Ref {\n  readonly id: string;\n}\n\nexport const ${camel(name)}States = ['open', 'done'] as const;\n`);
  write(`${at}/events.ts`, `import type { ${subject}Ref } from './contract.ts';\n\nexport interface ${subject}Changed {\n  readonly subject: ${subject}Ref;\n  readonly at: string;\n}\n`);
  write(
    `${at}/tables.ts`,
    `import { boolean, pgTable, text, uuid } from 'drizzle-orm/pg-core';\n\nexport const ${camel(name)}Table = pgTable('${name.replaceAll('-', '_')}', {\n  id: uuid('id').primaryKey(),\n  state: text('state').notNull(),\n  archived: boolean('archived').notNull().default(false),\n});\n`,
  );
  write(`${at}/index.ts`, `export * from './contract.ts';\nexport * from './events.ts';\n${DEEDS.map((deed) => `export { handle as ${deed}${subject} } from './features/${deed}/handler.ts';\n`).join('')}`);
  const others = [1, 3, 7].map((step) => number - step).filter((other) => other >= 0);
  for (const [i, deed] of DEEDS.entries()) {
    const extra = planted.get(`${number}/${deed}`) ?? { db: '', logic: '' };
    writeSlice(write, { number, name, deed, other: others[i % others.length], style, extra });
  }
}

function writeSlice(write, { number, name, deed, other, style, extra }) {
  const at = `src/modules/${name}/features/${deed}`;
  const subject = `${pascal(deed)}${pascal(name)}`;
  const own = camel(subject);
  write(`${at}/schema.ts`, `import { z } from 'zod';\n\nexport const ${own}Input = z.object({ id: z.uuid(), amount: z.number().positive() });\nexport type ${subject}Input = z.infer<typeof ${own}Input>;\n${calculations(`${subject}Schema`, 3)}`);
  write(
    `${at}/db.ts`,
    `import { eq } from 'drizzle-orm';\nimport { nextId } from '../../../../shared/ids.ts';\nimport { ${camel(name)}Table } from '../../tables.ts';\n${extra.db}\nexport const ${own}Row = (id: string) => ({ id: id || nextId(), where: eq(${camel(name)}Table.id, id) });\n${calculations(`${subject}Db`, 4)}`,
  );
  write(
    `${at}/logic.ts`,
    `${other === undefined ? '' : foreignImport(number, other, style)}import { round } from '../../../../shared/money.ts';\nimport type { ${subject}Input } from './schema.ts';\n${extra.logic}\nexport const ${own} = (input: ${subject}Input) => round(input.amount);\n${calculations(`${subject}Logic`, 5)}`,
  );
  write(
    `${at}/handler.ts`,
    `import { now } from '../../../../shared/clock.ts';\nimport { info } from '../../../../shared/logger.ts';\nimport type { ${pascal(name)}Changed } from '../../events.ts';\nimport { ${own}Row } from './db.ts';\nimport { ${own} } from './logic.ts';\nimport { ${own}Input } from './schema.ts';\n\nexport const handle = (body: unknown): ${pascal(name)}Changed => {\n  const input = ${own}Input.parse(body);\n  info('${deed}', { row: ${own}Row(input.id), total: ${own}(input) });\n  return { subject: { id: input.id }, at: now() };\n};\n${calculations(`${subject}Handler`, 3)}`,
  );
}

function foreignImport(from, to, style) {
  const name = moduleName(to);
  return style === 'barrels' ? `import { ${camel(name)}States } from '${wayTo(from, to, 'index.ts')}';\n` : `import type { ${pascal(name)}Ref } from '${wayTo(from, to, 'contract.ts')}';\n`;
}

/** Where the law is broken: further lines for files of slices. */
function plant(modules, internals, cycles) {
  const random = randomFrom(7);
  const planted = new Map();
  const add = (module, deed, file, what, target, path) => {
    const key = `${module}/${deed}`;
    const lines = planted.get(key) ?? { db: '', logic: '' };
    lines[file] += `import { ${what} } from '${wayTo(module, target, path)}';\n`;
    planted.set(key, lines);
  };
  const own = (module, deed) => camel(`${pascal(deed)}${pascal(moduleName(module))}`);
  for (let i = 0; i < internals; i += 1) {
    const module = 1 + random(modules - 1);
    const target = random(module);
    const deed = DEEDS[random(DEEDS.length)];
    add(module, DEEDS[i % DEEDS.length], 'logic', `${own(target, deed)}Row as internal${i}`, target, `features/${deed}/db.ts`);
  }
  for (let i = 0; i < cycles; i += 1) {
    const module = 1 + random(modules - 1);
    const target = random(module);
    const deed = DEEDS[i % DEEDS.length];
    add(module, deed, 'db', `${own(target, deed)} as there${i}`, target, `features/${deed}/logic.ts`);
    add(target, deed, 'logic', `${own(module, deed)}Row as back${i}`, module, `features/${deed}/db.ts`);
  }
  return planted;
}

/** How a file of a slice names a file of another module. */
function wayTo(from, to, path) {
  return (from + to) % 3 === 0 ? `@modules/${moduleName(to)}/${path}` : `../../../${moduleName(to)}/${path}`;
}

function moduleName(number) {
  return `${AREAS[number % AREAS.length]}-${String(Math.floor(number / AREAS.length) + 1).padStart(3, '0')}`;
}

/** The same numbers each time: the corpus is the same to the byte. */
function randomFrom(seed) {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
