import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { toSlashes } from '../files/paths.ts';

/** What a specifier asks for, before anything is looked up. */
export type Request =
  /** `./x`, `../x`, `/x`, `file:///x` */
  | { readonly kind: 'path'; readonly text: string }
  /** `#x` */
  | { readonly kind: 'imports'; readonly text: string }
  /** `x`, `@x/y` */
  | { readonly kind: 'bare'; readonly text: string }
  | { readonly kind: 'builtin' }
  | { readonly kind: 'nothing' };

const SCHEME = /^[A-Za-z][A-Za-z\d+.-]+:/;

/** Reads a specifier: loaders in front of it, schemes, the slashes of Windows. */
export function requestOf(specifier: string): Request {
  const text = withoutLoaders(specifier);
  if (text === '') return { kind: 'nothing' };
  if (isBuiltin(text)) return { kind: 'builtin' };
  if (text.startsWith('file:')) return { kind: 'path', text: pathOfUrl(text) };
  if (SCHEME.test(text)) return { kind: 'builtin' };
  if (/^\.{1,2}(?:[\\/]|$)/.test(text)) return { kind: 'path', text: text.replaceAll('\\', '/') };
  if (text.startsWith('/') || /^[A-Za-z]:[\\/]/.test(text)) return { kind: 'path', text: toSlashes(text) };
  return { kind: text.startsWith('#') ? 'imports' : 'bare', text };
}

/** The readings of a path: as it is written, without `?query` and `#hash`, and with `%20` read. */
export function readingsOf(path: string): string[] {
  const readings = [path];
  const end = path.search(/[?#]/);
  const bare = end > 0 ? path.slice(0, end) : path;
  if (bare !== path) readings.push(bare);
  if (/%[\da-f]{2}/i.test(bare)) {
    try {
      readings.push(decodeURIComponent(bare));
    } catch {
      // No URL: it stays as it is written.
    }
  }
  return readings;
}

/** `raw-loader!./x` is about `./x`. */
function withoutLoaders(specifier: string): string {
  const bang = specifier.lastIndexOf('!');
  return bang < 0 || bang === specifier.length - 1 ? specifier : specifier.slice(bang + 1);
}

function pathOfUrl(url: string): string {
  try {
    return toSlashes(fileURLToPath(url));
  } catch {
    return url.slice('file:'.length);
  }
}
