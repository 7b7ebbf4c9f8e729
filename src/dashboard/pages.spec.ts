import { gzipSync } from 'node:zlib';
import { htmlMistakes, textOf } from '../../test/support/html-lint.js';
import { absentYear, busyYear, emptyYear, LONG_NAME, pressYear } from '../../test/support/dashboard-years.js';
import { buildOperation, indicatorOf, programme } from '../../test/support/domain-builders.js';
import { ViewRenderer } from '../platform/views/view-renderer.js';
import type { PageBody } from '../platform/views/page.types.js';
import { campaignPage } from './campaign.presenter.js';
import { campaignsListPage } from './campaigns-list.presenter.js';
import { type DashboardInput, dashboardPage } from './dashboard.presenter.js';
import { indicatorPage } from './indicator.presenter.js';
import { indicatorsListPage } from './indicators-list.presenter.js';
import { proposedLegalText } from '../programme/legal-texts/proposed-texts.rules.js';
import { accessibilityPage, legalTextPage } from './legal.presenter.js';
import { programmeFrame } from './programme-frame.presenter.js';

const renderer = new ViewRenderer(undefined, (name) => `/assets/${name}`);
const render = (view: string, body: PageBody): string =>
  renderer.renderPage(view, body, programmeFrame(programme));

/** Never on a page, whatever the data. */
const FORBIDDEN = /\b(?:NaN|undefined|Infinity|null)\b|\[object/;
/** A page after the first visit, as the browser receives it. */
const MOST_TRANSFERRED = 20_480;
const MOST_BYTES = 61_440;

const listOf = (input: DashboardInput): PageBody =>
  campaignsListPage({
    year: input.year,
    years: input.years,
    labels: input.labels,
    status: null,
    campaigns: input.campaigns,
    figures: input.figures,
    questionedListIsPartial: true,
  });

const campaignOf = (input: DashboardInput, code: string): PageBody => {
  const campaign = input.campaigns.find((one) => one.code === code) ?? buildOperation(code);
  return campaignPage({
    campaign,
    campaigns: input.campaigns,
    figures: input.figures.byCampaign.get(code) ?? [],
    days: input.figures.period,
  });
};

const indicatorsOf = (input: DashboardInput): PageBody =>
  indicatorsListPage({
    indicators: input.figures.figures.map((figure) => indicatorOf(figure)),
    figures: input.figures,
    years: input.years,
    lastGiven: new Map(),
    labels: input.labels,
    today: '2020-12-18',
  });

const indicatorPages = (input: DashboardInput): PageBody[] =>
  input.figures.figures.map((figure) =>
    indicatorPage({
      indicator: indicatorOf(figure),
      parent: null,
      children: figure.subsets.map((subset) => indicatorOf(subset)),
      figure,
      points: input.figures.monthly.get(figure.indicator.code) ?? [],
      year: input.year,
      years: input.years,
      labels: input.labels,
      measured: [],
      comparedWith: null,
      companions: { targets: input.figures.monthlyTargets.get(figure.indicator.code) ?? [] },
      history: [{ year: input.year, label: String(input.year), period: input.figures.period, figure }],
      breaks: [],
      versions: [],
      authors: null,
      exercices: [{ year: input.year, state: 'open' }],
      events: [],
      today: '2020-12-18',
    }),
  );

const everything = buildOperation('OP-TOUT', {
  name: LONG_NAME,
  shortName: 'Tout',
  purpose: 'tout dire <ici>',
  facts: ['une chose.', 'une autre ?'],
  appreciation: 'a rencontré un franc succès',
  continuation: 'se poursuivra en 2021',
  followsCode: 'OP-SALON',
  audience: 'touristes',
  place: 'Cahors',
  link: 'achat-lot.com',
  note: 'date à confirmer',
  channels: [{ code: 'salon', label: 'Salon' }],
  partners: [
    { code: 'A', name: 'Département', nameInSentence: 'le Département', role: 'lead' },
    { code: 'B', name: 'Lot Tourisme', nameInSentence: 'Lot Tourisme', role: 'lead' },
    { code: 'C', name: 'CCI', nameInSentence: 'la CCI', role: 'initiator' },
  ],
});

const YEARS: Record<string, () => DashboardInput> = {
  'the press release': pressYear,
  'a busy year': busyYear,
  'an empty year': emptyYear,
  'a year of absences': absentYear,
};

const PAGES: [name: string, html: string][] = Object.entries(YEARS).flatMap(([name, year]) => [
  [`dashboard of ${name}`, render('dashboard/year', dashboardPage(year()))],
  [`operations of ${name}`, render('campaigns/list', listOf(year()))],
  [
    `first operation of ${name}`,
    render('campaigns/one', campaignOf(year(), year().campaigns[0]?.code ?? 'OP-X')),
  ],
  [`indicators of ${name}`, render('indicators/list', indicatorsOf(year()))],
  ...indicatorPages(year()).map((body): [string, string] => [
    `${body.title} of ${name}`,
    render('indicators/one', body),
  ]),
]);
PAGES.push(
  [
    'an operation of which all is told',
    render(
      'campaigns/one',
      campaignOf({ ...pressYear(), campaigns: [...pressYear().campaigns, everything] }, 'OP-TOUT'),
    ),
  ],
  ['accessibility', render('legal/accessibility', accessibilityPage(programme))],
  ...(['notices', 'privacy'] as const).map((page): [string, string] => [
    page,
    render('legal/text', legalTextPage(page, programme, proposedLegalText(page, programme))),
  ]),
);

describe('Every page', () => {
  it.each(PAGES)('%s is well formed', (_name, html) => expect(htmlMistakes(html)).toEqual([]));

  it.each(PAGES)('%s shows no value of the machine', (_name, html) => expect(html).not.toMatch(FORBIDDEN));

  it.each(PAGES)('%s stays light', (_name, html) =>
    expect(gzipSync(html).length).toBeLessThan(MOST_TRANSFERRED),
  );

  it.each(PAGES)('%s keeps numbers in one piece', (_name, html) => {
    const shown = html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]*>/g, '|');
    expect(shown).not.toMatch(/\d[ \n](?:\d{3}(?!\d)|%)/);
  });
});

describe('The dashboard of 2020', () => {
  const html = render('dashboard/year', dashboardPage(pressYear()));
  const text = textOf(html);

  it.each([
    'Opérations remises en question (contexte sanitaire)',
    'notamment « Partenariat avec les comités des fêtes »',
    'Deux opérations menées, une remise en question par le contexte sanitaire.',
    'Chiffres arrêtés au 16 décembre 2020.',
    'plus de 13 000',
    'près de 400',
    'dont 150 avec un projet',
    'Aucune cible définie pour 2020',
    'Source non précisée dans le communiqué',
    'Travailler sur la problématique du logement',
    'mis à jour le 17 décembre 2020',
    'Accessibilité : non conforme',
  ])('says « %s »', (words) => expect(text).toContain(words));

  it('has neither meter nor state without targets', () => {
    expect(html).not.toContain('class="meter"');
    expect(text).not.toContain('Pas de cible définie');
  });

  it('is light even before compression', () => expect(Buffer.byteLength(html)).toBeLessThan(MOST_BYTES));

  it('spaces numbers, percentages and the name as French printers do', () => {
    expect(html).toContain('13\u202f000');
    expect(html).toContain('45\u00a0%');
    expect(html).toContain('Oh my Lot\u202f!');
  });
});

describe('The dashboard of a year with everything', () => {
  const html = render('dashboard/year', dashboardPage(busyYear()));

  it('says targets, provisional values and absences on the tiles', () => {
    const text = textOf(html);
    expect(html).toContain('class="meter"');
    expect(text).toContain('Chiffre provisoire');
    expect(text).toContain('Non communiqué');
    expect(text).toContain('Attendu <en janvier>');
    expect(text).toContain('12 des 30 opérations');
  });

  it('offers the other exercices and the printed bilan', () => {
    expect(html).toContain('href="/tableau-de-bord/2019"');
    expect(html).toMatch(/href="\/tableau-de-bord\/2020" aria-current="page"/);
    expect(html).toContain('<form method="post" action="/bilans/2020/brouillon">');
  });

  it('escapes what people typed', () => {
    expect(html).not.toContain('<Causses>');
    expect(html).not.toContain('<en janvier>');
  });
});
