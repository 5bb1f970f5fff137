import { layerFolderOf, type LayerFolder, type LayerQuestion } from './layer-folder.ts';

/** A layer folder with the file that the finding stands in: the first by its path. */
export interface DividedFolder {
  readonly folder: LayerFolder;
  readonly file: string;
}

/** Every layer folder of a project, once, by path. */
export function layerFoldersOf(questions: Iterable<LayerQuestion>): readonly DividedFolder[] {
  const found = new Map<string, DividedFolder>();
  for (const question of questions) {
    const folder = layerFolderOf(question);
    const known = folder && found.get(folder.path);
    if (folder && (!known || question.path < known.file)) found.set(folder.path, { folder, file: question.path });
  }
  return [...found.values()].sort((one, other) => (one.folder.path < other.folder.path ? -1 : 1));
}

/** What the folder does to the code, and where its files belong. */
export function layerMessage({ name, module, sliceFile }: LayerFolder): string {
  const where = module === undefined ? 'a slice of the module that it serves' : `the slice of \`${module}\` that it serves`;
  const as = sliceFile === undefined ? '' : `, as its \`${sliceFile}\``;
  return `\`${name}\` sorts code by technical kind, so one feature lies in as many folders as there are kinds. Move each file into ${where}${as}.`;
}
