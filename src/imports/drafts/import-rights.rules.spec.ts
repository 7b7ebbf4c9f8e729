import type { Role } from '../../accounts/account.types.js';
import { statusIssue } from '../../measurements/writer-status.rules.js';
import type { Interpretation, Observation } from '../interpretation.types.js';
import { creationRefusal, heldToRights, mayTeach } from './import-rights.rules.js';

const one = (rest: Partial<Observation> = {}): Observation => ({
  line: 2,
  item: null,
  indicator: 'SPOTS',
  campaign: null,
  territory: null,
  channel: null,
  organisation: null,
  periodStart: '2020-06-01',
  periodEnd: '2020-06-30',
  quantity: { value: 1, valueMax: null, qualifier: 'exact' },
  absence: null,
  note: null,
  ...rest,
});
function held(role: Role, organisations: string[] | null, rest: Partial<Interpretation>): Interpretation {
  const interpretation = {
    observations: [one()],
    targets: [],
    rejected: [],
    ...rest,
  } as unknown as Interpretation;
  return heldToRights(interpretation, { role, organisations }, (status) =>
    statusIssue(status, role, 'single'),
  );
}

describe('what a file may say for whoever imports it', () => {
  it('gives to a partner what is nobody’s, and leaves the rest as it is', () => {
    const observations = [one(), one({ organisation: 'CCI46' })];
    const named = (role: Role, own: string[] | null) =>
      held(role, own, { observations }).observations.map(({ organisation }) => organisation);
    expect(named('contributor', ['LOT-TOURISME'])).toEqual(['LOT-TOURISME', 'CCI46']);
    expect(named('editor', null)).toEqual([null, 'CCI46']);
  });

  it('refuses a status and a target that are for others to give', () => {
    const targets = [{ line: 5, definition: {} as never }];
    const observations = [one({ line: 4, status: 'validated' })];
    const refusals = (role: Role) =>
      held(role, null, { observations, targets }).rejected.map(({ line, code }) => [line, code]);
    expect(refusals('editor')).toEqual([
      [4, 'validation_reserved'],
      [5, 'targets_reserved'],
    ]);
    expect(refusals('validator')).toEqual([]);
  });

  it('tells a partner who creates what is missing', () => {
    expect(
      ['viewer', 'contributor', 'editor', 'validator', 'admin'].map((role) =>
        mayTeach({ role: role as Role }),
      ),
    ).toEqual([false, false, true, true, true]);
    const creates = [{ kind: 'channel' as const, code: 'x', name: 'X' }];
    const question = {
      code: 'unknown_vocabulary',
      message: 'Il manque « X ». Faut-il le créer ?',
      choices: [],
    };
    expect(creationRefusal(creates, question).message).toMatch(
      /^Il manque « X »\. Seule l’équipe du programme peut le créer/,
    );
  });
});
