import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SeeOther } from '../../platform/views/page.types.js';
import type { PersonIdentity } from '../account.types.js';
import { SessionsService } from '../sessions/sessions.service.js';

/** Signs one's other browsers out, from their next request on. */
@Injectable()
export class DevicesService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SessionsService) private readonly sessions: SessionsService,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
  ) {}

  /** @throws DomainError `not_found` for a device that is not one's own. */
  async end(person: PersonIdentity, sessionId: number): Promise<SeeOther> {
    await this.unitOfWork.write(async () => {
      const wasOwn = await this.sessions.end(sessionId, person.id);
      if (!wasOwn) throw new DomainError('not_found', 'Cet appareil n’est plus connecté.', 404);
      await this.tell(person, 'device_signed_out');
    });
    // Their own present one: they are signed out.
    if (sessionId === person.sessionId) return new SeeOther('/', [{ name: 'session', value: null }]);
    return new SeeOther('/mon-compte?fait=appareil');
  }

  async endOthers(person: PersonIdentity): Promise<SeeOther> {
    await this.unitOfWork.write(async () => {
      await this.sessions.endAll(person.id, person.sessionId);
      await this.tell(person, 'other_devices_signed_out');
    });
    return new SeeOther('/mon-compte?fait=appareils');
  }

  private tell({ id }: PersonIdentity, outcome: string): Promise<void> {
    return this.trail.record({
      action: 'session.ended',
      subject: null,
      personal: { personId: id, details: { outcome } },
      actorIsPersonal: true,
    });
  }
}
