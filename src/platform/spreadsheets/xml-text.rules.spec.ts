import { cellText, xmlText } from './xml-text.rules.js';

describe('texts of XML', () => {
  it.each([
    ['a & b < c > "d"', 'a &amp; b &lt; c &gt; &quot;d&quot;'],
    ['\u0000\u0001\u0008\u000b\u000c\u001f', '\ufffd'.repeat(6)],
    ['\ud800x\udc00', '\ufffdx\ufffd'],
    ['\ufffe\uffff', '\ufffd\ufffd'],
    ['👩‍🚒 é\t\n', '👩‍🚒 é\t\n'],
  ])('%j is written %j', (given, written) => expect(xmlText(given)).toBe(written));

  it.each([
    ['a\r\nb', 'a_x000D_\nb'],
    ['_x000D_', '_x005F_x000D_'],
    ['_x000d_ et _X0041_', '_x005F_x000d_ et _x005F_X0041_'],
    ['__x000D_', '__x005F_x000D_'],
    ['_xyz_', '_xyz_'],
    ['\ufffe\uffff', '_xFFFE__xFFFF_'],
  ])('the cell %j is written %j', (given, written) => expect(cellText(given)).toBe(written));

  it('cuts what no cell holds, and says so by an ellipsis', () => {
    expect(cellText('é'.repeat(32_767))).toHaveLength(32_767);
    const cut = cellText('é'.repeat(32_768));
    expect([cut.length, cut.at(-1)]).toEqual([32_767, '…']);
    expect(cellText(`${'a'.repeat(32_765)}👩${'b'.repeat(9)}`).isWellFormed()).toBe(true);
  });
});
