import { Controller, Get, Inject } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Access } from './access.js';

/** For supervisors: alive (the process answers) and ready (the database answers too). */
@Controller()
export class HealthController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @Get('healthz')
  @Access('open')
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Access('open')
  async ready(): Promise<{ status: 'ok' }> {
    try {
      await this.unitOfWork.manager.query('SELECT 1');
      return { status: 'ok' };
    } catch {
      throw new DomainError('database_unavailable', 'La base de données ne répond pas.', 503);
    }
  }
}
