import fc from 'fast-check';
import type { IndicatorSketch } from '../interpretation.types.js';
import { importProfileSchema } from '../profiles/import-profile.schema.js';
import { learnedProfile } from '../profiles/learned-profile.rules.js';
import type { ValueField } from './draft-fields.rules.js';
import { newIndicator } from './new-indicator.rules.js';

const INDICATORS = [
  { code: 'SPOTS_PARTAGES', name: 'Spots partagés' },
  { code: 'VISITEURS', name: 'Visiteurs du stand' },
];

const made = (
  said: Partial<Record<ValueField, string>>,
  brought: readonly IndicatorSketch[] = [],
  decimals = 0,
) => newIndicator((member) => said[member] ?? '', { indicators: INDICATORS, brought, decimals });
const messages = (said: Partial<Record<ValueField, string>>) =>
  made(said).issues.map(({ member, message }) => [member, message]);

describe('an indicator that somebody describes for a column', () => {
  it('is as its words say, under a code of its own', () => {
    const words = {
      newName: ' Visiteurs  du musée',
      newOther: 'entrées',
      newOne: 'entrée',
      newNature: 'flow',
    };
    const { chosen, issues } = made(words, [], 2);
    expect(issues).toEqual([]);
    expect(chosen).toMatchObject({
      indicator: 'VISITEURS_DU_MUSEE',
      sketch: {
        code: 'VISITEURS_DU_MUSEE',
        name: 'Visiteurs  du musée',
        labelOne: 'entrée',
        labelOther: 'entrées',
        elision: true,
        decimals: 2,
        aggregation: { time: 'sum', territory: 'sum', channel: 'sum' },
      },
    });
    expect(made({ newName: 'Abonnés', newNature: 'stock' }).chosen?.sketch).toMatchObject({
      labelOne: 'abonné',
      nature: 'stock',
      aggregation: { time: 'last' },
    });
  });

  it('never takes a code that is in use, nor the address of a form', () => {
    const known = made({ newName: 'Visiteurs du stand de Cahors' }).chosen?.sketch;
    expect(made({ newName: 'Nouveau' }).chosen?.indicator).toBe('NOUVEAU_2');
    expect(made({ newName: '映画' }).chosen?.indicator).toBe('INDICATEUR');
    expect(known?.code).toBe('VISITEURS_DU_STAND_DE_CAHORS');
    const brought = known === undefined ? [] : [known];
    expect(made({ newName: 'visiteurs du STAND de Cahors' }, brought).chosen?.indicator).toBe(known?.code);
    expect(made({ newName: 'Visiteurs du stand de Cahors !' }, brought).chosen?.indicator).toBe(
      'VISITEURS_DU_STAND_DE_CAHORS_2',
    );
  });

  it('may be one that exists, which is then said and taken on demand', () => {
    const twice = { newName: 'visiteurs du  STAND' };
    expect(made(twice)).toMatchObject({
      chosen: null,
      issues: [{ member: 'newName', code: 'indicator_exists' }],
    });
    expect(messages(twice)[0]?.[1]).toContain('Visiteurs du stand');
    expect(made({ newName: 'Visiteurs' }).issues).toHaveLength(1);
    expect(made({ ...twice, newSame: 'on' }).chosen).toEqual({ indicator: 'VISITEURS' });
  });

  it.each([
    [{ newName: '' }, 'newName', 'Écrivez le nom'],
    [{ newName: ' \u00a0 ' }, 'newName', 'Écrivez le nom'],
    [{ newName: 'x'.repeat(201) }, 'newName', 'Le nom compte 201 caractères : écrivez-en au plus 200.'],
    [{ newName: 'Deux\nlignes' }, 'newName', 'une seule ligne'],
    [{ newName: 'Repas', newOther: 'r'.repeat(61) }, 'newOther', 'Le pluriel compte 61'],
    [{ newName: 'Repas', newOne: 'a\nb' }, 'newOne', 'Le singulier tient sur une seule ligne'],
  ])('says what is wrong with %j', (said, member, words) => {
    const issues = messages(said).map(([field, message]) => [field, message?.replaceAll(/\s/g, ' ')]);
    expect(issues).toEqual([[member, expect.stringContaining(words)]]);
    expect(made(said).chosen).toBeNull();
  });

  it('makes a profile that may be kept, whatever the words', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 210 }),
      fc.constantFrom('__proto__', 'constructor', '<script>', '=1+1', '{{x}}', 'NOUVEAU', '\u202e'),
    );
    const glimpse = {
      sheet: null,
      headerLine: 1,
      rows: 1,
      totalLines: [],
      columns: ['Jour', 'Entrées'].map((header, index) => {
        return { index, header, examples: [], guess: null, isPersonal: false, decimals: 0 };
      }),
    };
    fc.assert(
      fc.property(words, words, (newName, newOther) => {
        const { chosen, issues } = made({ newName, newOther });
        expect(chosen === null).toBe(issues.length > 0);
        if (chosen === null) return;
        const profile = learnedProfile(
          {
            date: 'Jour',
            values: [{ column: 'Entrées', ...chosen }],
            item: null,
            territory: null,
            channel: null,
            note: null,
            leaveTotalsOut: true,
            grain: 'month',
          },
          glimpse,
          { id: 'appris', name: 'Appris', sender: null },
        );
        expect(importProfileSchema.safeParse(JSON.parse(JSON.stringify(profile))).error).toBeUndefined();
      }),
    );
  });
});
