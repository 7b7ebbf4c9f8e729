import { OPINIONS } from '../targets/opinion.types.js';
import type { OpinionRule } from './figure-input.types.js';
import { ASSESSMENTS } from './figure-standing.types.js';
import { contradicts, opinionOf, opinionText, opinionView } from './opinion.rules.js';

const given = (givenOn: string, rest: Partial<OpinionRule> = {}): OpinionRule => ({
  indicator: 'VISITEURS',
  campaign: null,
  opinion: 'serene',
  reason: null,
  givenOn,
  givenIn: 'séance du 16 décembre 2020',
  ...rest,
});

describe('an opinion beside the computed assessment', () => {
  it('is that of the committee when given in a séance, else of the pilot', () => {
    const inWords = (label: string, givenIn: string | null): string => opinionText({ label, givenIn });
    expect(inWords('Appui nécessaire', null)).toBe('avis du pilote : appui nécessaire');
    expect(inWords('Serein', 'séance du 16 décembre 2020')).toBe('avis du comité : serein');
  });

  it('contradicts it when both cannot be right', () => {
    const contrary = OPINIONS.flatMap((opinion) =>
      ASSESSMENTS.filter((assessment) => contradicts(opinion, assessment)).map((one) => `${opinion} ${one}`),
    );
    expect(contrary).toEqual([
      'serene watch',
      'serene late',
      'achievable late',
      'support_needed reached',
      'compromised reached',
      'compromised on_track',
    ]);
  });

  it('is the last one given by the day asked for, on its own scope', () => {
    const period = { start: '2020-01-01', end: '2020-12-31' };
    const opinions = [
      given('2020-03-01'),
      given('2020-06-01', { opinion: 'compromised' }),
      given('2020-05-01', { campaign: 'SALON', opinion: 'achievable' }),
      given('2021-01-10', { opinion: 'support_needed' }),
    ];
    const at = (day: string, campaign: string | null = null) =>
      opinionOf('VISITEURS', campaign, { opinions, at: day, period })?.opinion ?? null;
    expect(at('2020-02-01')).toBeNull();
    expect(at('2020-05-31')).toBe('serene');
    expect(at('2020-12-30')).toBe('compromised');
    // The session that reviews a year is often held after it.
    expect(at('2020-12-31')).toBe('support_needed');
    expect(at('2020-12-31', 'SALON')).toBe('achievable');
  });

  it('is shown with its word, and says when it contradicts', () => {
    expect(opinionView(null, 'late')).toBeNull();
    expect(opinionView(given('2020-03-01', { reason: 'Le salon vient' }), 'late')).toEqual({
      opinion: 'serene',
      label: 'Serein',
      reason: 'Le salon vient',
      givenOn: '2020-03-01',
      givenIn: 'séance du 16 décembre 2020',
      contradicts: true,
    });
  });
});
