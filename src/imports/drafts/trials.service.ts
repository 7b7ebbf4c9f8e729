import { Inject, Injectable } from '@nestjs/common';
import { writerOf } from '../../accounts/access/caller.rules.js';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { WriterStatusService } from '../../measurements/writer-status.service.js';
import type { BatchOptions, BatchResult, FileToRecord } from '../batches/batch.types.js';
import { creationQuestion } from '../batches/batch-questions.rules.js';
import { BatchesService } from '../batches/batches.service.js';
import type { ImportQuestion, ImportReport } from '../import.types.js';
import type { Interpretation } from '../interpretation.types.js';
import type { ReadFile } from '../reading/reading.types.js';
import { ReadingService } from '../reading.service.js';
import type { Draft, DraftFile } from './draft.types.js';
import { DraftsService } from './drafts.service.js';
import { waitsForAnswer } from '../waiting-questions.rules.js';
import { creationRefusal, heldToRights, mayTeach } from './import-rights.rules.js';
import type { Trial, TriedFile } from './trial.types.js';

/** Ends the unit of work of whoever comes second: the draft is a batch already. */
class AppliedAlready extends Error {}

/** What became of a draft that somebody decided upon. */
export type DraftOutcome =
  | { kind: 'applied'; batchId: number }
  /** Nothing was kept: something is to be answered, or nothing changes. */
  | { kind: 'stopped' }
  /** It was applied a moment before. */
  | { kind: 'again' };

/** A file of a draft that may be recorded. */
interface ReadDraftFile {
  file: DraftFile;
  record: FileToRecord;
}

/** Tries and applies drafts: a trial does all of it and keeps nothing, so that it cannot say otherwise. */
@Injectable()
export class TrialsService {
  constructor(
    @Inject(DraftsService) private readonly drafts: DraftsService,
    @Inject(ReadingService) private readonly reading: ReadingService,
    @Inject(BatchesService) private readonly batches: BatchesService,
    @Inject(WriterStatusService) private readonly statuses: WriterStatusService,
  ) {}

  /**
   * Records what is right of a draft that was just tried, whole: files that are not read or refused are left aside. Sent
   * twice, it is recorded once.
   */
  async apply(draft: Draft, person: PersonIdentity, trial: Trial): Promise<DraftOutcome> {
    if (trial.questions > 0 || trial.figures === 0) return { kind: 'stopped' };
    const options = await this.options(draft, person, false);
    try {
      const { batchId } = await this.batches.apply(trial.ready, options, async (id) => {
        if (!(await this.drafts.markApplied(draft, id))) throw new AppliedAlready();
      });
      return batchId === null ? { kind: 'stopped' } : { kind: 'applied', batchId };
    } catch (error) {
      if (error instanceof AppliedAlready) return { kind: 'again' };
      throw error;
    }
  }

  /** Says what would become of a draft. */
  async try(draft: Draft, person: PersonIdentity): Promise<Trial> {
    const all: (TriedFile | ReadDraftFile)[] = [];
    for (const file of draft.files) all.push(await this.read(file, person));
    const known = all.filter((one): one is ReadDraftFile => 'record' in one);
    const options = await this.options(draft, person, true);
    let result = await this.batches.apply(
      known.map(({ record }) => record),
      options,
    );
    const told = new Map(result.reports.map((report, index) => [known[index]?.file.id, report]));
    const right = known.filter(({ file }) => !isRefused(told.get(file.id), person));
    const ready = right.map(({ record }) => record);
    // What is refused is left aside: the others come to what they come to without it.
    if (right.length > 0 && right.length < known.length) {
      result = await this.batches.apply(ready, options);
      for (const [index, { file }] of right.entries()) {
        const report = result.reports[index];
        if (report !== undefined) told.set(file.id, report);
      }
    }
    const proposals = right.length === 0 ? [] : result.proposals;
    const files = all.map((one) => ('record' in one ? triedFile(one, told.get(one.file.id), person) : one));
    return trialOf(files, proposals, ready);
  }

  /** A file that somebody must still say something of, or that may be recorded. */
  private async read(file: DraftFile, person: PersonIdentity): Promise<TriedFile | ReadDraftFile> {
    const { kept: text, refusal, answers } = file;
    const nothing = { file, report: null, glimpse: null, scales: [] };
    if (text === null) return { ...nothing, state: 'unread', refusal };
    const said = await this.reading.again(text, answers.reading);
    if (!said.ok) return { ...nothing, state: 'unread', refusal: said.refusal };
    const { profile, glimpse, rejected } = said.interpretation;
    const isUnknown = profile === null && answers.reading.columns === undefined && rejected.length === 0;
    if (isUnknown) return { ...nothing, state: 'unknown', refusal: null, glimpse };
    const { issueOf } = await this.statuses.of(person.role);
    return { file, record: recordOf(file, said.file, heldToRights(said.interpretation, person, issueOf)) };
  }

  private async options(draft: Draft, person: PersonIdentity, dryRun: boolean): Promise<BatchOptions> {
    const { signature, limits } = writerOf({ kind: 'person', person });
    const { byDefault } = await this.statuses.of(person.role);
    return {
      origin: 'page',
      author: { signature, limits, defaultStatus: byDefault },
      dryRun,
      create: mayTeach(person) && draft.answers.create === true,
      totals: draft.answers.totals ?? [],
    };
  }
}

const recordOf = (
  { name, sha256, size, answers }: DraftFile,
  { encoding, separator, entry }: Pick<ReadFile, 'encoding' | 'separator' | 'entry'>,
  interpretation: Interpretation,
): FileToRecord => ({
  name,
  sha256,
  size,
  encoding,
  separator,
  entry,
  interpretation,
  answers: answers.reading,
});

const creationOf = ({ questions }: ImportReport): ImportQuestion | undefined =>
  questions.find(({ answer }) => answer?.name === 'create');

/** Whether a question is about this file only: what does not exist yet is asked of all of them. */
const isItsOwn = (question: ImportQuestion): boolean =>
  waitsForAnswer(question) && question.answer?.name !== 'create';

/** Something of it is wrong, or only others could answer what it asks. */
const isRefused = (report: ImportReport | undefined, person: PersonIdentity): boolean =>
  report !== undefined &&
  (report.rejected.length > 0 || (!mayTeach(person) && creationOf(report) !== undefined));

function triedFile(
  { file, record }: ReadDraftFile,
  told: ImportReport | undefined,
  person: PersonIdentity,
): TriedFile {
  const { glimpse, sketches } = record.interpretation;
  const scales = sketches.map(({ code, name, decimals, symbol, signed }) => ({
    code,
    name,
    decimals,
    symbol,
    signed,
  }));
  const common = { file, refusal: null, glimpse, scales };
  if (told === undefined) return { ...common, state: 'refused', report: null };
  const creation = creationOf(told);
  const report =
    creation === undefined || mayTeach(person)
      ? told
      : { ...told, rejected: [creationRefusal(told.creates, creation), ...told.rejected] };
  if (isRefused(report, person)) return { ...common, state: 'refused', report };
  if (report.questions.some(isItsOwn)) return { ...common, state: 'waiting', report };
  const changes = report.created + report.updated;
  return { ...common, state: changes === 0 ? 'same' : 'ready', report };
}

function trialOf(
  files: TriedFile[],
  proposals: BatchResult['proposals'],
  ready: readonly FileToRecord[],
): Trial {
  const right = files.filter(({ state }) => state === 'ready' || state === 'waiting');
  const asked = right.flatMap(({ report }) => report?.questions.filter(waitsForAnswer) ?? []);
  const own = asked.filter(isItsOwn);
  // What does not exist yet is asked once, whatever the file that needs it; once answered, it may still be taken back.
  const needed = right.flatMap(({ report }) => report?.creates ?? []);
  const isAsked = own.length < asked.length;
  const unknown = files.filter(({ state, glimpse }) => state === 'unknown' && glimpse !== null);
  return {
    files,
    proposals,
    ready,
    creation: needed.length > 0 ? creationQuestion(needed) : null,
    figures: right.reduce((sum, { report }) => sum + (report?.created ?? 0) + (report?.updated ?? 0), 0),
    questions: own.length + unknown.length + (isAsked ? 1 : 0),
  };
}
