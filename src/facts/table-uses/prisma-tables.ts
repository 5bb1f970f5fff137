import { readPrismaSchema } from '../prisma-schema/index.ts';
import { tablesIn } from '../prisma-schema/tables.ts';
import type { PrismaAttribute, PrismaField, PrismaSchema } from '../prisma-schema/nodes.ts';
import type { TableDeclaration, TableFacts, TableUse } from './types.ts';

/** The models of a Prisma schema, and the relations between them. */
export function readPrismaTables(text: string): TableFacts {
  const schema = readPrismaSchema(text);
  const declared = tablesIn(schema).map(({ model, name, schema: inSchema, module, at }): TableDeclaration => ({
    library: 'prisma',
    entity: model,
    ...(name !== undefined && { table: name }),
    ...(inSchema !== undefined && { schema: inSchema }),
    ...(module !== undefined && { module }),
    at,
  }));
  return { declared, uses: relationsIn(schema), followed: [], sql: [] };
}

/** Fields whose type is another model. */
function relationsIn(schema: PrismaSchema): TableUse[] {
  return schema.body.flatMap((block) => {
    if (block.keyword !== 'model' && block.keyword !== 'view') return [];
    return block.members.flatMap((member): TableUse[] => {
      if (member.type !== 'Field' || !member.fieldType || SCALARS.has(member.fieldType.name)) return [];
      const { fieldType, name } = member;
      return [
        {
          library: 'prisma',
          // The other side has to be there for Prisma, and holds no key.
          tie: holdsKey(member) ? 'foreign-key' : 'relation',
          effect: 'read',
          target: { name: fieldType.name },
          at: fieldType,
          certainty: 'certain',
          relation: { owner: { name: block.name.value }, property: name.value },
        },
      ];
    });
  });
}

const SCALARS = new Set(['String', 'Boolean', 'Int', 'BigInt', 'Float', 'Decimal', 'DateTime', 'Json', 'Bytes', 'Unsupported']);

function holdsKey({ attributes }: PrismaField): boolean {
  return attributes.some((one: PrismaAttribute) => one.name === 'relation' && one.arguments.some(({ name }) => name?.value === 'fields'));
}
