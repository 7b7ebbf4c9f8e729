import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller } from '../../accounts/account.types.js';
import { DomainError } from '../../kernel/domain-error.js';
import { groupBy } from '../../kernel/group-by.rules.js';
import { MeasurementRecordsService } from '../../measurements/measurement-records.service.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { EvidenceFileEntity } from './evidence-file.entity.js';
import { EvidenceFiles, sha256Of } from './evidence-files.service.js';
import { evidenceKind } from './evidence-kind.rules.js';
import { agreedKind, kindOfMediaType, labelOf, mediaTypeOf } from './evidence-name.rules.js';
import {
  alreadyThere,
  contentRefusal,
  damagedEvidence,
  EVIDENCE_MAX_BYTES,
  EVIDENCE_MOST,
  nameRefusal,
  notFoundEvidence,
  sizeRefusal,
  tooMany,
} from './evidence-refusals.rules.js';
import { mayRemove } from './evidence-rights.rules.js';
import { EvidenceRepository } from './evidence.repository.js';
import type { Evidence, GivenFile, OpenedEvidence } from './evidence.types.js';
import { archiveProblem } from './inflated-entries.js';

/** The proofs of figures: taken for what their bytes are, kept as they came, handed back to be saved and never shown. */
@Injectable()
export class EvidenceService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(MeasurementRecordsService) private readonly records: MeasurementRecordsService,
    @Inject(EvidenceRepository) private readonly rows: EvidenceRepository,
    @Inject(EvidenceFiles) private readonly files: EvidenceFiles,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /**
   * The proofs of measurements, by number; those without any are not there. Whose measurements they are is for the
   * caller to know. @param withRemoved also those that were taken away.
   */
  async of(
    measurementIds: readonly number[],
    { withRemoved = false }: { withRemoved?: boolean } = {},
  ): Promise<ReadonlyMap<number, Evidence[]>> {
    const rows = await this.rows.of(measurementIds, withRemoved);
    const groups = groupBy(rows, ({ measurementId }) => String(measurementId));
    return new Map([...groups.values()].map((group) => [group[0].measurementId, group.map(evidenceOf)]));
  }

  /**
   * Attaches a file to a measurement. The file is on the disk before the row that names it.
   * @throws DomainError `not_found` out of their scope; `unsafe_file`, `empty_file`, `wrong_extension`, `file_too_large`,
   * `too_many_files`; 409 `evidence_already_there`.
   */
  async add(measurementId: number, { name, bytes }: GivenFile, by: DataCaller): Promise<Evidence> {
    await this.records.versions(measurementId, by);
    const label = labelOf(name);
    const mediaType = mediaTypeOf(await this.kindOf(label, bytes));
    const sha256 = sha256Of(bytes);
    await this.refuseAnother(measurementId, sha256);
    const storedName = await this.files.keep(bytes);
    try {
      return await this.unitOfWork.write(async () => {
        // Two people may hand over the same file at once.
        await this.refuseAnother(measurementId, sha256);
        const added = {
          measurementId,
          storedName,
          originalName: label,
          mediaType,
          sha256,
          size: bytes.length,
        };
        const row = {
          ...added,
          addedAt: this.clock.instant(),
          addedBy: by.signature,
          removedAt: null,
          removedBy: null,
          removalReason: null,
        };
        const id = await this.rows.add(row);
        // Names of files may name people: the row keeps them.
        await this.audit.record({
          action: 'evidence.added',
          subject: `measurement:${measurementId}`,
          after: { evidence: id, mediaType, sha256, size: bytes.length },
        });
        return evidenceOf({ ...row, id });
      });
    } catch (error) {
      await this.files.forget(storedName);
      throw error;
    }
  }

  /** The bytes of a proof, to be saved. @throws DomainError `not_found`, also out of their scope; `evidence_damaged`. */
  async open(id: number, by: DataCaller): Promise<OpenedEvidence> {
    const row = await this.rowWithin(id, by);
    // What was taken away stays for whoever checks, not for partners.
    if (row.removedAt !== null && !by.readsInternal) throw notFoundEvidence();
    const bytes = await this.files.read(row.storedName);
    if (bytes === null || sha256Of(bytes) !== row.sha256) throw damagedEvidence();
    return { name: row.originalName, mediaType: row.mediaType, bytes };
  }

  /**
   * Takes a proof away, saying why: its row and its bytes stay. Twice does nothing more.
   * @throws DomainError `not_found`; `forbidden` for a partner who did not add it.
   */
  remove(id: number, reason: string, by: DataCaller): Promise<void> {
    return this.unitOfWork.write(async () => {
      const { measurementId, addedBy, removedAt } = await this.rowWithin(id, by);
      if (removedAt !== null) return;
      if (!mayRemove({ addedBy }, by))
        throw new DomainError('forbidden', 'Seul qui a joint ce fichier, ou l’équipe, peut le retirer.', 403);
      await this.rows.remove(id, { at: this.clock.instant(), by: by.signature, reason });
      await this.audit.record({
        action: 'evidence.removed',
        subject: `measurement:${measurementId}`,
        after: { evidence: id },
      });
    });
  }

  /** What a file is, when its bytes and its name agree. */
  private async kindOf(label: string, bytes: Buffer): Promise<Evidence['kind']> {
    if (bytes.length > EVIDENCE_MAX_BYTES) throw sizeRefusal();
    const reading = evidenceKind(bytes);
    if (!reading.ok) throw contentRefusal(reading.problem);
    const kind = agreedKind(reading.kind, label);
    if (kind === null) throw nameRefusal(label, reading.kind);
    const problem = await archiveProblem(bytes, reading.entries);
    if (problem !== null) throw contentRefusal(problem);
    return kind;
  }

  private async refuseAnother(measurementId: number, sha256: string): Promise<void> {
    const there = await this.rows.of([measurementId], false);
    const same = there.find((row) => row.sha256 === sha256);
    if (same !== undefined) throw alreadyThere(same.originalName);
    if (there.length >= EVIDENCE_MOST) throw tooMany();
  }

  private async rowWithin(id: number, by: DataCaller): Promise<EvidenceFileEntity> {
    const row = await this.rows.byId(id);
    if (row === null) throw notFoundEvidence();
    await this.records.versions(row.measurementId, by).catch((error: unknown) => {
      throw error instanceof DomainError && error.status === 404 ? notFoundEvidence() : error;
    });
    return row;
  }
}

function evidenceOf(row: EvidenceFileEntity): Evidence {
  const { id, measurementId, originalName, mediaType, size, sha256, addedAt, addedBy } = row;
  const { removedAt, removedBy, removalReason } = row;
  return {
    id,
    measurementId,
    name: originalName,
    kind: kindOfMediaType(mediaType) ?? 'text',
    size,
    sha256,
    addedAt,
    addedBy,
    removal: removedAt === null ? null : { at: removedAt, by: removedBy ?? '', reason: removalReason ?? '' },
  };
}
