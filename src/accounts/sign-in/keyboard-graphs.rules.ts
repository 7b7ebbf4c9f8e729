/** Keys around each key, clockwise from the left, as zxcvbn wants them: `a` of a French keyboard touches `z` and `q`. */
export type KeyboardGraph = Record<string, (string | null)[]>;

/** Each key: what it writes, plain then shifted. Rows from the top, each half a key to the right of the one above. */
const AZERTY = [
  '&1 é2 "3 \'4 (5 -6 è7 _8 ç9 à0 )° =+',
  'aA zZ eE rR tT yY uU iI oO pP ^¨ $£',
  'qQ sS dD fF gG hH jJ kK lL mM ù% *µ',
  '<> wW xX cC vV bB nN ,? ;. :/ !§',
];
const QWERTY = [
  '1! 2@ 3# 4$ 5% 6^ 7& 8* 9( 0) -_ =+',
  'qQ wW eE rR tT yY uU iI oO pP [{ ]}',
  'aA sS dD fF gG hH jJ kK lL ;: \'"',
  'zZ xX cC vV bB nN mM ,< .> /?',
];

/** Left, up and left, up and right, right, down and right, down and left. */
const AROUND = [
  [0, -1],
  [-1, 0],
  [-1, 1],
  [0, 1],
  [1, 0],
  [1, -1],
] as const;

function graphOf(layout: readonly string[]): KeyboardGraph {
  const rows = layout.map((row) => row.split(' '));
  const graph: KeyboardGraph = {};
  rows.forEach((row, line) =>
    row.forEach((key, column) => {
      const around = AROUND.map(([down, right]) => rows[line + down]?.[column + right] ?? null);
      for (const character of key) graph[character] = around;
    }),
  );
  return graph;
}

export const KEYBOARDS: Record<string, KeyboardGraph> = { azerty: graphOf(AZERTY), qwerty: graphOf(QWERTY) };
