import fc from 'fast-check';
import { readMatomoAnswer } from './matomo-answer.rules.js';

const TOKEN = '0123456789abcdef0123456789abcdef';
const read = (answer: unknown) => readMatomoAnswer(JSON.stringify(answer), TOKEN);

describe('what Matomo answers', () => {
  it('counts of a month, as numbers or as digits', () => {
    const month = { nb_uniq_visitors: 812, nb_visits: '1043', nb_actions: 2_410, bounce_count: 512 };
    expect(read(month)).toEqual({ kind: 'counts', visits: 1_043, uniqueVisitors: 812 });
    expect(read({ nb_visits: 0 })).toEqual({ kind: 'counts', visits: 0, uniqueVisitors: null });
  });

  it.each([[[]], [{}]])('nothing was counted: %j', (answer) => {
    expect(read(answer)).toEqual({ kind: 'nothing' });
  });

  it('an error, in its own words but without the token', () => {
    const message = `You can't access this resource as it requires 'view' access for idsite = 1.\n token ${TOKEN}`;
    const answer = read({ result: 'error', message });
    expect(answer).toMatchObject({ kind: 'failed' });
    expect(JSON.stringify(answer)).toContain('requires');
    expect(JSON.stringify(answer)).not.toContain(TOKEN);
    expect(read({ result: 'error' })).toMatchObject({ kind: 'failed' });
  });

  it.each([
    ['<html>Connexion</html>'],
    ['null'],
    ['12'],
    ['{"value":12}'],
    ['[{"nb_visits":12}]'],
    ['{"nb_visits":-1}'],
    ['{"nb_visits":1.5,"nb_uniq_visitors":"beaucoup"}'],
    ['{"nb_visits":1e400}'],
    ['{"__proto__":{"nb_visits":3}}'],
  ])('nothing that could be a count: %s', (text) => {
    expect(readMatomoAnswer(text, TOKEN)).toMatchObject({ kind: 'failed' });
  });

  it('is read without ever failing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(['counts', 'nothing', 'failed']).toContain(readMatomoAnswer(text, TOKEN).kind);
      }),
    );
  });
});
