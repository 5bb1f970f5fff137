import { Minimatch } from 'minimatch';
import type { Call, Decorator, Export, Gives, LibraryDefinition, ObjectType, RouteFiles } from '../libraries/index.ts';

/** A page, made ready: inheritance between its types is worked out. */
export interface Library {
  readonly name: string;
  readonly definition: LibraryDefinition;
  readonly catalog: Catalog;
}

/** A type with everything it inherits. */
export interface CompiledType {
  readonly library: Library;
  readonly name: string;
  readonly properties: ReadonlyMap<string, Gives>;
  readonly methods: ReadonlyMap<string, Call>;
  readonly anyProperty?: ObjectType['anyProperty'];
  readonly anyMethod?: Call;
  readonly call?: Call;
  readonly tag?: Call;
  readonly new?: Call;
  readonly responds: ReadonlySet<string>;
  readonly offsets: ReadonlySet<string>;
  readonly awaited?: Gives;
  readonly assigned?: Gives;
  readonly handler?: ObjectType['handler'];
  readonly isWholeRow: boolean;
  readonly isEntity: boolean;
}

/** A name that by convention holds a value of a library. */
export interface NameHint {
  readonly library: Library;
  readonly type: string;
  readonly evidence?: 'file' | 'shape';
  /** The name in the page is a pattern: exact names know better. */
  readonly isPattern: boolean;
  /** The name is that of an entity. */
  readonly isEntity: boolean;
}

/** What a module specifier or a global gives. */
export interface LibraryExport {
  readonly library: Library;
  readonly name: string;
  readonly export: Export;
}

/** Every page, indexed for the questions that the reader asks. */
export interface Catalog {
  readonly libraries: readonly Library[];
  /** The pages whose modules the specifier names. */
  librariesAt(specifier: string): readonly Library[];
  global(name: string): LibraryExport | undefined;
  /** What a name is that is imported from a file that cannot be read. */
  generated(name: string): LibraryExport | undefined;
  /** A type of the library, or `other.type`. */
  type(library: Library, name: string): CompiledType | undefined;
  hints(name: string): readonly NameHint[];
  /** Decorators that by convention bear this name. */
  decorators(name: string): readonly { readonly library: Library; readonly decorator: Decorator }[];
  readonly routeFiles: readonly { readonly library: Library; readonly files: RouteFiles; matches(path: string): boolean }[];
}

const compiled = new WeakMap<readonly LibraryDefinition[], Catalog>();

/** Indexes pages once; the same list gives the same catalog. */
export function catalogOf(definitions: readonly LibraryDefinition[]): Catalog {
  let catalog = compiled.get(definitions);
  if (!catalog) compiled.set(definitions, (catalog = compile(definitions)));
  return catalog;
}

/** A specifier as the pages write it: no leading dots, no extension of a source file. */
function plain(specifier: string): string {
  return specifier.replace(/^(?:\.{1,2}\/)+/, '').replace(/\.[cm]?[jt]sx?$/, '');
}

function compile(definitions: readonly LibraryDefinition[]): Catalog {
  const exact = new Map<string, Library[]>();
  const patterns: { pattern: Minimatch; library: Library }[] = [];
  const globals = new Map<string, LibraryExport>();
  const generated = new Map<string, LibraryExport>();
  const exactHints = new Map<string, NameHint[]>();
  const hintPatterns: { pattern: Minimatch; hint: NameHint }[] = [];
  const libraries: Library[] = [];
  const byName = new Map<string, Library>();
  const routeFiles: { library: Library; files: RouteFiles; matches(path: string): boolean }[] = [];
  const types = new Map<string, CompiledType | undefined>();
  const specifiers = new Map<string, readonly Library[]>();
  const decoratorPatterns: { pattern: Minimatch; library: Library; decorator: Decorator }[] = [];
  const hintsByName = new Map<string, readonly NameHint[]>();

  const catalog: Catalog = {
    libraries,
    routeFiles,
    librariesAt(specifier) {
      let found = specifiers.get(specifier);
      if (!found) {
        const name = plain(specifier);
        const matching = patterns.filter(({ pattern }) => pattern.match(specifier) || pattern.match(name)).map(({ library }) => library);
        found = [...(exact.get(specifier) ?? []), ...matching];
        specifiers.set(specifier, found);
      }
      return found;
    },
    global: (name) => globals.get(name),
    generated: (name) => generated.get(name),
    type(library, name) {
      const key = name.includes('.') ? name : `${library.name}.${name}`;
      if (!types.has(key)) types.set(key, compileType(key, byName, new Set()));
      return types.get(key);
    },
    decorators: (name) => decoratorPatterns.filter(({ pattern }) => pattern.match(name)),
    hints(name) {
      let found = hintsByName.get(name);
      if (!found) {
        found = [...(exactHints.get(name) ?? []), ...hintPatterns.filter(({ pattern }) => pattern.match(name)).map(({ hint }) => hint)];
        hintsByName.set(name, found);
      }
      return found;
    },
  };

  for (const definition of definitions) {
    const library: Library = { name: definition.name, definition, catalog };
    libraries.push(library);
    if (!byName.has(definition.name)) byName.set(definition.name, library);
    for (const specifier of definition.modules) {
      if (specifier.includes('*')) patterns.push({ pattern: new Minimatch(specifier, { dot: true }), library });
      else push(exact, specifier, library);
    }
    for (const name of definition.generated ?? []) {
      const value = definition.exports?.[name];
      if (value) generated.set(name, { library, name, export: value });
    }
    for (const [name, value] of Object.entries(definition.globals ?? {})) globals.set(name, { library, name, export: value });
    for (const [name, { is, evidence, entity }] of Object.entries(definition.names ?? {})) {
      const isPattern = /[*?{[]/.test(name);
      const hint: NameHint = { library, type: is, isPattern, isEntity: entity === true, ...(evidence && { evidence }) };
      if (isPattern) hintPatterns.push({ pattern: new Minimatch(name, { dot: true }), hint });
      else push(exactHints, name, hint);
    }
    for (const [name, decorator] of Object.entries(definition.decorators ?? {})) decoratorPatterns.push({ pattern: new Minimatch(name, { nocase: true }), library, decorator });
    for (const files of definition.routeFiles ?? []) {
      const globs = files.files.map((glob) => new Minimatch(`**/${glob}`, { dot: true }));
      routeFiles.push({ library, files, matches: (path) => globs.some((glob) => glob.match(path)) });
    }
  }
  return catalog;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function compileType(key: string, byName: ReadonlyMap<string, Library>, seen: Set<string>): CompiledType | undefined {
  const dot = key.lastIndexOf('.');
  const library = byName.get(key.slice(0, dot));
  const name = key.slice(dot + 1);
  const types = library?.definition.types ?? {};
  const own = Object.hasOwn(types, name) ? types[name] : undefined;
  if (!library || !own || seen.has(key)) return undefined;
  seen.add(key);
  const base = own.extends ? compileType(own.extends.includes('.') ? own.extends : `${library.name}.${own.extends}`, byName, seen) : undefined;
  const optional = <Name extends 'anyProperty' | 'anyMethod' | 'call' | 'tag' | 'new' | 'awaited' | 'assigned' | 'handler'>(field: Name) => {
    const value = own[field] ?? base?.[field];
    return value === undefined ? {} : { [field]: value };
  };
  return {
    library,
    name,
    properties: new Map([...(base?.properties ?? []), ...Object.entries(own.properties ?? {})]),
    methods: new Map([...(base?.methods ?? []), ...Object.entries(own.methods ?? {})]),
    responds: new Set([...(base?.responds ?? []), ...(own.responds ?? [])]),
    offsets: new Set([...(base?.offsets ?? []), ...(own.offsets ?? [])]),
    isWholeRow: own.isWholeRow ?? base?.isWholeRow ?? false,
    isEntity: own.isEntity ?? base?.isEntity ?? false,
    ...optional('anyProperty'),
    ...optional('anyMethod'),
    ...optional('call'),
    ...optional('tag'),
    ...optional('new'),
    ...optional('awaited'),
    ...optional('assigned'),
    ...optional('handler'),
  };
}
