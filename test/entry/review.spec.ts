import { MeasurementRecordsService } from '../../src/measurements/measurement-records.service.js';
import type { MeasurementInput } from '../../src/measurements/measurement.types.js';
import { MeasurementsService } from '../../src/measurements/measurements.service.js';
import { EvidenceService } from '../../src/entry/evidence/evidence.service.js';
import { EntrySettingsEntity } from '../../src/entry/settings/entry-settings.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { deskOf, type Desk } from '../support/administration.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { dataCaller } from '../support/data-callers.js';
import { ENGINES } from '../support/databases.js';
import { signIn, type SignedIn } from '../support/people.js';

const SPOTS: MeasurementInput = {
  indicator: 'SPOTS_PARTAGES',
  campaign: 'OP-2020-SPOTS',
  periodStart: '2020-06-01',
  periodEnd: '2020-06-30',
  value: 118,
};
const nobody = dataCaller('person:0', 'admin');

describe.each(ENGINES)('the queue of validation on %s', (engine) => {
  let server: TestServer;
  let marie: SignedIn;
  let anne: SignedIn;
  let desk: Desk;

  beforeEach(async () => {
    server = await startTestServer({ engine });
    marie = await signIn(server, 'editor', { name: 'Marie Dupont' });
    anne = await signIn(server, 'validator', { name: 'Anne Roux' });
    desk = deskOf(server, anne);
  });
  afterEach(() => server.close());

  const get = <T>(type: abstract new (...args: never[]) => T): T =>
    server.application.get(type, { strict: false });
  /** @returns its identifier. */
  const submit = async (
    input: Partial<MeasurementInput> = {},
    by = marie,
    reason: string | null = null,
  ): Promise<number> => {
    const { rejected } = await get(MeasurementsService).record([{ ...SPOTS, ...input }], {
      recordedBy: `person:${by.personId}`,
      defaultStatus: 'submitted',
      partial: false,
      reason,
    });
    expect(rejected).toEqual([]);
    const rows: { id: number }[] = await get(UnitOfWork).manager.query(
      'SELECT measurement_id AS id FROM measurement_versions ORDER BY recorded_at DESC, measurement_id DESC LIMIT 1',
    );
    return Number(rows[0]?.id);
  };
  const last = async (id: number): Promise<unknown> => {
    const answer = await get(MeasurementRecordsService).newest(id, nobody);
    return [answer.value, answer.status, answer.marking, answer.reason];
  };
  const setMode = (review: EntrySettingsEntity['review']): Promise<unknown> =>
    get(UnitOfWork).write((manager) => manager.update(EntrySettingsEntity, { id: 1 }, { review }));

  it('shows what was, what comes, who said it and why, and validates it', async () => {
    const id = await submit();
    await desk.send('/validation/valider', { items: `${id}.1`, next: '' });
    await submit({ value: 120, source: 'Recomptage' }, marie, 'Deux spots oubliés');
    const { html } = await desk.read('/validation');
    for (const told of [
      'Les spots du Lot',
      '>118<',
      '>120<',
      'sera marqué révisé',
      'Recomptage',
      'Deux spots oubliés',
      'Marie Dupont',
    ])
      expect(html).toContain(told);
    const [, sheet = ''] = /href="(\/saisie\/2020-06\/[^"]+)"/.exec(html) ?? [];
    expect((await desk.read(sheet)).html).toContain('Deux spots oubliés');
    const sent = await desk.send('/validation/valider', { items: `${id}.3`, next: 'chiffre-9' });
    expect([sent.status, sent.location]).toEqual([303, '/validation?fait=valide&nombre=1#chiffre-9']);
    expect(await last(id)).toEqual([120, 'validated', 'revised', 'Deux spots oubliés']);
    const told = await desk.read('/indicateurs/spots-partages/provenance?annee=2020');
    expect(told.html).toMatch(/Version 3\u00a0: 120, soumise le[^<]*motif\u00a0: Deux spots oubliés/);
    expect(told.html).toMatch(
      /Version 4\u00a0: 120, validée le[^<]*Anne Roux, motif\u00a0: Deux spots oubliés/,
    );
    const after = await desk.read('/validation?fait=valide&nombre=1');
    expect(after.html).toContain('Le chiffre est validé');
    expect(after.html).toContain('Aucun chiffre n’attend d’être validé');
  });

  it('asks why it sends a figure back, and shows the reason afterwards', async () => {
    const id = await submit();
    const refused = await desk.send('/validation/correction', { items: `${id}.1`, next: '', reason: ' ' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Le motif est à remplir.');
    const sent = await desk.send('/validation/correction', {
      items: `${id}.1`,
      next: '',
      reason: 'Quelle <b>source</b>',
    });
    expect(sent.location).toBe('/validation?fait=renvoye&nombre=1');
    expect(await last(id)).toEqual([118, 'returned', 'final', 'Quelle <b>source</b>']);
    const { html } = await desk.read('/validation');
    expect(html).toContain('Quelle &lt;b&gt;source&lt;/b&gt;');
    expect(html).toMatch(/par Anne Roux\u202f; attend Marie Dupont/);
  });

  it('validates together what was shown as it was shown, and says what changed meanwhile', async () => {
    const ids: number[] = [];
    for (const month of ['04', '05', '11'])
      ids.push(
        await submit({
          campaign: null,
          periodStart: `2019-${month}-01`,
          periodEnd: `2019-${month}-30`,
          value: 40,
        }),
      );
    const { html } = await desk.read('/validation');
    const [, items = ''] = /name="items" value="([\d.,]+,[\d.,]+)"/.exec(html) ?? [];
    expect(items.split(',')).toHaveLength(3);
    expect(html).toContain('Valider les 3 sans alerte');
    await submit({ campaign: null, periodStart: '2019-05-01', periodEnd: '2019-05-30', value: 41 });
    const sent = await desk.send('/validation/valider', { items });
    expect(sent.status).toBe(409);
    expect(sent.html).toContain('2 chiffres sont traités, un chiffre est resté comme avant.');
    expect(sent.html).toMatch(/Ce chiffre a changé entre-temps \(la valeur\u00a0: 40 → 41\)/);
    expect(await Promise.all(ids.map(last))).toEqual([
      [40, 'validated', 'final', undefined],
      [41, 'submitted', 'final', undefined],
      [40, 'validated', 'final', undefined],
    ]);
  });

  it('leaves out of it what one wrote where four eyes are asked for', async () => {
    await setMode('four_eyes');
    const id = await submit({}, anne);
    const { html } = await desk.read('/validation');
    expect(html).toContain('Vous avez saisi ce chiffre');
    expect(html).not.toContain('data-validate');
    const sent = await desk.send('/validation/valider', { items: `${id}.1`, next: '' });
    expect(sent.status).toBe(409);
    expect(sent.html).toContain('Rien n’a été changé');
    const paul = deskOf(server, await signIn(server, 'validator'));
    await paul.send('/validation/valider', { items: `${id}.1`, next: '' });
    expect(await last(id)).toEqual([118, 'validated', 'final', undefined]);
  });

  it('filters by operation, and shows without buttons to whoever does not decide', async () => {
    await submit();
    await submit({ indicator: 'VISITEURS_STAND', campaign: 'OP-2020-SALON-PARIS' });
    await submit({ campaign: null, periodStart: '2020-10-01', periodEnd: '2020-10-31', status: 'draft' });
    const { html } = await deskOf(server, marie).read('/validation?operation=op-2020-spots');
    expect(html).toContain('Spots partagés');
    expect(html).not.toContain('id="op-2020-salon-paris"');
    expect(html).not.toContain('data-validate');
    expect(html).toContain('Un brouillon n’est pas encore envoyé.');
    const nowhere = await desk.read('/validation?operation=op-2020-producteurs&page=9');
    expect(nowhere.html).toContain('Aucun chiffre n’attend ici');
  });

  it('shows a hundred at a time', async () => {
    const inputs = Array.from({ length: 103 }, (_, index): MeasurementInput => {
      const day = new Date(Date.UTC(2018, 0, 1 + index)).toISOString().slice(0, 10);
      return { ...SPOTS, campaign: null, periodStart: day, periodEnd: day, value: index };
    });
    await get(MeasurementsService).record(inputs, {
      recordedBy: 'token:Stand',
      defaultStatus: 'submitted',
      partial: false,
    });
    const first = await desk.read('/validation');
    expect(first.html.match(/data-item/g)).toHaveLength(100);
    expect(first.html).toContain('href="/validation?page=2"');
    const second = await desk.read('/validation?page=2');
    expect(second.html.match(/data-item/g)).toHaveLength(3);
    expect(second.html).toContain('par le jeton «\u00a0Stand\u00a0»');
  });

  it('links to the files that prove a figure', async () => {
    const id = await submit();
    const bytes = Buffer.from('Date;Spots\n2020-06;118\n');
    const by = dataCaller(`person:${marie.personId}`, 'editor');
    const proof = await get(EvidenceService).add(id, { name: 'relevé de juin.csv', bytes }, by);
    const { html } = await desk.read('/validation');
    expect(html).toContain(`<a href="/justificatifs/${proof.id}">relevé de juin.csv</a>`);
    expect((await desk.read(`/justificatifs/${proof.id}`)).status).toBe(200);
  });
});
