import type { Module, Outlook, OutlookDraft } from '../arch/index.ts';
import type { FollowedRelation, TableName, TableTie, TableUse } from '../facts/index.ts';
import type { TableOwners } from './owners.ts';
import type { Declared, FileTables, Ownership } from './types.ts';
import { foreignMessage, severalMessage, sharedMessage } from './words.ts';

/** What the law of tables says of one file, and what it cannot say. */
export interface Judgement {
  readonly drafts: readonly OutlookDraft[];
  /** Tables outside every module that the file's module uses. */
  readonly ofNobody: readonly { readonly declared: Declared; readonly module: Module }[];
  /** Names that nothing declares. */
  readonly undeclared: readonly { readonly name: string; readonly module: Module }[];
  /** Places whose table only the running program knows; offsets. */
  readonly dynamic: readonly number[];
}

const SILENT: Judgement = { drafts: [], ofNobody: [], undeclared: [], dynamic: [] };

/** Judges every use of a table in one file. Tests may use all tables, and so may what belongs to no module. */
export function judgeTables(outlook: Outlook, owners: TableOwners, file: FileTables): Judgement {
  const { isTest, module } = outlook.placeOf(file.path);
  if (isTest || (module === undefined && !file.path.endsWith('.prisma'))) return SILENT;
  return new FileJudge(outlook, owners, file, module).judge();
}

class FileJudge {
  readonly #outlook: Outlook;
  readonly #owners: TableOwners;
  readonly #file: FileTables;
  readonly #module: Module | undefined;
  readonly #drafts: OutlookDraft[] = [];
  readonly #ofNobody: { declared: Declared; module: Module }[] = [];
  readonly #undeclared: { name: string; module: Module }[] = [];
  readonly #dynamic: number[] = [];

  constructor(outlook: Outlook, owners: TableOwners, file: FileTables, module: Module | undefined) {
    this.#outlook = outlook;
    this.#owners = owners;
    this.#file = file;
    this.#module = module;
  }

  judge(): Judgement {
    const { declared, uses, followed } = this.#file;
    for (const one of once(declared)) this.#declared(one);
    for (const use of uses) this.#use(use);
    for (const one of followed) this.#followed(one);
    return { drafts: onePerPlace(this.#drafts), ofNobody: this.#ofNobody, undeclared: this.#undeclared, dynamic: this.#dynamic };
  }

  #declared(one: Declared): void {
    const here = one.owner;
    if (!here) return;
    const name = one.table ?? one.entity ?? '';
    const ownership = this.#owners.ofDeclared(one);
    if (ownership.is === 'module' && ownership.module !== here) this.#foreign(one, { from: here, owner: ownership.module, ownership, name, tie: 'declares', effect: 'write' });
    if (ownership.is === 'shared' && ownership.declared?.owner !== here) this.#shared(one, here, name, 'declares');
    if (ownership.is !== 'several') return;
    // Said once: where the second module declares it.
    const [first] = ownership.declared;
    const second = ownership.declared.find(({ owner }) => owner !== first?.owner);
    if (!first || second !== one) return;
    this.#drafts.push({ rule: 'no-foreign-tables', ...place(one), message: severalMessage(this.#outlook, name, one, first), identity: [name, 'declares'], from: here, ...(first.owner && { to: first.owner }), toFile: first.path });
  }

  #use({ tie, effect, target, at, relation, library }: TableUse): void {
    if (!target) {
      this.#dynamic.push(at.range[0]);
      return;
    }
    const from = this.#module ?? (relation ? this.#moduleOf(relation.owner, library) : undefined);
    if (!from || this.#isOtherSide(relation, target, tie, library)) return;
    this.#judged(target, library, { at, from, tie, effect });
  }

  #moduleOf(owner: TableName, library: string): Module | undefined {
    const ownership = this.#owners.of({ ...owner, declaredIn: this.#file.path }, library);
    return ownership.is === 'module' ? ownership.module : undefined;
  }

  /** Prisma asks for a field on either side of a relation: the one that holds the key stands for both. */
  #isOtherSide(relation: TableUse['relation'], target: TableName, tie: TableTie, library: string): boolean {
    if (!relation || tie !== 'relation' || !this.#file.path.endsWith('.prisma')) return false;
    return this.#owners.holdsKey(target.name, relation.owner.name, library);
  }

  #followed({ from, path, at, isOfAlias, effect, library }: FollowedRelation): void {
    const module = this.#module;
    if (!module) return;
    let current: TableName = from;
    for (const [index, property] of path.entries()) {
      const relation = this.#owners.relationOf(current, property, library) ?? (isOfAlias && index === 0 ? this.#owners.relationOfAny(property, library) : undefined);
      if (!relation?.use.target) return;
      current = relation.use.target;
    }
    this.#judged(current, library, { at, from: module, tie: effect === 'write' ? 'query' : 'join', effect });
  }

  #judged(target: TableName, library: string, { at, from, tie, effect }: { at: TableUse['at']; from: Module; tie: TableTie; effect: 'read' | 'write' }): void {
    const ownership = this.#owners.of(target, library);
    const name = target.name;
    switch (ownership.is) {
      case 'module':
        if (ownership.module !== from) this.#foreign({ at }, { from, owner: ownership.module, ownership, name, tie, effect });
        return;
      case 'shared':
        if (effect === 'write' && ownership.declared?.owner !== from) this.#shared({ at }, from, name, tie);
        return;
      case 'several': {
        const [owner] = ownership.modules;
        const [declared] = ownership.declared;
        if (owner && declared && !ownership.modules.includes(from)) this.#foreign({ at }, { from, owner, ownership: { is: 'module', module: owner, declared, isConfigured: false }, name, tie, effect });
        return;
      }
      case 'nobody':
        this.#ofNobody.push({ declared: ownership.declared, module: from });
        return;
      default:
        if (target.declaredIn === undefined && tie !== 'relation' && !isSystem(target)) this.#undeclared.push({ name, module: from });
    }
  }

  #foreign(what: Pick<Declared, 'at'>, told: { from: Module; owner: Module; ownership: Ownership; name: string; tie: TableTie | 'declares'; effect: 'read' | 'write' }): void {
    const { from, owner, ownership, name, tie, effect } = told;
    const declared = ownership.is === 'module' ? ownership.declared : undefined;
    const toFile = declared && declared.path !== this.#file.path ? declared.path : undefined;
    const message = foreignMessage({ outlook: this.#outlook, ...told });
    this.#drafts.push({ rule: 'no-foreign-tables', ...place(what), message, identity: [declared?.table ?? name, tie === 'query' ? effect : tie], from, to: owner, ...(toFile !== undefined && { toFile }) });
  }

  #shared(what: Pick<Declared, 'at'>, from: Module, name: string, tie: TableTie | 'declares'): void {
    this.#drafts.push({ rule: 'no-foreign-tables', ...place(what), message: sharedMessage(this.#outlook, from, name, tie), identity: [name, 'shared'], from });
  }
}

function place({ at }: Pick<Declared, 'at'>): { readonly start: number; readonly end: number } {
  return { start: at.range[0], end: at.range[1] };
}

/** A table that its constant and its name both declare is one. */
function once(declared: readonly Declared[]): readonly Declared[] {
  return [...new Map(declared.map((one) => [`${one.at.range.join()} ${one.table ?? one.entity ?? ''}`, one])).values()];
}

function onePerPlace(drafts: readonly OutlookDraft[]): OutlookDraft[] {
  const found = new Map<string, OutlookDraft>();
  for (const draft of drafts) {
    const key = `${draft.start} ${draft.end} ${draft.toFile ?? draft.to?.name ?? ''} ${draft.identity[0] ?? ''}`;
    if (!found.has(key)) found.set(key, draft);
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** Tables that every database has of itself, or that a tool keeps. */
function isSystem({ name, schema = '' }: TableName): boolean {
  return /^(?:information_schema|pg_catalog|sys|mysql|performance_schema)$/i.test(schema) || /^(?:pg_|sqlite_|sys\.|all_|dba_|dual$|excluded$|new$|old$|deleted$|inserted$|_prisma_migrations$|knex_migrations)/i.test(name);
}
