import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ABSENCES, MARKINGS, QUALIFIERS } from '../../src/kernel/figure.types.js';
import { CAMPAIGN_STATUSES } from '../../src/campaigns/campaign.types.js';
import { ENGINES } from '../support/databases.js';
import { contents, emptyInstallation, type LoadedServices } from './loading.js';

const DEMONSTRATION = resolve('seeds/demonstration');
const YEARS = [2023, 2024, 2025];

const sorted = (words: Iterable<string | null>): string[] =>
  [...new Set(words)].filter((word) => word !== null).toSorted();

describe.each(ENGINES)('the demonstration data set on %s', (engine) => {
  let services: LoadedServices;

  beforeAll(async () => {
    services = await emptyInstallation(engine);
    await services.datasets.load(DEMONSTRATION);
  });

  afterAll(() => services.close());

  it('changes nothing when it is loaded again', async () => {
    const before = await contents(services);
    const { total, kinds } = await services.datasets.load(DEMONSTRATION);
    expect(total).toMatchObject({ created: 0, updated: 0 });
    expect(kinds.measurements.unchanged).toBeGreaterThan(900);
    expect(await contents(services)).toBe(before);
  });

  it('shows every kind of thing that the software must draw', async () => {
    const indicators = await services.indicators.all();
    expect(indicators).toHaveLength(25);
    expect(new Set(indicators.map(({ nature }) => nature)).size).toBe(9);
    const campaigns = await services.campaigns.all();
    expect(campaigns).toHaveLength(30);
    expect(sorted(campaigns.map(({ status }) => status))).toEqual([...CAMPAIGN_STATUSES].toSorted());
    expect(Math.max(...campaigns.map(({ name }) => name.length))).toBeGreaterThan(150);
    expect(await services.programmes.territories()).toHaveLength(8);
    expect(await services.programmes.channels()).toHaveLength(6);
    const facts = await services.measurements.facts();
    expect(sorted(facts.map(({ quantity }) => quantity?.qualifier ?? null))).toEqual(
      [...QUALIFIERS].toSorted(),
    );
    expect(sorted(facts.map(({ absence }) => absence))).toEqual([...ABSENCES].toSorted());
    expect(sorted(facts.map(({ marking }) => marking))).toEqual(
      MARKINGS.filter((marking) => marking !== 'revised').toSorted(),
    );
    const targets = (await Promise.all(YEARS.map((year) => services.targets.ofYear(year)))).flat();
    expect(targets.filter(({ kind }) => kind === 'target')).toHaveLength(61);
    expect(
      targets.find(({ indicator, amount }) => indicator === 'COUT_OPERATIONS' && amount.value === 9_500_050),
    ).toMatchObject({
      campaign: null,
      amount: { qualifier: 'up_to', interval: { lower: 0, upper: 9_500_050 } },
    });
  });

  it('computes its rate from its letters, its mean from its answers, and has nothing to explain', async () => {
    const figuresOf = (year: number) => services.figures.year(year);
    for (const year of YEARS) {
      const { figures } = await figuresOf(year);
      const of = (code: string) => figures.find(({ indicator }) => indicator.code === code);
      const opened = of('LETTRES_OUVERTES')?.amount?.value ?? 0;
      const delivered = of('LETTRES_DELIVREES')?.amount?.value ?? 1;
      expect(of('TAUX_OUVERTURE')).toMatchObject({
        amount: { value: Math.round((opened * 1000) / delivered) },
      });
      expect(of('TAUX_OUVERTURE')?.provenance.measurements).toBeGreaterThan(20);
      expect(figures.flatMap(({ issues }) => issues)).toEqual([]);
    }
    const marks = (await Promise.all(YEARS.map(figuresOf))).map(
      ({ figures }) => figures.find(({ indicator }) => indicator.code === 'NOTE_SATISFACTION')?.numberText,
    );
    expect(marks).toEqual(['4,1/5', '4,3/5', '4,4/5']);
  });

  it('prints the name that a body bore at the time', async () => {
    const nameOf = async (code: string): Promise<string | undefined> =>
      (await services.campaigns.byCode(code)).partners.find((partner) => partner.code === 'EMPLOI-AUBRELLE')
        ?.name;
    expect(await nameOf('op-2023-emploi')).toBe('Agence de l’emploi de l’Aubrelle');
    expect(await nameOf('op-2025-emploi')).toBe('Aubrelle Travail');
    expect(await services.committee.compositionAt('2023-01-01')).toHaveLength(13);
    expect(await services.committee.compositionAt('2025-12-18')).toHaveLength(14);
  });

  it('reviews a year in a session of the year after', async () => {
    const meetings = await services.committee.meetingsOf(2024);
    expect(meetings.map(({ code, date }) => [code, date])).toEqual([['COPIL-2025-01', '2025-01-23']]);
    expect(await services.committee.objectivesOf(2026)).toHaveLength(4);
  });
});

describe('the demonstration figures', () => {
  it('are those that the committed generator writes', async () => {
    const generator: unknown = await import(pathToFileURL(resolve(DEMONSTRATION, 'generate.mjs')).href);
    const { file } = generator as { file: () => string };
    expect(readFileSync(resolve(DEMONSTRATION, 'measurements.json'), 'utf8')).toBe(file());
  });
});

it('gives the same bytes on every engine', async () => {
  const texts: string[] = [];
  for (const engine of ENGINES) {
    const services = await emptyInstallation(engine);
    await services.datasets.load(DEMONSTRATION);
    texts.push(await contents(services));
    await services.close();
  }
  expect(new Set(texts).size).toBe(1);
});
