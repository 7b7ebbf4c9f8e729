import { content } from '../../test/support/measurement-contents.js';
import { conflictText } from './measurement-conflict.rules.js';
import type { MeasurementContent } from './measurement.types.js';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const told = (read: MeasurementContent | null, now: MeasurementContent, decimals = 0): string =>
  plain(conflictText(read, now, decimals));

describe('what somebody else changed in the meantime', () => {
  it('is said only of what is known to differ', () => {
    const nothing = 'Ce chiffre a changé entre-temps : relisez-le avant de décider.';
    expect(told(null, content(450))).toBe(nothing);
    expect(told(content(450), content(450))).toBe(nothing);
  });

  it('is the value with its qualifier, or its absence in words', () => {
    expect(told(content(450), content(13_000, { qualifier: 'more_than' }))).toBe(
      'Ce chiffre a changé entre-temps (la valeur : 450 → plus de 13 000) : relisez-le avant de décider.',
    );
    expect(told(content(1_250), content(null), 2)).toContain('(la valeur : 12,5 → non communiqué)');
    expect(told(content(null, { absence: null }), content(3))).toContain('(la valeur : rien → 3)');
  });

  it('is the state and the texts too, all in one sentence', () => {
    const now = content(463, {
      status: 'submitted',
      source: 'stand',
      note: 'x',
      internalNote: 'y',
      marking: 'revised',
    });
    expect(told(content(450, { status: 'draft' }), now)).toBe(
      'Ce chiffre a changé entre-temps (la valeur : 450 → 463, l’état : brouillon → soumis, la source, la remarque, ' +
        'la note interne et le marquage) : relisez-le avant de décider.',
    );
  });
});
