import { Inject, Injectable } from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import type { AnnotationDraft } from '../../annotations/annotation.types.js';
import { AnnotationsService } from '../../annotations/annotations.service.js';
import { CampaignsService } from '../../campaigns/campaigns.service.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { DomainError } from '../../kernel/domain-error.js';
import { submitted } from '../../platform/forms/submission.js';
import { type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { ANNOTATIONS_PATH, type AnnotationSubjects } from './annotation-forms.presenter.js';
import { annotationPage, annotationsPage, noticeOf } from './annotations.presenter.js';
import { annotationBody, removalBody } from './annotations.schema.js';
import type { AnnotationsView, AnnotationView } from './annotations.types.js';

/** The room of dated events: telling, correcting and taking away what explains figures. */
@Injectable()
export class AnnotationPagesService {
  constructor(
    @Inject(AnnotationsService) private readonly annotations: AnnotationsService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
  ) {}

  async list(reader: PersonIdentity, done: string | undefined): Promise<PageBody<AnnotationsView>> {
    const shown = { reader, subjects: await this.subjects(), refusal: null };
    return annotationsPage(await this.annotations.all(), shown, noticeOf(done));
  }

  async add(reader: PersonIdentity, body: unknown): Promise<PageBody<AnnotationsView> | SeeOther> {
    const subjects = await this.subjects();
    const outcome = await submitted(annotationBody, body, (draft) => {
      refuseUnknown(draft, subjects);
      return this.annotations.add(draft);
    });
    if (outcome.ok) return new SeeOther(`${ANNOTATIONS_PATH}?fait=ajout`);
    const shown = { reader, subjects, refusal: outcome.refusal };
    return annotationsPage(await this.annotations.all(), shown, null);
  }

  /** @throws DomainError `not_found`. */
  async one(reader: PersonIdentity, code: string): Promise<PageBody<AnnotationView>> {
    const subjects = await this.subjects();
    return annotationPage(await this.annotations.byCode(code), { reader, subjects, refusal: null });
  }

  /** @throws DomainError `not_found`. */
  async change(
    reader: PersonIdentity,
    code: string,
    body: unknown,
  ): Promise<PageBody<AnnotationView> | SeeOther> {
    const event = await this.annotations.byCode(code);
    const subjects = await this.subjects();
    const outcome = await submitted(annotationBody, body, (draft) => {
      refuseUnknown(draft, subjects);
      return this.annotations.change(code, draft);
    });
    return outcome.ok
      ? new SeeOther(`${ANNOTATIONS_PATH}?fait=modification`)
      : annotationPage(event, { reader, subjects, refusal: outcome.refusal });
  }

  /** @throws DomainError `not_found`. */
  async remove(
    reader: PersonIdentity,
    code: string,
    body: unknown,
  ): Promise<PageBody<AnnotationView> | SeeOther> {
    const event = await this.annotations.byCode(code);
    const outcome = await submitted(removalBody, body, () => this.annotations.remove(code));
    return outcome.ok
      ? new SeeOther(`${ANNOTATIONS_PATH}?fait=retrait`)
      : annotationPage(event, { reader, subjects: await this.subjects(), refusal: outcome.refusal });
  }

  private async subjects(): Promise<AnnotationSubjects> {
    const indicators = await this.indicators.all();
    const campaigns = await this.campaigns.all();
    return {
      indicators: indicators.map(({ code, name }) => ({ value: code, label: name })),
      campaigns: [...campaigns]
        .reverse()
        .map(({ code, shortName, year }) => ({ value: code, label: `${shortName} (${year})` })),
    };
  }
}

/** A list offers what there is; a request made by hand may name something else. */
function refuseUnknown(
  { indicator, campaign }: AnnotationDraft,
  { indicators, campaigns }: AnnotationSubjects,
): void {
  const isOffered = (choices: AnnotationSubjects['indicators'], code: string | null): boolean =>
    code === null || choices.some(({ value }) => value === code);
  const issues = [
    ...(isOffered(indicators, indicator)
      ? []
      : [
          { path: 'indicator', code: 'invalid_annotation', message: 'Choisissez un indicateur de la liste.' },
        ]),
    ...(isOffered(campaigns, campaign)
      ? []
      : [{ path: 'campaign', code: 'invalid_annotation', message: 'Choisissez une opération de la liste.' }]),
  ];
  if (issues.length === 0) return;
  throw new DomainError('invalid_annotation', 'Rien n’a été enregistré : corrigez ce qui suit.', 422, issues);
}
