/** Functions as a backend has them, so that there is something to read besides the imports. */
export function calculations(name, count) {
  return Array.from({ length: count }, (_, i) => calculation(name, i)).join('');
}

function calculation(name, i) {
  return `
/** Folds what ${name} has collected into one figure; \`import\` and \`from\` are only words here. */
export function ${camel(name)}Total${i}(entries: ReadonlyMap<string, number>, limit = ${10 + i}): { total: number; skipped: string[] } {
  const skipped: string[] = [];
  let total = 0;
  for (const [key, value] of entries) {
    if (!Number.isFinite(value) || value > limit) {
      skipped.push(\`\${key}: \${value} from '${name}'\`); // see https://example.com/${name}
      continue;
    }
    total += value * ${i + 1};
  }
  return { total, skipped };
}
`;
}

/** `order-001` as `Order001`. */
export function pascal(name) {
  return name.replaceAll(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
}

/** `order-001` as `order001`. */
export function camel(name) {
  const word = pascal(name);
  return word.charAt(0).toLowerCase() + word.slice(1);
}
