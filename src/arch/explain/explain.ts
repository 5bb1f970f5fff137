import { FortressError } from '../error.ts';
import { relativeTo } from '../files/paths.ts';
import { ContractBook } from '../law/contract-book.ts';
import { quoted } from '../law/wording.ts';
import type { State } from '../state.ts';
import type { Place } from '../types.ts';
import type { Explanation } from './explanation.ts';

/**
 * What one file or folder is, and what it may refer to.
 * @param path absolute
 */
export function explainFile(state: State, path: string): Explanation {
  const { places } = state.model;
  const folder = state.tree.folder(path);
  const real = folder?.path ?? state.tree.file(path);
  if (real === undefined) {
    throw new FortressError(`\`${relativeTo(state.root, path) ?? path}\` is not there.`, 'Name a file of the project.', relativeTo(state.root, path) ?? path);
  }
  const place = folder === undefined ? places.of(real) : places.ofFolder(real);
  const file = relativeTo(state.root, real) ?? real;
  const module = place.innerModule;
  const book: ContractBook = state.court().book;
  const contract = module === undefined ? [] : book.filesOf(module).map((one) => relativeTo(state.root, one) ?? one);
  return {
    file: file === '' ? '.' : file,
    zone: place.zone,
    isTest: place.isTest,
    isContract: place.isContract,
    isEntry: place.isEntry,
    ...(module === undefined ? {} : { module }),
    ...(place.slice === undefined ? {} : { slice: place.slice }),
    contract,
    ...sentencesFor(place),
  };
}

type Sentences = Pick<Explanation, 'allowed' | 'forbidden'>;

function sentencesFor(place: Place): Sentences {
  if (place.isTest && place.zone !== 'module') return { allowed: ['Everything: it is a test outside every module.'], forbidden: [] };
  const tests = place.isTest ? [] : ['Test files.'];
  switch (place.zone) {
    case 'module':
      return fromModule(place, tests);
    case 'shared':
      return { allowed: ['Packages, the rest of the shared kernel, and files that belong to nothing.'], forbidden: ['Any module, its contract included.', ...tests] };
    case 'root':
      return {
        allowed: ["Packages, the shared kernel, and each module's contract and the files directly in its folder."],
        forbidden: ['Anything else of a module.', ...tests],
      };
    case 'none':
      return { allowed: ["Packages, the shared kernel, and each module's contract."], forbidden: ['Anything else of a module.', ...tests] };
  }
}

function fromModule(place: Place, tests: readonly string[]): Sentences {
  const name = quoted(place.innerModule?.name ?? '');
  const own = place.isTest || place.slice === undefined ? `Everything of ${name}.` : `Its own slice ${quoted(place.slice)}, and the files of ${name} outside slices.`;
  const family = place.modules.length > 1 ? [`${quoted(place.modules[0]?.name ?? '')} holds it: the modules in there use each other's contracts, and nobody outside can enter ${name}.`] : [];
  const contract = place.isContract ? [`It is part of the contract of ${name}: others may import it, so it holds only types, constants, schemas and events.`] : [];
  const slices = place.slice === undefined || place.isTest ? [] : [`Other slices of ${name}, where \`no-cross-slice-imports\` is switched on.`];
  return {
    allowed: [own, 'Packages, the shared kernel, and files that belong to nothing.', "Other modules' contracts.", ...family, ...contract],
    forbidden: ["Anything else of other modules, their `index.ts` and types included.", ...slices, ...tests],
  };
}
