import { describe, expect, it } from 'vitest';
import { generatedClientPaths, readPrismaSchema, tablesIn } from '../../../src/facts/prisma-schema/index.ts';

/** Tables and columns as lines; a column says its type, whether it is a key, and its UUID. */
function tables(text: string, ...others: string[]): string[] {
  return tablesIn(readPrismaSchema(text), others.map((one) => readPrismaSchema(one))).flatMap((table) => [
    [`${table.model} is ${table.schema === undefined ? '' : `${table.schema}.`}${table.name ?? ''}`, ...(table.isView ? ['view'] : []), ...(table.module === undefined ? [] : [`of ${table.module}`])].join(', '),
    ...table.columns.map((column) =>
      [
        `  ${column.name} ${column.type ?? ''}`,
        ...(column.isPrimary ? ['key'] : []),
        ...(column.isReference ? ['reference'] : []),
        ...(column.uuid ? [`v${column.uuid.version} ${column.uuid.generator} at ${text.slice(...column.uuid.at.range)}`] : []),
      ].join(', '),
    ),
  ]);
}

describe('tablesIn', () => {
  it('reads models with their keys, references and defaults', () => {
    expect(
      tables(`
        datasource db { 
          provider = "postgresql" 
        }
        /// @module billing
        model Invoice {
          id         String   @id @default(uuid()) @db.Uuid
          ref        String   @default(uuid(7))
          token      String   @unique @default(uuid(4)) @map("access_token")
          other      String   @default(dbgenerated("gen_random_uuid()")) @db.Uuid
          newer      String   @default(dbgenerated("uuidv7()")) @db.Uuid
          short      String   @default(cuid())
          customer   Customer @relation(fields: [customerId], references: [id])
          customerId String   @map("customer_id")
          lines      Line[]
          status     Status   @default(OPEN)
          embedding  Unsupported("vector(1536)")?
          @@map("invoices")
          @@schema("billing")
        }
        model Customer { 
          id Int @id @default(autoincrement()) 
          invoices Invoice[]
        }
        model Line {
          invoiceId String
          no        Int
          invoice   Invoice @relation(fields: [invoiceId], references: [id])
          @@id([invoiceId, no])
        }
        view Revenue {
          month DateTime @unique
        }
        enum Status { 
          OPEN 
        }
        type Address { 
          street String 
        }
      `),
    ).toEqual([
      'Invoice is billing.invoices, of billing',
      '  id uuid, key, v4 uuid() at uuid()',
      '  ref String, v7 uuid(7) at uuid(7)',
      '  access_token String, v4 uuid(4) at uuid(4)',
      '  other uuid, v4 gen_random_uuid() at dbgenerated("gen_random_uuid()")',
      '  newer uuid, v7 uuidv7() at dbgenerated("uuidv7()")',
      '  short String',
      '  customer_id String, reference',
      '  status Status',
      '  embedding vector(1536)',
      'Customer is Customer',
      '  id Int, key',
      'Line is Line',
      '  invoiceId String, key, reference',
      '  no Int, key',
      'Revenue is Revenue, view',
      '  month DateTime',
    ]);
  });

  it('finds enums and the provider in the other files of the schema', () => {
    const orders = 'model Order {\n id String @id @default(dbgenerated("(uuid())"))\n status Status\n customer Customer\n kind Kind @default(GIFT)\n}';
    expect(tables(orders, 'enum Status {\n OPEN\n}\nmodel Customer {\n id Int @id\n}', 'datasource db {\n provider = "mysql"\n}')).toEqual([
      'Order is Order',
      '  id String, key, v1 uuid() at dbgenerated("(uuid())")',
      '  status Status',
      '  kind Kind',
    ]);
  });
});

describe('generatedClientPaths', () => {
  it('resolves the output of every client generator', () => {
    const schema = readPrismaSchema(`
      generator client {
        provider = "prisma-client"
        output   = "../src/generated/prisma"
      }
      generator old {
        provider = "prisma-client-js"
        output   = "./client"
      }
      generator erd {
        provider = "prisma-erd-generator"
        output   = "../docs"
      }
    `);
    expect(generatedClientPaths(schema, '/shop/prisma/schema.prisma')).toEqual(['/shop/src/generated/prisma', '/shop/prisma/client']);
  });

  it('gives nothing where the client stays in its package', () => {
    expect(generatedClientPaths(readPrismaSchema('generator client {\n provider = "prisma-client-js"\n}'), '/shop/prisma/schema.prisma')).toEqual([]);
  });
});
