import fc from 'fast-check';
import { content } from '../../test/support/measurement-contents.js';
import { ROLES } from '../accounts/account.types.js';
import { MARKINGS } from '../kernel/figure.types.js';
import {
  decided,
  fourEyesText,
  isDone,
  orderIssue,
  OUTCOMES,
  reasonIssue,
  reasonKept,
  rightsIssue,
  saysTheSame,
  writersOf,
} from './measurement-life.rules.js';
import { DECISIONS, REVIEW_MODES, type SaidContent } from './measurement-life.types.js';
import { type MeasurementContent, MEASUREMENT_STATUSES } from './measurement.types.js';

const decisions = fc.constantFrom(...DECISIONS);
const statuses = fc.constantFrom(...MEASUREMENT_STATUSES);
const contents = fc
  .record({
    value: fc.option(fc.integer({ min: 0, max: 5 })),
    status: statuses,
    marking: fc.constantFrom(...MARKINGS),
    note: fc.constantFrom(null, 'Recomptage'),
  })
  .map(({ value, ...rest }) => content(value, rest));
const versions = fc.array(
  fc
    .tuple(
      contents,
      fc.constantFrom('person:1', 'person:2', 'token:Stand'),
      fc.constantFrom(null, 'Oubli', 'Appel'),
    )
    .map(([said, recordedBy, reason]) => ({ ...said, recordedBy, reason })),
  { minLength: 1, maxLength: 6 },
);
const numbered = (said: readonly Omit<SaidContent, 'version'>[]): SaidContent[] =>
  said.map((one, index) => ({ ...one, version: index + 1 }));

describe('the life of a figure', () => {
  it('lets each status be followed by few others', () => {
    const followed = MEASUREMENT_STATUSES.map((status) => [
      status,
      DECISIONS.filter((decision) => !isDone(decision, status) && orderIssue(decision, status) === null),
    ]);
    expect(followed).toEqual([
      ['draft', ['submit', 'validate', 'withdraw']],
      ['submitted', ['validate', 'return', 'withdraw']],
      ['returned', ['submit', 'validate', 'withdraw']],
      ['validated', ['return', 'withdraw']],
      ['withdrawn', []],
    ]);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(decisions, contents, (decision, said) => {
        const next = decided(said, decision, null);
        expect(isDone(decision, next.status)).toBe(true);
        expect(orderIssue(decision, next.status)).toBeNull();
        expect(decided(next, decision, next)).toEqual(next);
      }),
    );
  });

  it('never changes what a figure says, only its status, and its marking when it revises what counted', () => {
    fc.assert(
      fc.property(decisions, contents, fc.option(contents), (decision, said, stands) => {
        const next = decided(said, decision, stands);
        expect(saysTheSame(said, next)).toBe(true);
        expect(next.status).toBe(OUTCOMES[decision]);
        const isRevision =
          decision === 'validate' &&
          said.marking === 'final' &&
          stands?.status === 'validated' &&
          stands.value !== said.value;
        expect(next.marking).toBe(isRevision ? 'revised' : said.marking);
      }),
    );
  });

  it('revises 450 into 463, not into 450 with a note, nor what says that it is provisional', () => {
    const markingOf = (change: Partial<MeasurementContent>, stands = content(450)): string =>
      decided(content(463, { status: 'submitted', ...change }), 'validate', stands).marking;
    expect(markingOf({})).toBe('revised');
    expect(markingOf({ value: 450, note: 'Recomptage' })).toBe('final');
    expect(markingOf({ marking: 'provisional' })).toBe('provisional');
    expect(markingOf({}, content(450, { status: 'withdrawn' }))).toBe('final');
    expect(decided(content(463), 'submit', content(450)).marking).toBe('final');
  });

  it('lets whoever validates decide on everything, and nobody else take away what counts', () => {
    const cases = DECISIONS.flatMap((decision) =>
      [null, ...ROLES].flatMap((role) =>
        REVIEW_MODES.flatMap((mode) => [true, false].map((counts) => ({ decision, role, mode, counts }))),
      ),
    );
    for (const { decision, role, mode, counts } of cases) {
      const issue = rightsIssue(decision, { role, mode, counts });
      const validates = role === null || role === 'validator' || role === 'admin';
      if (validates || decision === 'submit') expect(issue).toBeNull();
      else if (decision === 'withdraw') expect(issue === null).toBe(!counts);
      else if (decision === 'return') expect(issue?.code).toBe('validation_reserved');
      else expect(issue === null).toBe(mode === 'auto' && role === 'editor');
    }
  });

  it('asks why a figure is sent back or taken back', () => {
    expect(DECISIONS.map((decision) => reasonIssue(decision, ' ')?.code ?? null)).toEqual([
      null,
      null,
      'reason_required',
      'reason_required',
    ]);
    fc.assert(fc.property(decisions, (decision) => reasonIssue(decision, 'Oubli') === null));
  });
});

describe('four eyes', () => {
  it('look at what others wrote since the version that stands', () => {
    fc.assert(
      fc.property(versions, fc.nat(6), (said, standing) => {
        const writers = writersOf(numbered(said), standing);
        const since: string[] = said.slice(standing).map(({ recordedBy }) => recordedBy);
        expect([...writers].every((writer) => since.includes(writer))).toBe(true);
        const last = said.at(-1);
        if (said.length > standing && last !== undefined && last.status !== 'returned')
          expect(writers.has(last.recordedBy)).toBe(true);
      }),
    );
  });

  it('do not count sending back as writing, unless another value came with it', () => {
    const base = { recordedBy: 'person:1', reason: null };
    const said = [
      { ...content(450, { status: 'submitted' }), ...base },
      { ...content(450, { status: 'returned' }), recordedBy: 'person:2', reason: 'Source ?' },
    ] as const;
    expect([...writersOf(numbered(said), 0)]).toEqual(['person:1']);
    const changed = { ...content(463, { status: 'returned' }), recordedBy: 'person:2', reason: null };
    expect([...writersOf(numbered([said[0], changed]), 0)]).toEqual(['person:1', 'person:2']);
  });

  it('name who may', () => {
    expect(fourEyesText(['Anne Roux', 'Paul Petit'])).toContain('Anne Roux ou Paul Petit peut le valider');
    expect(fourEyesText([])).toContain('une autre personne qui valide');
  });
});

describe('the reason of a version that counts', () => {
  it('is what its author said, then what was said when it was validated', () => {
    const said = numbered([
      { ...content(450), recordedBy: 'person:1', reason: 'Ancien motif' },
      { ...content(463, { status: 'submitted' }), recordedBy: 'person:1', reason: 'Recomptage' },
      { ...content(463, { status: 'returned' }), recordedBy: 'person:2', reason: 'Source ?' },
      { ...content(463, { status: 'submitted' }), recordedBy: 'person:1', reason: null },
    ]);
    expect(reasonKept('validate', null, said, 1)).toBe('Recomptage');
    expect(reasonKept('validate', 'Vérifié', said, 1)).toBe('Recomptage · Vérifié');
    expect(reasonKept('validate', 'Recomptage', said, 1)).toBe('Recomptage');
    expect(reasonKept('return', 'Source ?', said, 1)).toBe('Source ?');
    expect(reasonKept('validate', null, said.slice(0, 1), 1)).toBeNull();
  });

  it('is never one of a version that said something else', () => {
    fc.assert(
      fc.property(versions, fc.nat(6), (said, standing) => {
        const kept = reasonKept('validate', null, numbered(said), standing);
        const last = said.at(-1);
        const same = said.filter((one) => last !== undefined && saysTheSame(one, last));
        expect(kept === null || same.some(({ reason }) => reason === kept)).toBe(true);
      }),
    );
  });
});
