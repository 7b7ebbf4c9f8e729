import { deskOf, journalOf, type Desk } from '../support/administration.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { htmlMistakes, textOf } from '../support/html-lint.js';
import { signIn } from '../support/people.js';
import { ProfilesService } from '../../src/imports/profiles/profiles.service.js';

const PROFILES = '/administration/profils';
const POSTS = `${PROFILES}/meta-posts`;
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe.each(ENGINES)('the room of import profiles on %s', (engine) => {
  let server: TestServer;
  let desk: Desk;

  beforeAll(async () => {
    server = await startTestServer({ engine });
    desk = deskOf(server, await signIn(server, 'admin'));
  });
  afterAll(() => server.close());

  const profiles = () => server.application.get(ProfilesService, { strict: false });
  const shown = async (path: string) => {
    const { status, html } = await desk.read(path);
    expect([status, htmlMistakes(html)]).toEqual([200, []]);
    return plain(textOf(html));
  };

  it('lists what is recognised, and what each counts', async () => {
    const text = await shown(PROFILES);
    expect(text).toContain('Meta Business Suite, publications');
    expect(text).toContain('Fourni avec Copil');
  });

  it.each([
    'meta-posts',
    'meta-quotidien',
    'ga4',
    'helloasso',
    'compteur-stand',
    'modele-partenaire',
    'standard-v1',
  ])('says in French how %s is read', async (id) => {
    expect(await shown(`${PROFILES}/${id}`)).toContain('Reconnu à ses colonnes');
  });

  it('says what is never added up and what is never kept', async () => {
    expect(await shown(POSTS)).toContain('« Reach » ou « Couverture » : non cumulable');
    expect(await shown(`${PROFILES}/eventbrite`)).toContain('« First Name », « Last Name »');
  });

  it('keeps what an administrator changes, tells it, and goes back to what came with Copil', async () => {
    const { text } = await profiles().one('meta-posts');
    const content = text.replace('"Views"', '"Views", "Affichages"').replaceAll('\n', '\r\n');
    expect((await desk.send(POSTS, { content })).location).toBe(`${POSTS}?fait=modification`);
    const changed = await shown(`${POSTS}?fait=modification`);
    expect(changed).toContain('« Views », « Affichages » ou « Vues »');
    expect(changed).toMatch(/Fourni avec Copil, modifié ici le \d/);
    expect(await journalOf(server, 'import_profile.changed')).toHaveLength(1);
    expect((await desk.send(`${POSTS}/origine`, {})).location).toBe(`${POSTS}?fait=origine`);
    expect(await shown(POSTS)).not.toContain('Affichages');
  });

  it.each([
    ['{', 'JSON lisible'],
    ['{"id": "meta-posts"}', 'trouvé rien'],
  ])('refuses %s and shows it again', async (content, words) => {
    const { status, html } = await desk.send(POSTS, { content });
    expect([status, htmlMistakes(html)]).toEqual([422, []]);
    expect(plain(textOf(html))).toContain(words);
    expect(html).toContain(`>
${content.replaceAll('"', '&#34;')}</textarea>`);
  });

  it('takes a profile away and puts it back', async () => {
    await desk.send(`${PROFILES}/weezevent/retrait`, {});
    expect(await shown(`${PROFILES}/weezevent?fait=retrait`)).toContain('Ce profil est retiré depuis le');
    expect(await shown(PROFILES)).toContain('Retiré');
    await desk.send(`${PROFILES}/weezevent/remise`, {});
    expect(await shown(PROFILES)).not.toContain('Retiré');
  });

  it('knows no other profile', async () => {
    expect((await desk.read(`${PROFILES}/inconnu`)).status).toBe(404);
    expect((await desk.send(`${PROFILES}/inconnu/retrait`, {})).status).toBe(404);
  });
});
