import type { RuleName } from '../config/rule-names.ts';
import { folderOf, relativeTo } from '../files/paths.ts';
import type { Model } from '../model/model.ts';
import type { Resolver } from '../resolver/resolver.ts';
import type { Origins } from '../sources/origins.ts';
import type { Finding, Module, Place, Reference, Resolution } from '../types.ts';
import type { ContractBook } from './contract-book.ts';
import type { Exceptions } from './exceptions.ts';
import { severityOf, type Draft } from './finding.ts';
import { judge, type Target, type Verdict } from './judge.ts';
import { messageOf, unresolvedMessage } from './messages.ts';
import { nearFile } from './near.ts';
import type { Told, TracedName } from './sentences.ts';
import { specifierLike } from './specifiers.ts';
import { wayIntoModule, type WayOut } from './way-out.ts';
import { inModule, quoted } from './wording.ts';

/** Everything that the law looks things up in. */
export interface Court {
  readonly root: string;
  readonly model: Model;
  readonly resolver: Resolver;
  readonly origins: Origins;
  readonly book: ContractBook;
  readonly exceptions: Exceptions;
}

/** A file whose references are judged. */
export interface Case {
  /** Absolute and real. */
  readonly path: string;
  readonly text: string;
  readonly place: Place;
  /** The rule that ESLint runs. */
  readonly asked?: string | undefined;
}

/** What a reference leads to, and what the law says of it; a glob may lead into several modules. */
export interface Judged {
  readonly resolution: Resolution;
  readonly verdicts: readonly { readonly verdict: Verdict; readonly target: string | undefined; readonly alsoMatched: number }[];
}

const NOWHERE: Judged['verdicts'] = [];

/** Resolves and judges one reference. */
export function judgeReference(court: Court, { path, place }: Pick<Case, 'path' | 'place'>, reference: Reference): Judged {
  const resolution = court.resolver.resolve(path, reference);
  return { resolution, verdicts: verdictsOn(court, place, resolution) };
}

function verdictsOn({ model: { places } }: Court, from: Place, resolution: Resolution): Judged['verdicts'] {
  const one = (target: Target, path?: string): Judged['verdicts'] => [{ verdict: judge(from, target), target: path, alsoMatched: 0 }];
  switch (resolution.status) {
    case 'file':
      return one({ is: 'place', place: places.of(resolution.path) }, resolution.path);
    case 'folder':
      return one({ is: 'place', place: places.ofFolder(resolution.path) }, resolution.path);
    case 'package':
    case 'builtin':
      return one({ is: 'package' });
    case 'unresolved':
      return one({ is: 'missing', inModule: resolution.path !== undefined && places.wouldBeInModule(resolution.path) }, resolution.path);
    case 'unanalysable':
      return NOWHERE;
    case 'files':
      return resolution.paths.length > 0 ? verdictsOnFiles(places.of.bind(places), from, resolution.paths) : verdictOnNoFile(places, from, resolution.folder);
  }
}

/** One verdict for each rule and module that the files of a glob break or enter; the first file stands for the others. */
function verdictsOnFiles(placeOf: (path: string) => Place, from: Place, paths: readonly string[]): Judged['verdicts'] {
  const found = new Map<string, { verdict: Verdict; target: string; alsoMatched: number }>();
  for (const path of paths) {
    const verdict = judge(from, { is: 'place', place: placeOf(path) });
    const key = `${verdict.law.rule ?? ''}\0${verdict.to?.path ?? ''}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { verdict, target: path, alsoMatched: 0 });
    else known.alsoMatched += 1;
  }
  return [...found.values()];
}

/** A glob may match nothing at home; into another module it must lead to something. */
function verdictOnNoFile(places: Model['places'], from: Place, folder: string): Judged['verdicts'] {
  const there = places.ofFolder(folder).innerModule;
  const isElsewhere = places.wouldBeInModule(folder) && (there === undefined || there !== from.innerModule);
  return [{ verdict: judge(from, { is: 'missing', inModule: isElsewhere }), target: folder, alsoMatched: 0 }];
}

/** The findings on one judged reference. */
export function draftsOn(court: Court, file: Case, reference: Reference, judged: Judged): Draft[] {
  return judged.verdicts.flatMap((one) => {
    const rule = one.verdict.law.rule;
    if (rule === undefined || (file.asked !== undefined && file.asked !== rule)) return [];
    return draftOn(court, file, reference, judged.resolution, { ...one, rule }) ?? [];
  });
}

type Broken = Judged['verdicts'][number] & { readonly rule: RuleName };

function draftOn(court: Court, file: Case, reference: Reference, resolution: Resolution, broken: Broken): Draft | undefined {
  const { verdict, rule, target = '' } = broken;
  const severity = severityOf(rule, court.model.config.rules, file.asked, verdict.isOpen);
  if (severity === undefined) return undefined;
  const shown = relativeTo(court.root, file.path) ?? file.path;
  const shownTarget = relativeTo(court.root, target) ?? target;
  const { places } = court.model;
  const isFolder = resolution.status === 'folder' || resolution.status === 'unresolved' || (resolution.status === 'files' && resolution.paths.length === 0);
  const to = isFolder ? places.ofFolder(target) : places.of(target);
  if (rule !== 'no-unresolved-imports' && court.exceptions.covers({ place: file.place, file: shown }, { place: to, file: shownTarget })) return undefined;
  const base = { rule, severity, file: shown, start: reference.start, end: reference.end };
  const about = { root: court.root, from: file.place, file: shown, reference, resolution, placeOf: (path: string) => placeOfEither(places, path) };
  const fromModule = verdict.from ?? file.place.innerModule;
  const from = { ...(fromModule === undefined ? {} : { module: fromModule.name }), ...(file.place.slice === undefined ? {} : { slice: file.place.slice }) };
  const names = reference.names.length === 0 ? {} : { names: reference.names };
  if (rule === 'no-unresolved-imports') {
    const module = to.module;
    const near = nearFile(court.resolver.tree, target);
    const message = unresolvedMessage(about, module, near ?? fileToCreate(file.path, reference, target), near !== undefined);
    const more = { from, to: { ...(module === undefined ? {} : { module: module.name }), file: shownTarget }, kind: reference.kind, ...names };
    return { ...base, message, identity: [reference.specifier ?? '', ...reference.names], more };
  }
  const told: Told = { ...about, names: tracedNames(court, reference, resolution), target, alsoMatched: broken.alsoMatched };
  const way = rule === 'no-cross-module-imports' && verdict.to !== undefined ? wayOut(court, told, verdict.to) : undefined;
  const fix = way?.contractFile === undefined || resolution.status !== 'file' ? undefined : fixTo(court, file, reference, resolution.via, way.contractFile);
  return {
    ...base,
    message: messageOf(verdict, told, way?.text ?? ''),
    identity: [...reference.names].sort(),
    more: {
      from,
      to: { ...(verdict.to === undefined ? {} : { module: verdict.to.name }), file: shownTarget },
      kind: reference.kind,
      ...names,
      ...(fix === undefined ? {} : { fix }),
    },
  };
}

/** What a path that may be a folder belongs to: a module's own folder is part of it. */
function placeOfEither(places: Model['places'], path: string): Place {
  const place = places.of(path);
  return place.module === undefined ? places.ofFolder(path) : place;
}

/** The file that would make a path right, in the language of the file that asks for it. */
function fileToCreate(from: string, { isGlob, isPrefix }: Reference, target: string): string {
  if (isGlob === true || isPrefix === true || /\.[a-z]+$/i.test(target)) return target;
  return `${target}.${/\.[cm]?jsx?$/.test(from) ? 'js' : 'ts'}`;
}

function tracedNames({ origins }: Court, reference: Reference, resolution: Resolution): TracedName[] {
  if (resolution.status !== 'file' || reference.names.includes('*')) return [];
  return reference.names.map((name) => ({ name, origin: origins.originOf(resolution.path, name) }));
}

function wayOut(court: Court, told: Told, to: Module): WayOut {
  const used = told.names.map(({ name, origin }) => ({ name, kind: origin.kind, asType: told.reference.kind === 'type' }));
  const named = used.filter(({ name }) => name !== 'default');
  const way = wayIntoModule(court.book, to, named.length === used.length ? named : [], { root: court.root, canListen: told.from.zone === 'module' });
  if (told.from.zone !== 'root' || way.contractFile !== undefined) return way;
  const entry = court.resolver.tree.folder(to.path)?.sources.find((name) => /^index\.[cm]?[jt]s$/.test(name)) ?? 'index.ts';
  return { text: `Hand it out through a file directly in ${quoted(inModule(to, to.path, court.root))}, like ${quoted(inModule(to, `${to.path}/${entry}`, court.root))}.` };
}

/** Only where every name of the statement is known, and the statement holds nothing but names. */
function fixTo(court: Court, file: Case, reference: Reference, via: string | undefined, contract: string): Finding['fix'] | undefined {
  const { form, names, specifier, start, end } = reference;
  if (form !== 'import' && form !== 'export' && form !== 'import-type') return undefined;
  if (specifier === undefined || names.some((name) => name === '*' || name === 'default')) return undefined;
  const quote = file.text[start] ?? '';
  if (!/['"`]/.test(quote) || file.text[end - 1] !== quote) return undefined;
  const text = specifierLike(court.resolver, file.path, { specifier, via }, contract);
  return text === undefined || text.includes(quote) || text.includes('\\') ? undefined : { start, end, text: quote + text + quote };
}

/** Where a reference stands, for the graph: the folder of a prefix counts as the folder itself. */
export function targetOf(resolution: Resolution): string | undefined {
  if (resolution.status === 'file') return resolution.path;
  return resolution.status === 'folder' ? folderOf(`${resolution.path}/`) : undefined;
}
