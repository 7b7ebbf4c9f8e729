import { TargetsService } from '../../src/targets/targets.service.js';
import { get, post, type Row } from './row.types.js';
import type { World } from './world.js';

const TARGETS = '/administration/cibles';
const OPINIONS = '/administration/avis';
const SAID = { value: '1 500', path: 'linear', steps: '', decidedBy: 'comité', meetingCode: '', note: '' };

/** A target of its own year. @returns where its page is. */
async function newTarget(world: World): Promise<string> {
  const targets = world.get(TargetsService);
  const year = 1900 + world.unique();
  const about = { kind: 'target', indicator: 'AMBASSADEURS', campaign: null } as const;
  const days = { periodStart: `${year}-01-01`, periodEnd: `${year}-12-31` };
  const value = { value: 10, valueMax: null, qualifier: 'exact' } as const;
  const said = { decidedBy: null, meetingCode: null, path: null, steps: null, note: null };
  const stamp = { recordedAt: '2020-12-17T08:00:00Z', recordedBy: 'system', reason: null };
  await targets.store({ ...about, ...days, ...value, ...said }, stamp);
  const found = await targets.find({ ...about, ...days });
  return `${TARGETS}/${found?.id ?? ''}`;
}

/** What is aimed at, and what is thought of where things stand. */
export const TARGET_ROWS: readonly Row[] = [
  get(TARGETS, 'targets:read'),
  get(`${TARGETS}/:id`, 'targets:read', '', { sample: async (world) => ({ path: await newTarget(world) }) }),
  post(TARGETS, 'targets:manage', ({ unique }) => {
    const year = 2200 + unique();
    const days = { periodStart: `${year}-01-01`, periodEnd: `${year}-12-31` };
    return {
      path: TARGETS,
      form: { kind: 'target', indicator: 'AMBASSADEURS', campaign: '', ...days, ...SAID },
    };
  }),
  post(`${TARGETS}/:id`, 'targets:manage', async (world) => ({
    path: await newTarget(world),
    form: { ...SAID, reason: 'Le salon est reporté' },
  })),
  post(`${TARGETS}/:id/retrait`, 'targets:manage', async (world) => ({
    path: `${await newTarget(world)}/retrait`,
    form: { reason: 'Le salon est annulé' },
  })),
  get(OPINIONS, 'targets:read'),
  post(OPINIONS, 'targets:manage', ({ unique }) => ({
    path: `${OPINIONS}?annee=2020`,
    form: {
      indicator: 'AMBASSADEURS',
      campaign: '',
      opinion: 'serene',
      givenOn: '2020-12-16',
      meetingCode: '',
      reason: `Les ambassadeurs sont là, ${unique()}`,
    },
  })),
];
