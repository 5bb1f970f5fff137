/** The path below a folder. A path that stands elsewhere, or nowhere, is known by its name alone. */
export function pathInside(path: string, folder: string | undefined): string {
  if (folder !== undefined && path.startsWith(`${folder}/`)) return path.slice(folder.length + 1);
  return path.startsWith('/') || /^[A-Za-z]:/.test(path) ? path.slice(path.lastIndexOf('/') + 1) : path;
}
