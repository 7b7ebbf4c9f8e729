import { Inject, Injectable } from '@nestjs/common';
import { AnnotationsService } from '../annotations/annotations.service.js';
import { CampaignsService } from '../campaigns/campaigns.service.js';
import { CommitteeService } from '../committee/committee.service.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { DomainError, type InputIssue } from '../kernel/domain-error.js';
import { sentence } from '../kernel/french-text.rules.js';
import { MeasurementsService } from '../measurements/measurements.service.js';
import { AuditTrail } from '../platform/audit/audit-trail.service.js';
import type { StoreOutcome } from '../platform/database/store-record.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ProgrammeService } from '../programme/programme.service.js';
import { OpinionsService } from '../targets/opinions.service.js';
import { TargetsService } from '../targets/targets.service.js';
import { DATASET_FILE, MEASUREMENTS_FILE, readDatasetFiles, type DatasetFiles } from './dataset-files.js';
import { refusedDataset } from './dataset-issues.js';
import { DATASET_KINDS, type DatasetKind, type DatasetReport, type Tally } from './dataset.types.js';
import type { Dataset } from './dataset.schema.js';

/** Loads folders of data: a whole programme with its years, as `seeds/oh-my-lot-2020`. */
@Injectable()
export class DatasetsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(CommitteeService) private readonly committee: CommitteeService,
    @Inject(TargetsService) private readonly targets: TargetsService,
    @Inject(OpinionsService) private readonly opinions: OpinionsService,
    @Inject(AnnotationsService) private readonly annotations: AnnotationsService,
    @Inject(MeasurementsService) private readonly measurements: MeasurementsService,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /** Whether nothing was loaded or entered yet: no programme is installed. */
  async isEmpty(): Promise<boolean> {
    return !(await this.programmes.isInstalled());
  }

  /**
   * Loads a folder, all or nothing. Records are found by their codes: the same folder twice changes nothing the
   * second time. What the folder does not name is left as it is.
   * @throws DomainError `no_dataset`, `invalid_dataset`, or `other_programme` when the database holds another one.
   */
  async load(directory: string): Promise<DatasetReport> {
    const files = await readDatasetFiles(directory);
    return this.unitOfWork.write(async () => {
      await this.refuseOtherProgramme(files.dataset);
      const counter = new Counter();
      await this.storeVocabulary(files.dataset, counter);
      await this.storeEvents(files.dataset, counter);
      await this.storeAnnotations(files.dataset, counter);
      await this.recordMeasurements(files, counter);
      const report = counter.report(files.dataset.code);
      await this.tell(report);
      return report;
    });
  }

  /** One entry of the journal for what changed, by kind; none for a folder that changed nothing. */
  private async tell({ dataset, total, kinds }: DatasetReport): Promise<void> {
    if (total.created + total.updated === 0) return;
    const changed = Object.entries(kinds).filter(([, { created, updated }]) => created + updated > 0);
    await this.audit.record({
      action: 'data_set.loaded',
      subject: `data-set:${dataset}`,
      after: Object.fromEntries(changed.map(([kind, { created, updated }]) => [kind, { created, updated }])),
    });
  }

  private async refuseOtherProgramme({ programme }: Dataset): Promise<void> {
    if (await this.isEmpty()) return;
    const installed = await this.programmes.programme();
    if (installed.code === programme.code) return;
    throw new DomainError(
      'other_programme',
      sentence`Cette installation porte déjà le programme « ${installed.name} » (${installed.code}), or ce jeu de données est celui de « ${programme.name} » (${programme.code}). Chargez-le dans une base vide (DATABASE_URL ou DATA_DIR).`,
      409,
    );
  }

  private async storeVocabulary(dataset: Dataset, counter: Counter): Promise<void> {
    const { recordedAt: updatedAt } = dataset;
    counter.count('programme', await this.programmes.storeProgramme(dataset.programme));
    const known = await this.programmes.exercices();
    for (const exercice of dataset.exercices) {
      // A sealed one changes only after somebody reopened it, saying why.
      const isSealed = known.some(({ year, state }) => year === exercice.year && state === 'sealed');
      const stored = { ...exercice, updatedAt };
      counter.count('exercices', isSealed ? 'unchanged' : await this.programmes.storeExercice(stored));
    }
    for (const territory of dataset.territories) {
      counter.count('territories', await this.programmes.storeTerritory(territory));
    }
    for (const organisation of dataset.organisations) {
      counter.count('organisations', await this.programmes.storeOrganisation(organisation));
    }
    for (const channel of dataset.channels) {
      counter.count('channels', await this.programmes.storeChannel(channel));
    }
    for (const [index, { change, ...indicator }] of dataset.indicators.entries()) {
      const definition = { ...indicator, position: index + 1 };
      const told = {
        validFrom: change?.validFrom ?? updatedAt.slice(0, 10),
        breaksSeries: change?.breaksSeries ?? null,
        reason: change?.reason ?? null,
        recordedBy: `data-set:${dataset.code}`,
      };
      counter.count(
        'indicators',
        await locating(`indicators.${index}`, () => this.indicators.store(definition, updatedAt, told)),
      );
    }
  }

  private async storeEvents(dataset: Dataset, counter: Counter): Promise<void> {
    const { recordedAt: updatedAt } = dataset;
    const stamp = { recordedAt: updatedAt, recordedBy: `data-set:${dataset.code}`, reason: null };
    const positions = new Map<number, number>();
    for (const campaign of dataset.campaigns) {
      const position = (positions.get(campaign.year) ?? 0) + 1;
      positions.set(campaign.year, position);
      counter.count('campaigns', await this.campaigns.store({ ...campaign, position }, updatedAt));
    }
    for (const meeting of dataset.meetings) {
      counter.count('meetings', await this.committee.storeMeeting({ ...meeting, updatedAt }));
    }
    for (const [index, member] of dataset.members.entries()) {
      counter.count('members', await this.committee.storeSeat({ ...member, position: index + 1 }));
    }
    for (const objective of dataset.objectives) {
      counter.count('objectives', await this.committee.storeObjective({ ...objective, updatedAt }));
    }
    for (const [index, target] of dataset.targets.entries()) {
      counter.count('targets', await locating(`targets.${index}`, () => this.targets.store(target, stamp)));
    }
    for (const opinion of dataset.opinions) {
      counter.count('opinions', await this.opinions.give(opinion, stamp));
    }
  }

  private async storeAnnotations({ annotations, recordedAt }: Dataset, counter: Counter): Promise<void> {
    for (const annotation of annotations) {
      counter.count('annotations', await this.annotations.store(annotation, recordedAt));
    }
  }

  private async recordMeasurements({ dataset, measurements }: DatasetFiles, counter: Counter): Promise<void> {
    for (const [index, batch] of measurements.batches.entries()) {
      const { rejected, ...tally } = await this.measurements.record(batch.measurements, {
        recordedBy: `data-set:${dataset.code}`,
        recordedAt: batch.recordedAt ?? dataset.recordedAt,
        defaultStatus: 'validated',
        partial: false,
      });
      if (rejected.length > 0) {
        const issues = rejected.map(({ line, path, code, message }): InputIssue => {
          const place = `batches.${index}.measurements.${line - 1}`;
          return { path: `${place}.${path}`, code, message: message.replace(/\.$/, '') };
        });
        throw refusedDataset(issues, MEASUREMENTS_FILE);
      }
      counter.add('measurements', tally);
    }
  }
}

/** Says where in the file stands what a feature refused. */
async function locating<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError) || error.issues.length === 0) throw error;
    const issues = error.issues.map((issue) => ({
      ...issue,
      path: `${place}.${issue.path}`,
      message: issue.message.replace(/\.$/, ''),
    }));
    throw refusedDataset(issues, DATASET_FILE);
  }
}

/** Counts outcomes by kind and in total. */
class Counter {
  private readonly kinds: Record<DatasetKind, Tally>;

  constructor() {
    const zero = (): Tally => ({ created: 0, updated: 0, unchanged: 0 });
    this.kinds = Object.fromEntries(DATASET_KINDS.map((kind) => [kind, zero()])) as Record<
      DatasetKind,
      Tally
    >;
  }

  count(kind: DatasetKind, outcome: StoreOutcome): void {
    this.kinds[kind][outcome] += 1;
  }

  add(kind: DatasetKind, tally: Tally): void {
    for (const outcome of ['created', 'updated', 'unchanged'] as const)
      this.kinds[kind][outcome] += tally[outcome];
  }

  report(dataset: string): DatasetReport {
    const total: Tally = { created: 0, updated: 0, unchanged: 0 };
    for (const tally of Object.values(this.kinds)) {
      for (const outcome of ['created', 'updated', 'unchanged'] as const) total[outcome] += tally[outcome];
    }
    return { dataset, total, kinds: this.kinds };
  }
}
