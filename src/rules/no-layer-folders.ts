import { layerFolderOf, layerMessage, type LayerWords } from '../arch/index.ts';
import { createRule } from './create-rule.ts';
import { packageOfFile, rolesOfFile } from './on-facts.ts';
import { askProject, pathOf } from './project-of-file.ts';

type Options = Required<LayerWords>;

/** Code that is no part of a feature of the server. */
const ELSEWHERE = ['test', 'frontend', 'generated', 'migration', 'seed', 'configuration'] as const;

const NO_PLACE = { zone: 'none', isTest: false, modules: [] } as const;

export const noLayerFolders = createRule<[Options], 'layer'>({
  name: 'no-layer-folders',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow folders that sort code by technical kind', config: 'recommended', concern: 'architecture' },
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          allow: {
            description: 'Folder names that are fine, such as `models` in a product about cars.',
            type: 'array',
            items: { type: 'string' },
            uniqueItems: true,
          },
          additional: {
            description: 'Further folder names that sort by technical kind, such as `guards`.',
            type: 'array',
            items: { type: 'string' },
            uniqueItems: true,
          },
        },
      },
    ],
    defaultOptions: [{ allow: [], additional: [] }],
    messages: { layer: '{{message}}' },
  },
  create(context, [words]) {
    return {
      Program() {
        const path = pathOf(context);
        const { root, place } = askProject(context, (project) => ({ root: project.root, place: project.placeOf(path) })) ?? { root: context.cwd.replaceAll('\\', '/'), place: NO_PLACE };
        const folder = layerFolderOf({ path, root, place, package: packageOfFile(context) }, words);
        if (!folder || ELSEWHERE.some((role) => rolesOfFile(context).has(role))) return;
        const end = { line: 1, column: context.sourceCode.lines[0]?.length ?? 0 };
        context.report({ loc: { start: { line: 1, column: 0 }, end }, messageId: 'layer', data: { message: layerMessage(folder) } });
      },
    };
  },
});
