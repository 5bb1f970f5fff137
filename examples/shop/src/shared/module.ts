import type { FastifyBaseLogger } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Database } from './db/connection.ts';
import type { EventBus } from './events/bus.ts';

/** What the composition root hands to every module. */
export interface ModuleContext {
  readonly db: Database;
  readonly bus: EventBus;
  readonly logger: FastifyBaseLogger;
}

/** How a module shows itself to the composition root: its tables, its endpoints, its listeners. */
export interface Module {
  readonly name: string;
  readonly migrations: URL;
  readonly routes: FastifyPluginAsyncZod<ModuleContext>;
  listen?(context: ModuleContext): void;
}
