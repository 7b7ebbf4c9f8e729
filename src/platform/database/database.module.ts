import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../config/configuration.js';
import type { DatabaseConnections, EntityClasses } from './connections.js';
import { DatabaseVerifier } from './database-verification.repository.js';
import { PostgresConnections } from './postgres-connections.js';
import { SqliteConnections } from './sqlite-connections.js';
import { UnitOfWork } from './unit-of-work.js';

const CONNECTIONS = Symbol('DatabaseConnections');

/** Opens an already migrated database, gives the unit of work to every feature, and closes after the last write. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  static withEntities(entities: EntityClasses): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        {
          provide: CONNECTIONS,
          inject: [CONFIGURATION],
          useFactory: ({ database }: Configuration): Promise<DatabaseConnections> =>
            database.engine === 'sqlite'
              ? SqliteConnections.open(database.file, entities)
              : PostgresConnections.open(database.url, entities, database.readUrl),
        },
        {
          provide: UnitOfWork,
          inject: [CONNECTIONS],
          useFactory: (connections: DatabaseConnections) => new UnitOfWork(connections),
        },
        DatabaseVerifier,
      ],
      exports: [UnitOfWork, DatabaseVerifier],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.unitOfWork.close();
  }
}
