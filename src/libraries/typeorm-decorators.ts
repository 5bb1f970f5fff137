import type { Export } from './definition.ts';
import { each } from './shapes.ts';

// Source: typeorm 1.1 documentation (Decorator reference, Entities) and type declarations; `generated` in the options of a column is TypeORM 0.2 and 0.3.

const options = { type: { at: ['0.type', '1.type', '0'] }, default: ['0.default', '1.default'], name: ['0.name', '1.name'] } as const;

const generated = { version: 4, when: { at: ['0.generated', '1.generated'], equals: 'uuid' } } as const;

/** The strategy has no version: the default of the database has. */
const ordered = { text: "PrimaryColumn('uuid', { default: () => 'uuidv7()' })", imports: { name: 'PrimaryColumn' }, since: 'PostgreSQL 18' } as const;

export const typeormDecorators: { readonly [name: string]: Export } = {
  ...each('Entity ChildEntity ViewEntity', { decorator: { table: { name: ['0.name', '0'] } } }),
  Column: { decorator: { column: { ...options, primary: { at: ['0.primary', '1.primary'] }, uuid: generated } } },
  PrimaryColumn: { decorator: { column: { ...options, primary: true, uuid: generated } } },
  PrimaryGeneratedColumn: {
    decorator: { column: { type: { at: '0' }, name: ['0.name', '1.name'], primary: true, uuid: { version: 4, when: { at: '0', equals: 'uuid' }, ordered } } },
  },
  Generated: { decorator: { column: { uuid: { version: 4, when: { at: '0', equals: 'uuid' } } } } },
  ObjectIdColumn: { decorator: { column: { type: 'objectId', primary: true, name: '0.name' } } },
  VersionColumn: { decorator: { column: { type: 'integer', name: '0.name' } } },
  ...each('CreateDateColumn UpdateDateColumn DeleteDateColumn', { decorator: { column: { type: 'timestamp', name: '0.name' } } }),
  ...each('ViewColumn VirtualColumn TreeLevelColumn', { decorator: { column: { name: '0.name' } } }),
  ...each('ManyToOne OneToOne', { decorator: { column: { reference: true }, refers: { at: '0', by: 'relation' } } }),
  ...each('OneToMany ManyToMany', { decorator: { refers: { at: '0', by: 'relation' } } }),
  ForeignKey: { decorator: { column: { reference: true }, refers: { at: '0', by: 'foreign-key' } } },
  TreeParent: { decorator: { column: { reference: true } } },
  JoinColumn: { decorator: { column: { reference: true, name: '0.name' } } },
  InjectRepository: { decorator: { gives: 'repository', entity: '0' } },
  ...each('InjectDataSource InjectConnection', { decorator: { gives: 'dataSource' } }),
  ...each('InjectEntityManager InjectManager TransactionManager', { decorator: { gives: 'entityManager' } }),
  TransactionRepository: { decorator: { gives: 'repository', entity: '0' } },
};
