import { IndicatorsService } from '../../src/indicators/indicators.service.js';
import { deskOf } from '../support/administration.js';
import { DEMONSTRATION, startTestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
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
    const desk = deskOf(server, await signIn(server, 'admin'));
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
  } finally {
    await server.close();
  }
});
