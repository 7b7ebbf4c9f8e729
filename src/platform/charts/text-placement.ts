export interface Placement {
  x: number;
  align: 'left' | 'right';
  /** Written on the bar itself. */
  inside: boolean;
  /** Room for the text; a longer one is cut. */
  maxWidth: number;
}

export interface PlacementRoom {
  /** Bar from where it starts to where its last mark (hatch, arrow) ends. */
  start: number;
  end: number;
  textWidth: number;
  gap: number;
  /** The text must stay between these. */
  left: number;
  right: number;
  /** A mark that the text may not cover (the target), as its two edges. */
  obstacle: readonly [number, number] | null;
  /** Whether the bar's ground can carry text. */
  mayGoInside: boolean;
  /** Whether the space before the bar is free. */
  mayGoLeft: boolean;
}

/** Where the text would start to the right of the bar, stepping over a mark in its way. */
export function textStart(room: Pick<PlacementRoom, 'end' | 'gap' | 'textWidth' | 'obstacle'>): number {
  const start = room.end + room.gap;
  if (room.obstacle === null) return start;
  const [from, to] = room.obstacle;
  const covered = from < start + room.textWidth + room.gap / 2 && to > start - room.gap / 2;
  return covered ? to + room.gap : start;
}

/** Puts a value after its bar; else before it; else on it; else where there is most room, cut. */
export function placeText(room: PlacementRoom): Placement {
  const after = textStart(room);
  const roomAfter = room.right - after;
  if (room.textWidth <= roomAfter) return { x: after, align: 'left', inside: false, maxWidth: roomAfter };
  const before = room.start - room.gap;
  const roomBefore = room.mayGoLeft ? before - room.left : 0;
  if (room.textWidth <= roomBefore) return { x: before, align: 'right', inside: false, maxWidth: roomBefore };
  const roomInside = room.mayGoInside ? room.end - room.start - 2 * room.gap : 0;
  if (room.textWidth <= roomInside || (roomInside >= roomAfter && roomInside >= roomBefore)) {
    return { x: room.end - room.gap, align: 'right', inside: true, maxWidth: roomInside };
  }
  return roomAfter >= roomBefore
    ? { x: after, align: 'left', inside: false, maxWidth: roomAfter }
    : { x: before, align: 'right', inside: false, maxWidth: roomBefore };
}
