import { pressYear } from '../../test/support/dashboard-years.js';
import { buildOperation } from '../../test/support/domain-builders.js';
import type { Campaign } from '../campaigns/campaign.types.js';
import { campaignPage, type CampaignView } from './campaign.presenter.js';
import { campaignsListPage, type CampaignsListView } from './campaigns-list.presenter.js';
import { campaignsFilter, codeParam, yearParam } from './dashboard.schema.js';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const { campaigns, figures } = pressYear();
const list = (status: Campaign['status'] | null, of = campaigns): CampaignsListView =>
  campaignsListPage({
    year: 2020,
    labels: new Map(),
    years: [2019, 2020],
    status,
    campaigns: of,
    figures,
    questionedListIsPartial: true,
  }).content;
const sheet = (campaign: Campaign, all: Campaign[] = [campaign]): CampaignView =>
  campaignPage({
    campaign,
    campaigns: all,
    figures: figures.byCampaign.get(campaign.code) ?? [],
    days: figures.period,
  }).content;

describe('The list of operations', () => {
  it('tells each with when, where, its figures and its status', () => {
    const [salon, spots, fetes] = list(null).rows;
    expect(plain(salon?.when ?? '')).toBe('Janvier 2020 · Paris');
    expect(salon?.figures.map(plain)).toEqual([
      '450 visiteurs ont été accueillis sur le stand, dont 150 avec un projet',
    ]);
    expect(spots?.figures.map(plain)).toEqual(['250 spots partagés', '130 000 sets de table']);
    expect(fetes).toMatchObject({
      when: 'Date non précisée',
      figures: [],
      state: { word: 'Remise en question par le contexte sanitaire', shape: 'hatched' },
    });
  });

  it('narrows to a status, offers those that exist, and a way back', () => {
    const narrowed = list('in_question');
    expect(narrowed.count).toBe('Une opération sur trois');
    expect(narrowed.statuses.map(({ label, selected }) => [label, selected])).toEqual([
      ['Tous les statuts', false],
      ['Terminée', false],
      ['Remise en question', true],
    ]);
    expect(narrowed.resetHref).toBe('/operations?annee=2020');
    expect(narrowed.note).toContain('n’est pas complète');
    expect(list('completed').note).toBeNull();
  });

  it('says when nothing matches, and when nothing is there', () => {
    expect(list('cancelled').count).toBe('Aucune opération ne correspond à ce choix.');
    expect(list(null, []).lede).toBe('Aucune opération n’est encore décrite pour 2020.');
  });
});

describe('The page of an operation', () => {
  it('keeps to what was said: no line for what nobody told', () => {
    const bare = sheet(buildOperation('OP-NUE'));
    expect(bare.facts.map(({ term }) => term)).toEqual(['Période']);
    expect(bare).toMatchObject({ lede: null, next: null, note: null, done: [], appreciation: null });
    expect(bare.noFigures).toBe('Aucun résultat chiffré n’a été donné pour cette opération.');
  });

  it('leads to the operations before and after, and to its site', () => {
    const before = buildOperation('OP-AVANT', { name: 'Avant' });
    const one = buildOperation('OP-UNE', {
      name: 'Une',
      followsCode: 'OP-AVANT',
      link: 'www.achat-lot.com/',
    });
    const after = buildOperation('OP-APRES', { name: 'Après', followsCode: 'OP-UNE' });
    const links = sheet(one, [before, one, after]).facts.flatMap(({ term, links: to }) =>
      to.map(({ label, href }) => [term, label, href]),
    );
    expect(links).toEqual([
      ['Suite de', 'Avant', '/operations/op-avant'],
      ['Suivie par', 'Après', '/operations/op-apres'],
      ['Site', 'www.achat-lot.com', 'https://www.achat-lot.com/'],
    ]);
  });

  it('never makes a link of anything but a web address', () => {
    const site = sheet(buildOperation('OP', { link: 'javascript:alert(1)' })).facts.at(-1);
    expect(site).toEqual({ term: 'Site', values: ['javascript:alert(1)'], links: [] });
  });

  it('names partners by their part, and what comes next', () => {
    const view = sheet(
      buildOperation('OP', {
        partners: [
          { code: 'A', name: 'Département', nameInSentence: 'le Département', role: 'lead' },
          { code: 'B', name: 'Lot Tourisme', nameInSentence: 'Lot Tourisme', role: 'lead' },
          { code: 'C', name: 'CCI', nameInSentence: 'la CCI', role: 'initiator' },
        ],
        continuation: 'se poursuivra en 2021 avec de nouvelles actions',
      }),
    );
    expect(view.facts.slice(1).map(({ term, values }) => [term, values])).toEqual([
      ['Chefs de file', ['Département', 'Lot Tourisme']],
      ['À l’initiative de', ['CCI']],
    ]);
    expect(view.next?.text).toBe('L’opération se poursuivra en 2021 avec de nouvelles actions.');
    expect(plain(view.next?.heading ?? '')).toBe('Et en 2021 ?');
  });

  it('brings itself out in the timeline of its year', () => {
    const [salon] = campaigns;
    if (salon === undefined) throw new Error('no operation');
    const { timeline } = sheet(salon, campaigns);
    expect(timeline?.json).toContain('"tone":"highlight"');
    expect(timeline?.table.rows).toHaveLength(3);
  });
});

describe('What addresses may say', () => {
  it('takes years of four digits', () => {
    expect(yearParam.parse('2020')).toBe(2020);
    for (const wrong of ['20', '20200', '1850', 'deux', '2020.0', '']) {
      expect(yearParam.safeParse(wrong).success).toBe(false);
    }
  });

  it('takes an empty choice of the form for none', () => {
    expect(campaignsFilter.parse({ annee: '', statut: '' })).toEqual({});
    expect(campaignsFilter.parse({ annee: '2020', statut: 'completed', utm: 'x' })).toEqual({
      annee: 2020,
      statut: 'completed',
    });
    expect(campaignsFilter.safeParse({ statut: 'terminee' }).success).toBe(false);
    expect(campaignsFilter.safeParse({ annee: ['2020', '2021'] }).success).toBe(false);
  });

  it('takes codes, not paths', () => {
    expect(codeParam.safeParse('OP-2020-SPOTS').success).toBe(true);
    for (const wrong of ['../x', 'a b', '', '<b>', 'x'.repeat(101)]) {
      expect(codeParam.safeParse(wrong).success).toBe(false);
    }
  });
});
