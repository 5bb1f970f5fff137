import { marked } from '../baseline/identity.ts';
import { folderOf, relativeTo } from '../files/paths.ts';
import { Lines } from '../files/positions.ts';
import { layerFoldersOf, layerMessage, type LayerQuestion } from '../layers/index.ts';
import { severityOf } from '../law/finding.ts';
import type { Court } from '../law/references.ts';
import { packageAt } from '../model/packages.ts';
import type { State } from '../state.ts';
import type { Finding } from '../types.ts';

/** Folders that sort code by technical kind: one finding each, on the first line of its first file. */
export function layerFindings(state: State, court: Court, files: readonly string[]): Finding[] {
  const severity = severityOf('no-layer-folders', court.model.config.rules, undefined);
  if (severity === undefined) return [];
  const questions = files.map((path): LayerQuestion => ({ path, root: state.root, place: court.model.places.of(path), package: packageOf(state, path) }));
  return layerFoldersOf(questions).map(({ folder, file }) => {
    const text = state.tree.text(file) ?? '';
    const lines = new Lines(text);
    const end = lines.at(text.search(/\r?\n|$/));
    const shown = relativeTo(state.root, folder.path) ?? folder.path;
    return marked({
      rule: 'no-layer-folders',
      severity,
      file: relativeTo(state.root, file) ?? file,
      line: 1,
      column: 1,
      endLine: end.line,
      endColumn: end.column,
      message: layerMessage(folder),
      // The folder is what the finding is about, whichever of its files comes first.
      identity: { from: shown },
      ...(folder.module !== undefined && { from: { module: folder.module } }),
    });
  });
}

function packageOf(state: State, path: string): LayerQuestion['package'] {
  const manifest = packageAt(state.tree, folderOf(path));
  if (manifest === undefined) return undefined;
  return state.tree.derived(`dependencies ${manifest.folder}`, () => {
    const names = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].flatMap((key) => Object.keys((manifest.json[key] as object | null | undefined) ?? {}));
    return { folder: manifest.folder, dependencies: new Set(names) };
  });
}
