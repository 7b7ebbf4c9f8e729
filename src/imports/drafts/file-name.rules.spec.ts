import { shownFileName } from './file-name.rules.js';

describe('the name of a file that was sent', () => {
  it.each([
    ['publications_avril.csv', 'publications_avril.csv'],
    ['C:\\Documents\\livraisons été.xlsx', 'livraisons été.xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['ligne\r\nsuivante\u202efdp.csv', 'ligne suivante fdp.csv'],
    ['\u0000', 'fichier sans nom'],
    ['', 'fichier sans nom'],
  ])('%j is shown as %j', (sent, shown) => {
    expect(shownFileName(sent)).toBe(shown);
  });

  it('is cut between two characters, never in one', () => {
    expect([...shownFileName('🦆'.repeat(500))]).toHaveLength(150);
  });
});
