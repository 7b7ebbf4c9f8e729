import { Inject, Injectable } from '@nestjs/common';
import type { Annotation } from '../annotations/annotation.types.js';
import { AnnotationsService } from '../annotations/annotations.service.js';
import { CampaignsService } from '../campaigns/campaigns.service.js';
import type { Campaign } from '../campaigns/campaign.types.js';
import { CommitteeService } from '../committee/committee.service.js';
import type { Meeting } from '../committee/committee.types.js';
import { factLine, targetLine } from '../exports/standard-file.rules.js';
import type { SeriesPoint } from '../figures/figures.types.js';
import { FiguresService } from '../figures/figures.service.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { DomainError } from '../kernel/domain-error.js';
import { MeasurementsService } from '../measurements/measurements.service.js';
import { exerciceLabel } from '../programme/exercice.rules.js';
import { ProgrammeService } from '../programme/programme.service.js';
import { TargetsService } from '../targets/targets.service.js';
import type { BilanCampaign, BilanData } from './bilan.types.js';

/** Gathers what a bilan says, through the services that the pages and the API read. */
@Injectable()
export class BilanDataService {
  constructor(
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(CommitteeService) private readonly committee: CommitteeService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(TargetsService) private readonly targets: TargetsService,
    @Inject(MeasurementsService) private readonly measurements: MeasurementsService,
    @Inject(AnnotationsService) private readonly annotations: AnnotationsService,
    @Inject(FiguresService) private readonly figures: FiguresService,
  ) {}

  /**
   * All that the bilan of an exercice says.
   * @throws DomainError 404 when the exercice does not exist, or when nothing was measured in it.
   */
  async ofYear(year: number): Promise<BilanData> {
    const programme = await this.programmes.programme();
    const exercice = await this.programmes.exercice(year);
    const figures = await this.figures.year(year);
    if (figures.figures.every(({ empty }) => empty === 'no_measurement'))
      throw noFigures(exerciceLabel(figures.period));
    const campaigns = await this.campaigns.all();
    const meeting = lastOf(await this.committee.meetingsOf(year));
    const day = meeting?.date ?? exercice.closingDate ?? figures.period.end;
    const objectives = await this.committee.objectivesOf(year);
    const nextObjectives = await this.committee.objectivesOf(year + 1);
    const events = await this.annotations.published(figures.period);
    const told = [
      exercice,
      ...events,
      ...objectives,
      ...nextObjectives,
      ...(meeting === null ? [] : [meeting]),
    ];
    const instants = [...told.map(({ updatedAt }) => updatedAt), figures.lastChange ?? exercice.updatedAt];
    return {
      year,
      period: figures.period,
      programme: {
        code: programme.code,
        name: programme.name,
        tagline: programme.tagline,
        purpose: programme.purpose,
        carriedBy: programme.carriedBy,
        links: programme.links,
        sourceStatement: programme.sourceStatement,
        licence: programme.licence,
      },
      exercice,
      meeting,
      members: await this.committee.compositionAt(day),
      campaigns: campaigns
        .filter((campaign) => campaign.year === year)
        .map((one) => bilanCampaign(one, campaigns)),
      figures: figures.figures,
      byCampaign: [...figures.byCampaign].map(([code, own]) => ({ code, figures: own })),
      monthly: listed(figures.monthly),
      monthlyTargets: [...figures.monthlyTargets].map(([code, months]) => ({ code, months })),
      previousMonths: await this.previousMonths(figures.comparedWith),
      events: events.map(toldEvent),
      objectives,
      nextObjectives,
      rows: await this.rows(year),
      lastChange: instants.reduce((latest, instant) => (instant > latest ? instant : latest)),
    };
  }

  private async previousMonths(year: number | null): Promise<BilanData['previousMonths']> {
    if (year === null) return null;
    const { monthly, period } = await this.figures.year(year, undefined, 'none');
    return { label: exerciceLabel(period), lines: listed(monthly) };
  }

  /** The validated measurements and the targets of the year, for the attached file. */
  private async rows(year: number): Promise<BilanData['rows']> {
    const { start, end } = await this.programmes.daysOf(year);
    const indicators = new Map((await this.indicators.all()).map((indicator) => [indicator.code, indicator]));
    const facts = await this.measurements.facts({ from: start, to: end });
    const targets = await this.targets.ofYear(year);
    return [
      ...facts.map((fact) => factLine(fact, indicators.get(fact.indicator) ?? null)),
      ...targets.map((target) => targetLine(target, indicators.get(target.indicator) ?? null)),
    ];
  }
}

const listed = (monthly: ReadonlyMap<string, SeriesPoint[]>): BilanData['monthly'] =>
  [...monthly].map(([code, points]) => ({ code, points }));

/** What a bilan tells of an event: neither its state nor its upkeep. */
const toldEvent = (event: Annotation): BilanData['events'][number] => ({
  code: event.code,
  label: event.label,
  text: event.text,
  start: event.start,
  end: event.end,
  precision: event.precision,
  indicator: event.indicator,
  campaign: event.campaign,
  periodText: event.periodText,
});

const lastOf = (meetings: readonly Meeting[]): Meeting | null => meetings.at(-1) ?? null;

/** An operation as the bilan tells it, with the name of the one it follows. */
function bilanCampaign(campaign: Campaign, all: readonly Campaign[]): BilanCampaign {
  const followed = all.find(({ code }) => code === campaign.followsCode);
  return {
    code: campaign.code,
    slug: campaign.slug,
    name: campaign.name,
    shortName: campaign.shortName,
    status: campaign.status,
    statusReason: campaign.statusReason,
    period: campaign.period,
    openEnd: campaign.openEnd,
    place: campaign.place,
    audience: campaign.audience,
    purpose: campaign.purpose,
    facts: campaign.facts,
    appreciation: campaign.appreciation,
    continuation: campaign.continuation,
    channels: campaign.channels,
    partners: campaign.partners,
    link: campaign.link,
    note: campaign.note,
    follows: followed?.shortName ?? null,
  };
}

function noFigures(year: string): DomainError {
  const title = `L’exercice ${year} n’a encore aucun chiffre validé : il n’y a pas de bilan à produire.`;
  return new DomainError('no_figures', title, 404);
}
