#!/usr/bin/env node
// Writes what pages and README take from the rules: headers, options, tables. `--check` only says whether they are up to date.
// Reads the built plugin: run `npm run build` first.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fortress from '../dist/index.js';

const root = join(import.meta.dirname, '..');
const isCheck = process.argv.includes('--check');
const stale = [];

const CONCERNS = ['architecture', 'database', 'api', 'security', 'observability', 'resilience'];

for (const [name, rule] of Object.entries(fortress.rules)) {
  const page = join('docs/rules', `${name}.md`);
  update(page, (text) => replaced(replaced(text, 'header', headerOf(name, rule), page), 'options', optionsOf(rule), page));
}
const checks = readdirSync(join(root, 'docs/rules')).flatMap((file) => {
  const name = file.replace(/\.md$/, '');
  return fortress.rules[name] ? [] : [checkOf(name, readFileSync(join(root, 'docs/rules', file), 'utf8'))];
});
update('README.md', (text) => replaced(replaced(text, 'rules', tableOf(), 'README.md'), 'finding', findingOf('examples/legacy-shop', 'src/modules/billing/billing.service.ts'), 'README.md'));

if (stale.length > 0) {
  console.error(stale.join('\n'));
  console.error(isCheck ? 'Run `npm run docs` and commit what it writes.' : '');
  process.exitCode = 1;
}

function update(path, change) {
  let text;
  try {
    text = readFileSync(join(root, path), 'utf8');
  } catch {
    stale.push(`${path} is missing`);
    return;
  }
  const wanted = change(text);
  if (wanted === text) return;
  if (isCheck) stale.push(`${path} is not what the rules say`);
  else writeFileSync(join(root, path), wanted);
}

/** The text with what stands between two markers made anew. */
function replaced(text, marker, content, path) {
  const open = `<!-- ${marker} -->`;
  const close = `<!-- /${marker} -->`;
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < start) {
    stale.push(`${path} has no ${open} … ${close}`);
    return text;
  }
  return `${text.slice(0, start + open.length)}\n${content}\n${text.slice(end)}`;
}

/** A check is no ESLint rule: what there is to know of it stands in the first lines of its page. */
function checkOf(name, page) {
  const [, heading, description, command, concern, off] =
    /^<!-- check -->\n# (.+)\n\n(.+)\.\n\nA check of `(fortress \w+)`(?:, in `(\w+)`)?(, off unless `rules` switches it on)?\.\n/.exec(page) ?? [];
  if (heading !== name) stale.push(`docs/rules/${name}.md is the page of no rule, and does not begin like one of a check`);
  return { name, description, command, concern, isOff: off !== undefined };
}

/** What the command prints about one file of an example. */
function findingOf(example, file) {
  const { stdout } = spawnSync(process.execPath, [join(root, 'dist/main.js'), 'check', example], { cwd: root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
  const paragraphs = stdout.split('\n\n');
  const found = paragraphs.find((paragraph) => paragraph.startsWith(file));
  if (!found) stale.push(`README.md: \`fortress check ${example}\` finds nothing in ${file}`);
  return ['```console', '$ npx fortress check', '', found, '', paragraphs.at(-1)?.trimEnd(), '```'].join('\n');
}

function headerOf(name, { meta }) {
  const lines = [`# ${name}`, '', `${meta.docs.description}.`, '', `In ${configsOf(meta).map((config) => `\`${config}\``).join(', ')}.`];
  if (meta.fixable) lines.push('Repairs some reports with `--fix`.');
  if (meta.hasSuggestions) lines.push('Offers suggestions in the editor.');
  if (meta.languages) lines.push('Reads `.sql` and `.prisma` too.');
  return lines.join('\n');
}

function configsOf({ docs }) {
  return [...(docs.config === 'recommended' ? ['recommended'] : []), 'strict', docs.concern];
}

function optionsOf({ meta }) {
  const [schema] = Array.isArray(meta.schema) ? meta.schema : [meta.schema];
  const properties = Object.entries(schema?.properties ?? {});
  if (properties.length === 0) return 'None.';
  const defaults = meta.defaultOptions?.[0] ?? {};
  const rows = properties.map(([key, property]) => `| \`${key}\` | ${typeOf(property)} | \`${JSON.stringify(defaults[key])}\` | ${property.description} |`);
  return ['| option | type | default | |', '|---|---|---|---|', ...rows].join('\n');
}

function typeOf(property) {
  if (property.enum) return property.enum.map((value) => `\`${JSON.stringify(value)}\``).join(' or ');
  if (property.type === 'array') return `list of ${property.items.enum ? typeOf(property.items) : `${property.items.type}s`}`;
  return property.type;
}

function tableOf() {
  const rows = [...CONCERNS, undefined].flatMap((concern) => {
    const own = [
      ...Object.entries(fortress.rules).filter(([, { meta }]) => meta.docs.concern === concern).map(([name, rule]) => ({ name, row: rowOfRule(name, rule) })),
      ...checks.filter((check) => check.concern === concern).map((check) => ({ name: check.name, row: rowOfCheck(check) })),
    ];
    const title = concern ?? 'what the check says of itself';
    return own.length === 0 ? [] : [`| **${title}** | | |`, ...own.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ row }) => row)];
  });
  return ['| rule | what it does | |', '|---|---|---|', ...rows].join('\n');
}

function rowOfRule(name, { meta }) {
  return `| [${name}](docs/rules/${name}.md) | ${meta.docs.description} | ${[meta.docs.config, meta.fixable && 'fix', meta.hasSuggestions && 'suggestion'].filter(Boolean).join(', ')} |`;
}

function rowOfCheck({ name, description, command, isOff }) {
  return `| [${name}](docs/rules/${name}.md) | ${description} | \`${command}\`${isOff ? ', off by default' : ''} |`;
}
