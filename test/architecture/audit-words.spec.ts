import ts from 'typescript';
import { AUDIT_FAMILIES, AUDIT_WORDS } from '../../src/platform/audit/audit-words.js';
import { placesOf } from './source-tree.js';

const ACTION = /^[a-z_]+\.[a-z_]+$/;

describe('the words of the journal', () => {
  /** `action: 'person.invited'` and, for what a condition chooses, each text of it. */
  const actions = (): { place: string; action: string }[] =>
    placesOf((node) => ts.isPropertyAssignment(node) && node.name.getText() === 'action').flatMap((place) =>
      [...place.matchAll(/'([^']+)'/g)]
        .map(([, action = '']) => ({ place, action }))
        .filter(({ action }) => ACTION.test(action)),
    );

  it('knows every action that the sources record', () => {
    const found = actions();
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter(({ action }) => !Object.hasOwn(AUDIT_WORDS, action))).toEqual([]);
  });

  it('writes actions as noun.verb_past, each in a family that has a name', () => {
    for (const action of Object.keys(AUDIT_WORDS)) {
      expect(action).toMatch(ACTION);
      expect(Object.keys(AUDIT_FAMILIES)).toContain(action.split('.', 1)[0]);
    }
  });

  it('names no family that has no action', () => {
    const families = new Set(Object.keys(AUDIT_WORDS).map((action) => action.split('.', 1)[0]));
    expect(Object.keys(AUDIT_FAMILIES).filter((family) => !families.has(family))).toEqual([]);
  });
});
