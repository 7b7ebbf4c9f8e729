import { dataCallerOf } from '../../src/accounts/access/caller.rules.js';
import { EntrySettingsEntity } from '../../src/entry/settings/entry-settings.entity.js';
import {
  MeasurementLifeService,
  VALIDATED_BY_SETTING,
} from '../../src/measurements/measurement-life.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { ExerciceEntity } from '../../src/programme/programme.entity.js';
import { deskOf, type Desk } from '../support/administration.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { htmlMistakes } from '../support/html-lint.js';
import { asPerson } from '../support/identities.js';
import { signIn, type SignedIn } from '../support/people.js';

const SEPTEMBER = '/saisie/2020-09';
const VIEWS = 'vues-reseaux~op-2020-producteurs';
const SPOTS = 'spots-partages~op-2020-spots';

interface Listed {
  status: string;
  value?: number;
  reason?: string;
  marking: string;
}

describe.each(ENGINES)('the grid of a month on %s', (engine) => {
  let server: TestServer;
  let editor: SignedIn;
  let validator: SignedIn;
  let desk: Desk;

  beforeEach(async () => {
    server = await startTestServer({ engine });
    editor = await signIn(server, 'editor');
    validator = await signIn(server, 'validator');
    desk = deskOf(server, editor);
  });
  afterEach(() => server.close());

  const unitOfWork = (): UnitOfWork => server.application.get(UnitOfWork, { strict: false });

  const cell = (key: string, typed: string, version = 0): Record<string, string> => ({
    [`c:${key}`]: typed,
    [`v:${key}`]: String(version),
  });
  const listed = async (indicator: string, month = '2020-09'): Promise<Listed[]> => {
    const query = new URLSearchParams({ indicator, from: month, to: month });
    const response = await fetch(`${server.url}/api/v1/measurements?${query}`, { headers: editor.headers });
    const { items } = (await response.json()) as { items: Listed[] };
    return items.map(({ status, value, reason, marking }) => ({ status, value, reason, marking }));
  };

  it('is saved as a plain form: what is right is kept beside what is not', async () => {
    const answer = await desk.send(SEPTEMBER, {
      ...cell(VIEWS, 'plus de 1 200'),
      ...cell(SPOTS, 'dix-huit'),
      action: 'enregistrer',
      motif: '',
    });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('value="dix-huit"');
    expect(answer.html).toContain('n’est pas un nombre');
    expect(answer.html).toContain('Le reste est enregistré');
    expect(await listed('VUES_RESEAUX')).toMatchObject([{ status: 'draft', value: 1_200 }]);
    const again = await desk.send(SEPTEMBER, { ...cell(SPOTS, '18'), action: 'enregistrer', motif: '' });
    expect(again).toMatchObject({ status: 303, location: `${SEPTEMBER}?fait=enregistre` });
  });

  it('puts back in empty cells the one number that the month before gave, and nothing is sent', async () => {
    const said = { ...cell(VIEWS, 'plus de 1 200'), ...cell(SPOTS, 'nc') };
    await desk.send('/saisie/2020-08', { ...said, action: 'enregistrer', motif: '' });
    expect((await desk.read(SEPTEMBER)).html).toContain('Reprendre août 2020');
    const carry = { ...cell(SPOTS, ''), action: 'reprendre', motif: '' };
    expect((await desk.send(SEPTEMBER, carry)).location).toBe(`${SEPTEMBER}?fait=repris-1`);
    expect((await desk.read(`${SEPTEMBER}?fait=repris-1`)).html).toContain('1 chiffre repris de la période');
    expect(await listed('VUES_RESEAUX')).toMatchObject([{ status: 'draft', value: 1_200 }]);
    expect((await listed('SPOTS_PARTAGES')).filter(({ status }) => status === 'draft')).toEqual([]);
    expect((await desk.send(SEPTEMBER, carry)).location).toBe(`${SEPTEMBER}?fait=repris-0`);
    expect((await desk.read(SEPTEMBER)).html).not.toContain('Reprendre août');
  });

  it('sends drafts with a reason once the month is closed, and they count when they are validated', async () => {
    const fields = { ...cell(VIEWS, '1 500'), action: 'transmettre' };
    const unexplained = await desk.send(SEPTEMBER, { ...fields, motif: '' });
    expect(unexplained.status).toBe(422);
    expect(unexplained.html).toContain('après la clôture');
    expect(await listed('VUES_RESEAUX')).toMatchObject([{ status: 'draft' }]);
    const version = 1;
    const sent = await desk.send(SEPTEMBER, {
      ...cell(VIEWS, '1 500', version),
      action: 'transmettre',
      motif: 'Relevé retrouvé',
    });
    expect(sent.location).toBe(`${SEPTEMBER}?fait=transmis-1`);
    expect(await listed('VUES_RESEAUX')).toMatchObject([{ status: 'submitted', reason: 'Relevé retrouvé' }]);
    expect((await desk.read(`${SEPTEMBER}?fait=transmis-1`)).html).toContain(
      '1 chiffre transmis pour validation',
    );
    const nothing = await desk.send(SEPTEMBER, {
      ...cell(VIEWS, '1 500', 2),
      action: 'transmettre',
      motif: '',
    });
    expect(nothing.location).toBe(`${SEPTEMBER}?fait=rien`);
  });

  it('asks why what was validated changes, and calls it revised once it is validated again', async () => {
    const APRIL = '/saisie/2020-04';
    const sent = await desk.send(APRIL, {
      ...cell(VIEWS, '13 060', 1),
      action: 'transmettre',
      motif: 'Total exact retrouvé',
    });
    expect(sent.location).toBe(`${APRIL}?fait=transmis-1`);
    const page = await deskOf(server, validator).read('/validation');
    expect(page.html).toContain('13\u202f060');
    const query = 'indicator=VUES_RESEAUX&from=2020-04&to=2020-04';
    const response = await fetch(`${server.url}/api/v1/measurements?${query}`, { headers: editor.headers });
    const { items: waiting } = (await response.json()) as { items: { id: number; version: number }[] };
    const by = dataCallerOf(asPerson('validator'));
    if (by === null) throw new Error('a validator is somebody');
    const lives = server.application.get(MeasurementLifeService, { strict: false });
    await lives.decide(waiting, 'validate', { by, mode: 'single' });
    expect(await listed('VUES_RESEAUX', '2020-04')).toMatchObject([
      { status: 'validated', value: 13_060, marking: 'revised' },
    ]);
    const figures = await fetch(`${server.url}/api/v1/figures?year=2020&indicator=VUES_RESEAUX`);
    const { items } = (await figures.json()) as { items: { text: string }[] };
    expect(items[0]?.text).toBe('13\u202f060 vues sur les réseaux sociaux');
  });

  it('validates at once what the team sends, where its setting says so', async () => {
    await unitOfWork().write(async (manager) => {
      await manager.update(EntrySettingsEntity, { id: 1 }, { review: 'auto', closingDays: null });
    });
    const sent = await desk.send(SEPTEMBER, { ...cell(VIEWS, '900'), action: 'transmettre', motif: '' });
    expect(sent.location).toBe(`${SEPTEMBER}?fait=valides-1`);
    expect(await listed('VUES_RESEAUX')).toMatchObject([
      { status: 'validated', reason: VALIDATED_BY_SETTING },
    ]);
  });

  it('shows partners their own rows, and takes no other', async () => {
    const partner = deskOf(server, await signIn(server, 'contributor', { organisation: 'CCI46' }));
    const own = 'spots-partages~~~~cci46';
    const page = await partner.read(`${SEPTEMBER}?ajout=${own},${SPOTS}`);
    expect(page.html).toContain(`c:${own}`);
    expect(page.html).not.toContain(`c:${SPOTS}"`);
    const refused = await partner.send(SEPTEMBER, {
      ...cell(own, '12'),
      ...cell(SPOTS, '13'),
      action: 'enregistrer',
      motif: '',
    });
    expect(refused.status).toBe(422);
    expect(await listed('SPOTS_PARTAGES')).toEqual(
      expect.arrayContaining([expect.objectContaining({ status: 'draft', value: 12 })]),
    );
    expect((await listed('SPOTS_PARTAGES')).some(({ value }) => value === 13)).toBe(false);
  });

  it('changes nothing of a sealed exercice', async () => {
    await unitOfWork().write(async (manager) => {
      await manager.update(ExerciceEntity, { year: 2020 }, { state: 'sealed' });
    });
    const page = await desk.read(SEPTEMBER);
    expect(page.html).toContain('Cet exercice est scellé');
    expect(page.html).not.toContain('data-cell');
    const refused = await desk.send(SEPTEMBER, { ...cell(VIEWS, '900'), action: 'enregistrer', motif: '' });
    expect(refused.status).toBe(422);
    expect(await listed('VUES_RESEAUX')).toEqual([]);
  });

  describe('of a year by months', () => {
    const YEAR = '/saisie/2020?vue=mois';
    const AMBASSADORS = 'ambassadeurs~~~~cci46';
    const inMonth = (month: string, key: string, typed: string, version = 0): Record<string, string> =>
      cell(`${month}/${key}`, typed, version);
    const form = (cells: Record<string, string>[], motif = '', action = 'transmettre') =>
      desk.send(YEAR, Object.assign({ action, motif }, ...cells) as Record<string, string>);

    it('is saved as a plain form, each cell in its month, and sent with one reason', async () => {
      const wrong = await form([inMonth('2020-07', VIEWS, '700'), inMonth('2020-08', VIEWS, 'huit')]);
      expect(wrong.status).toBe(422);
      expect(wrong.html).toContain('Rien n’a été transmis');
      expect(wrong.html).toContain('href="#c-2020-08-vues-reseaux~op-2020-producteurs"');
      expect(wrong.html).toMatch(/août\s2020[^<]*n’est pas un nombre/);
      expect(await listed('VUES_RESEAUX', '2020-07')).toMatchObject([{ status: 'draft', value: 700 }]);
      const cells = [inMonth('2020-07', VIEWS, '700', 1), inMonth('2020-08', VIEWS, '800')];
      const late = await form(cells);
      expect(late.status).toBe(422);
      expect(late.html).toContain('après la clôture');
      expect(late.html).toContain('La saisie est close jusqu’à novembre');
      const sent = await form(cells, 'Rattrapage de l’année');
      expect(sent.location).toBe(`${YEAR}&fait=transmis-2`);
      for (const [month, value] of [
        ['2020-07', 700],
        ['2020-08', 800],
      ] as const) {
        expect(await listed('VUES_RESEAUX', month)).toMatchObject([
          { status: 'submitted', value, reason: 'Rattrapage de l’année' },
        ]);
      }
      const page = await desk.read(YEAR);
      expect(page.html).toMatch(/name="c:2020-07\/vues-reseaux~op-2020-producteurs" value="700"/);
      expect(page.html).toMatch(/data-total>plus de 14\s500</);
    });

    it('leaves what nobody changed, and refuses what is no cell of the exercice', async () => {
      const left = await form([
        inMonth('2020-04', VIEWS, 'plus de 13 000', 1),
        inMonth('2020-10', VIEWS, ''),
      ]);
      expect(left.location).toBe(`${YEAR}&fait=rien`);
      const strange = await form([inMonth('2021-04', VIEWS, '12'), cell(VIEWS, '13')], '', 'enregistrer');
      expect(strange.status).toBe(422);
      expect(strange.html).toContain('2 cases sont à revoir');
      expect(await listed('VUES_RESEAUX', '2021-04')).toEqual([]);
    });

    it('answers the script with the total and the progress of the year', async () => {
      const save = async (view: string, typed: string, version: number) => {
        const response = await fetch(`${server.url}/saisie/2020-07/cellules${view}`, {
          method: 'POST',
          headers: { ...editor.headers, 'content-type': 'application/json' },
          body: JSON.stringify({ cells: [{ key: VIEWS, typed, version }] }),
        });
        return (await response.json()) as { cells: { total: string }[]; progress: { expected: number } };
      };
      await form([inMonth('2020-08', VIEWS, '800')], '', 'enregistrer');
      const [month, year] = [await save('', '700', 0), await save('?vue=mois', '701', 1)];
      expect(month.cells[0]?.total).toMatch(/^plus de 13\s700$/);
      expect(year.cells[0]?.total).toMatch(/^plus de 14\s501$/);
      expect(year.progress.expected).toBeGreaterThan(month.progress.expected);
    });

    it('shows partners their own rows, and changes nothing once it is sealed', async () => {
      const partner = deskOf(server, await signIn(server, 'contributor', { organisation: 'CCI46' }));
      const own = await partner.read(`${YEAR}&ajout=${AMBASSADORS},${VIEWS}`);
      expect(own.html).toContain(`c:2020-01/${AMBASSADORS}`);
      expect(own.html).not.toContain(VIEWS);
      const refused = await partner.send(YEAR, {
        ...inMonth('2020-07', VIEWS, '12'),
        action: 'enregistrer',
        motif: '',
      });
      expect(refused.status).toBe(422);
      await unitOfWork().write(async (manager) => {
        await manager.update(ExerciceEntity, { year: 2020 }, { state: 'sealed' });
      });
      const sealed = await desk.read(YEAR);
      expect(sealed.html).toContain('Cet exercice est scellé');
      expect(sealed.html).not.toContain('data-cell');
      expect((await form([inMonth('2020-07', VIEWS, '900')], '', 'enregistrer')).status).toBe(422);
      expect(await listed('VUES_RESEAUX', '2020-07')).toEqual([]);
    });

    it('is linked to from months and exercices, and shows no other period', async () => {
      for (const name of ['2020-09', '2020']) {
        expect((await desk.read(`/saisie/${name}`)).html).toContain(`href="${YEAR}"`);
      }
      const year = await desk.read(YEAR);
      expect(htmlMistakes(year.html)).toEqual([]);
      expect(year.html).toContain('href="/saisie/2020-09"');
      expect(year.html).toContain('href="/saisie/2019?vue=mois"');
      expect((await desk.read(`${SEPTEMBER}?vue=mois`)).html).toContain('Saisie mensuelle');
    });
  });

  it.each(['2020-13', 'septembre', '2020-T5', '2020-02-30'])('%s is no period', async (name) => {
    const answer = await desk.read(`/saisie/${name}`);
    expect(answer.status).toBe(404);
    expect(answer.html).toContain('2020-T3');
  });

  it('opens for days, quarters and exercices too', async () => {
    for (const [name, heading] of [
      ['2020-01-16', 'Saisie du jour'],
      ['2020-T3', 'Saisie trimestrielle'],
      ['2020', 'Saisie annuelle'],
    ] as const) {
      expect((await desk.read(`/saisie/${name}`)).html).toContain(heading);
    }
    expect((await desk.read('/saisie')).location).toBe('/saisie/2020-12');
  });
});
