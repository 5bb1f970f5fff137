/** Folders that sort code by its technical kind, told by their paths alone. */
export { layerFolderOf, type LayerFolder, type LayerQuestion, type LayerWords } from './layer-folder.ts';
export { layerFoldersOf, layerMessage, type DividedFolder } from './layer-folders.ts';
