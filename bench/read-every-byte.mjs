/** The least that any checker has to do: read every source file below a folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

let bytes = 0;
const pending = [process.argv[2]];
for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) pending.push(join(folder, entry.name));
    else if (entry.name.endsWith('.ts')) bytes += readFileSync(join(folder, entry.name)).length;
  }
}
console.log(bytes);
