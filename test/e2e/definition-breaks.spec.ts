import { IndicatorsService } from '../../src/indicators/indicators.service.js';
import { deskOf } from '../support/administration.js';
import { DEMONSTRATION, startTestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { htmlMistakes, textOf } from '../support/html-lint.js';
import { fieldsOfIndicator } from '../support/indicator-form.js';
import { signIn } from '../support/people.js';

const CODE = 'SUPPORTS_DISTRIBUES';

it.each(ENGINES)('figures are not compared across another definition, on %s', async (engine) => {
  const server = await startTestServer({ engine, seed: DEMONSTRATION });
  try {
    const change = async (year: number): Promise<unknown> => {
      const answer = await fetch(`${server.url}/api/v1/figures?year=${year}&indicator=${CODE}`);
      const { items } = (await answer.json()) as { items: { change?: unknown }[] };
      return items[0]?.change;
    };
    const before = [await change(2024), await change(2025)];
    expect(before).toMatchObject([{ kind: 'percent' }, { kind: 'percent' }]);
    const indicator = await server.application.get(IndicatorsService, { strict: false }).byCode(CODE);
    server.clock.set('2026-01-15T09:00:00Z');
    const desk = deskOf(server, await signIn(server, 'admin', { name: 'Responsable' }));
    const answered = await desk.send(`/administration/indicateurs/${CODE}`, {
      ...fieldsOfIndicator(indicator),
      method: 'Pesée des cartons vides',
      change: 'break',
      validFrom: '2025-01-01',
      reason: 'Comptage par pesée',
    });
    expect(answered.status).toBe(303);
    // The year before still compares with the one before it, on the very next reading.
    expect(await change(2024)).toEqual(before[0]);
    expect(await change(2025)).toMatchObject({ reason: 'definition_changed' });
    // The page of the indicator tells it to everybody, and who wrote it to those of the programme.
    const page = `/indicateurs/${CODE.toLocaleLowerCase('fr').replaceAll('_', '-')}`;
    const visited = await deskOf(server, null).read(page);
    expect(htmlMistakes(visited.html)).toEqual([]);
    const told = textOf(visited.html);
    expect(told).toContain('Version 2, depuis le 1er janvier 2025 série rompue Change : méthode');
    expect(told).toContain('Méthode : Pesée des cartons vides Motif : Comptage par pesée');
    expect(told).toContain('Enregistrée le 15 janvier 2026 Version 1, depuis le début');
    expect(textOf((await desk.read(page)).html)).toContain('Enregistrée le 15 janvier 2026 par Responsable');
    // Retired, it stays in the dictionary, apart, and its page says until when it was counted.
    await desk.send(`/administration/indicateurs/${CODE}/retrait`, { on: '2024-12-31' });
    const list = textOf((await deskOf(server, null).read('/indicateurs')).html);
    expect(list).toMatch(/Plus comptés [^.]* Compté jusqu’au 31 décembre 2024/);
    expect(textOf((await deskOf(server, null).read(`${page}?annee=2024`)).html)).toContain(
      'Compté jusqu’au 31 décembre 2024',
    );
  } finally {
    await server.close();
  }
});
