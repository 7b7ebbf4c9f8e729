import { EntrySettingsService } from '../../src/entry/settings/entry-settings.service.js';
import { deskOf, journalOf, type Desk } from '../support/administration.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { signIn } from '../support/people.js';

const PATH = '/administration/saisie';

describe('the room of how figures are entered', () => {
  let server: TestServer;
  let desk: Desk;
  beforeAll(async () => {
    server = await startTestServer();
    desk = deskOf(server, await signIn(server, 'admin'));
  });
  afterAll(() => server.close());

  it('explains who may validate, and changes it', async () => {
    expect((await desk.read(PATH)).html).toContain('Personne ne valide un chiffre qu’il a saisi');
    const sent = await desk.send(PATH, { review: 'four_eyes', closingDays: ' ', reminderDay: '5' });
    expect(sent.location).toBe(`${PATH}?fait=saisie`);
    expect((await desk.read(`${PATH}?fait=saisie`)).html).toContain(
      'Les réglages de la saisie sont enregistrés.',
    );
    const settings = server.application.get(EntrySettingsService, { strict: false });
    expect(await settings.settings()).toEqual({ review: 'four_eyes', closingDays: null, reminderDay: 5 });
    expect(await journalOf(server, 'entry_settings.changed')).toEqual([
      {
        actor: expect.stringMatching(/^person:/),
        subject: 'entry-settings',
        before: { review: 'single', closingDays: 15, reminderDay: 3 },
        after: { review: 'four_eyes', closingDays: null, reminderDay: 5 },
      },
    ]);
  });

  it('says beside each field what to write, and keeps what was typed', async () => {
    const { status, html } = await desk.send(PATH, {
      review: 'single',
      closingDays: '400',
      reminderDay: '31',
    });
    expect(status).toBe(422);
    expect(html).toContain('id="saisie-closingDays-error"');
    expect(html).toContain('id="saisie-reminderDay-error"');
    expect(html).toContain('value="400"');
  });
});
