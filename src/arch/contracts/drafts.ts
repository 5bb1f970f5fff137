import type { TSESTree } from '@typescript-eslint/types';
import { isSourceName, nameOf, relativeTo } from '../files/paths.ts';
import type { Court } from '../law/references.ts';
import { severityOf, type Draft } from '../law/finding.ts';
import { quoted } from '../law/wording.ts';
import { shownPath } from '../law/sentences.ts';
import type { Sources } from '../sources/sources.ts';
import type { Place } from '../types.ts';
import { declaresEntity } from './entities.ts';
import type { Behind, Neighbours } from './imported.ts';
import { impuritiesOf } from './purity.ts';

/** A contract file. */
export interface ContractFile {
  /** Absolute and real. */
  readonly path: string;
  readonly program: TSESTree.Program;
  readonly place: Place;
  /** The rule that ESLint runs. */
  readonly asked?: string | undefined;
}

/** `no-impure-contracts` in one file; nothing where it is no contract. */
export function contractDrafts(court: Court, sources: Sources, { path, program, place, asked }: ContractFile): Draft[] {
  const rule = 'no-impure-contracts';
  const module = place.innerModule;
  const severity = severityOf(rule, court.model.config.rules, asked);
  if (!place.isContract || module === undefined || severity === undefined) return [];
  const file = relativeTo(court.root, path) ?? path;
  return impuritiesOf(program, neighboursOf(court, sources, path, place)).map(({ start, end, what, wayOut, identity }) => ({
    rule,
    severity,
    file,
    start,
    end,
    message: `${quoted(module.name)}'s contract may hold only types, constants, schemas and events, but ${what}. ${wayOut}`,
    identity,
    more: { from: { module: module.name } },
  }));
}

function neighboursOf(court: Court, sources: Sources, path: string, place: Place): Neighbours {
  const leadsTo = (specifier: string): string | undefined => {
    const resolution = court.resolver.resolve(path, { form: 'import', specifier });
    return resolution.status === 'file' ? resolution.path : undefined;
  };
  return {
    behind(specifier) {
      const resolution = court.resolver.resolve(path, { form: 'import', specifier });
      if (resolution.status === 'file') return behindFile(resolution.path, court.model.places.of(resolution.path), place);
      return resolution.status === 'unresolved' ? 'foreign' : 'package';
    },
    named(specifier, name) {
      const target = leadsTo(specifier);
      if (target === undefined) return { kind: 'unknown', file: specifier, isEntity: false };
      const origin = name === '*' ? { path: target, kind: 'namespace' as const } : court.origins.originOf(target, name);
      const program = sources.read(origin.path)?.program;
      const file = shownPath({ root: court.root, placeOf: (one) => court.model.places.of(one) }, origin.path);
      return { kind: origin.kind, file, isEntity: program !== undefined && declaresEntity(program, name) };
    },
    namesOf(specifier) {
      const target = leadsTo(specifier);
      return target === undefined ? new Map() : court.origins.namesOf(target);
    },
  };
}

function behindFile(target: string, there: Place, here: Place): Behind {
  if (!isSourceName(nameOf(target))) return 'data';
  if (there.isContract) return 'contract';
  if (there.zone === 'shared') return 'kernel';
  return there.zone === 'module' && there.module !== here.module ? 'foreign' : 'internal';
}
