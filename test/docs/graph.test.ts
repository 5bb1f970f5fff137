import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { draw, pictureOf } from '../../src/pictures/index.ts';
import { exampleGraph } from '../pictures/support/graphs.ts';

const guide = readFileSync(new URL('../../docs/graph.md', import.meta.url), 'utf8');

describe('the guide to pictures shows what the command draws', () => {
  test.each([
    ['legacy-shop', pictureOf(exampleGraph('legacy-shop'))],
    ['shop-orders', pictureOf(exampleGraph('shop'), { focus: 'orders' })],
  ])('%s', (name, picture) => {
    const shown = new RegExp(`<!-- ${name} -->\n\`\`\`mermaid\n(.*?)\`\`\`\n`, 's').exec(guide)?.[1];
    expect(shown).toBe(draw(picture, 'mermaid').text);
  });
});
