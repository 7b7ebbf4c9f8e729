import { Inject, Injectable } from '@nestjs/common';
import { writerOf } from '../../accounts/access/caller.rules.js';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { DomainError } from '../../kernel/domain-error.js';
import { typographic } from '../../kernel/french-text.rules.js';
import type { Refusal } from '../../platform/forms/form.types.js';
import { submitted, textsOf } from '../../platform/forms/submission.js';
import { type PageBody, SeeOther } from '../../platform/views/page.types.js';
import type { Draft } from '../drafts/draft.types.js';
import { DraftsService, type SentFile } from '../drafts/drafts.service.js';
import { mayTeach } from '../drafts/import-rights.rules.js';
import type { Trial } from '../drafts/trial.types.js';
import { TrialsService } from '../drafts/trials.service.js';
import { ProfilesService } from '../profiles/profiles.service.js';
import { changedAnswers } from './draft-answers.rules.js';
import { dropPage, NOTHING_SENT } from './drop.presenter.js';
import { ImportNamesService } from './import-names.service.js';
import { draftFields, type ImportsQuery, pressed, removal, sentFiles } from './imports.schema.js';
import { IMPORTS_PATH, NEW_PATH, previewPage } from './preview.presenter.js';
import type { DropView, PreviewView } from './preview.types.js';

type Preview = Promise<PageBody<PreviewView> | SeeOther>;
type Notice = PreviewView['notice'];

const ANSWERED: Notice = {
  text: typographic('Vos réponses changent ce qui sera importé : vérifiez encore, puis importez.'),
  tone: 'watch',
};

const signatureOf = (person: PersonIdentity): string => writerOf({ kind: 'person', person }).signature;

/** Dropping files, seeing what they would change, answering, importing. */
@Injectable()
export class DraftsPageService {
  constructor(
    @Inject(DraftsService) private readonly drafts: DraftsService,
    @Inject(TrialsService) private readonly trials: TrialsService,
    @Inject(ProfilesService) private readonly profiles: ProfilesService,
    @Inject(ImportNamesService) private readonly words: ImportNamesService,
  ) {}

  /** Where files are dropped. */
  drop(): PageBody<DropView> {
    return dropPage(null);
  }

  /** Reads the files that were sent. @param filesOf those of a field */
  async create(
    person: PersonIdentity,
    body: unknown,
    filesOf: (field: unknown) => SentFile[],
  ): Promise<PageBody<DropView> | SeeOther> {
    const outcome = await submitted(sentFiles, body, async ({ files }) => {
      const sent = filesOf(files);
      if (sent.length === 0) throw new DomainError('no_file', NOTHING_SENT, 422);
      return this.drafts.create(sent, signatureOf(person));
    });
    return outcome.ok ? new SeeOther(`${NEW_PATH}/${outcome.result}`) : dropPage(outcome.refusal);
  }

  /** @throws DomainError `not_found`. */
  async preview(id: number, person: PersonIdentity, { fait }: ImportsQuery): Preview {
    const draft = await this.drafts.one(id, signatureOf(person));
    if (draft.appliedAs !== null) return applied(draft.appliedAs);
    return this.draw(draft, person, { notice: fait === 'reponses' ? ANSWERED : null });
  }

  /** Keeps answers, and shows what they change. */
  async answer(id: number, person: PersonIdentity, body: unknown): Preview {
    const draft = await this.drafts.one(id, signatureOf(person));
    if (draft.appliedAs !== null) return applied(draft.appliedAs);
    const { refusal } = await this.keepAnswers(draft, person, body);
    if (refusal === null) return new SeeOther(`${NEW_PATH}/${id}`);
    return this.draw(await this.drafts.one(id, draft.createdBy), person, { refusal });
  }

  /** Imports what was shown; what is answered along is shown first. */
  async apply(id: number, person: PersonIdentity, body: unknown): Preview {
    const draft = await this.drafts.one(id, signatureOf(person));
    if (draft.appliedAs !== null) return applied(draft.appliedAs);
    const { refusal, hasChanged, trial } = await this.keepAnswers(draft, person, body);
    if (refusal !== null) return this.draw(await this.drafts.one(id, draft.createdBy), person, { refusal });
    if (hasChanged) return new SeeOther(`${NEW_PATH}/${id}?fait=reponses`);
    const outcome = await this.trials.apply(draft, person, trial);
    // It became a batch a moment before, or what changed meanwhile is seen by trying once more.
    if (outcome.kind !== 'applied') return this.preview(id, person, {});
    await this.remember(trial, person);
    return new SeeOther(`${IMPORTS_PATH}/${outcome.batchId}?fait=importe`);
  }

  /** Takes one file out. */
  async remove(id: number, person: PersonIdentity, body: unknown): Preview {
    const draft = await this.drafts.one(id, signatureOf(person));
    const outcome = await submitted(removal, body, ({ file }) => this.drafts.removeFile(draft, file));
    if (!outcome.ok) return this.draw(draft, person, { refusal: outcome.refusal });
    return new SeeOther(outcome.result ? `${NEW_PATH}/${id}` : `${IMPORTS_PATH}?fait=abandonne`);
  }

  /** Forgets the files. */
  async discard(id: number, person: PersonIdentity, body: unknown): Preview {
    const draft = await this.drafts.one(id, signatureOf(person));
    const outcome = await submitted(pressed, body, () => this.drafts.discard(draft));
    if (!outcome.ok) return this.draw(draft, person, { refusal: outcome.refusal });
    return new SeeOther(`${IMPORTS_PATH}?fait=abandonne`);
  }

  /** What is right is kept even when something else is to be corrected: each answer stands by itself. */
  private async keepAnswers(
    draft: Draft,
    person: PersonIdentity,
    body: unknown,
  ): Promise<{ refusal: Refusal | null; hasChanged: boolean; trial: Trial }> {
    const trial = await this.trials.try(draft, person);
    const read = await submitted(draftFields, body, async (fields) => fields);
    if (!read.ok) return { refusal: read.refusal, hasChanged: false, trial };
    const { answers, files, issues, hasChanged } = changedAnswers(draft, trial, read.result, {
      mayTeach: mayTeach(person),
      indicators: (await this.words.names()).indicators,
    });
    if (hasChanged) await this.drafts.answer(draft, answers, files);
    if (issues.length === 0) return { refusal: null, hasChanged, trial };
    const title = 'Il manque quelque chose pour lire ces fichiers.';
    return { refusal: { title, issues, values: textsOf(body), status: 422 }, hasChanged, trial };
  }

  /** How files were read is remembered for the next ones of the same sender, when somebody asked for it. */
  private async remember({ files }: Trial, person: PersonIdentity): Promise<void> {
    if (!mayTeach(person)) return;
    for (const { file, glimpse, state } of files) {
      const { sender, reading } = file.answers;
      if (sender === null || reading.columns === undefined || glimpse === null || state !== 'ready') continue;
      await this.profiles.learn(reading.columns, glimpse, { name: sender, sender });
    }
  }

  private async draw(
    draft: Draft,
    person: PersonIdentity,
    shown: { notice?: Notice; refusal?: Refusal },
  ): Promise<PageBody<PreviewView>> {
    const trial = await this.trials.try(draft, person);
    const names = await this.words.names({
      indicators: trial.files.flatMap(({ scales }) => scales),
      channels: trial.files
        .flatMap(({ report }) => report?.creates ?? [])
        .filter(({ kind }) => kind === 'channel'),
    });
    const { notice = null, refusal = null } = shown;
    return previewPage({
      draft,
      trial,
      names,
      notice,
      refusal,
      mayTeach: mayTeach(person),
      day: draft.createdAt,
    });
  }
}

const applied = (batchId: number): SeeOther => new SeeOther(`${IMPORTS_PATH}/${batchId}?fait=deja`);
