/** Something in the picture of links: its place is found, the rest is the picture's. */
export interface LinkNode {
  readonly key: string;
  readonly group: Group;
  /** What hangs on it rather than on the child: other children of the same suspect. */
  readonly under?: readonly { readonly key: string }[];
}
/** Who is around the child stands above it, who did it harm and where that leads below. */
export const groups = ['family', 'carers', 'suspects', 'cases'] as const;
export type Group = (typeof groups)[number];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Layout {
  readonly height: number;
  readonly child: Box;
  readonly boxes: ReadonlyMap<string, Box>;
  /** The middle of each group's heading. */
  readonly headings: readonly { readonly group: Group; readonly y: number }[];
  /** Lines of the drawing, as paths; `hangs` for those from a suspect on. */
  readonly paths: readonly { readonly key: string; readonly d: string; readonly hangs: boolean }[];
}

const [gap, widest] = [12, 300];
/** On a phone a name takes two lines. */
const narrow = 560;
const heading = 40;
const indent = 22;
const bend = 9;

/**
 * Places for a picture of so many pixels in width: the child in the middle of a trunk, everything else on branches to both sides of it, each
 * group's next one on the side with more room. Whatever hangs on something stands below it. From right to left it is the mirror image. The
 * same nodes and width, the same picture.
 */
export function layoutOf(nodes: readonly LinkNode[], width: number, rightToLeft: boolean): Layout {
  const trunk = width / 2;
  const [between, boxHeight] = width < narrow ? [24, 74] : [72, 58];
  const boxWidth = Math.min(widest, (width - between) / 2);
  const boxes = new Map<string, Box>();
  const headings: { group: Group; y: number }[] = [];
  const paths: { key: string; d: string; hangs: boolean }[] = [];
  const mirrored = (x: number) => (rightToLeft ? width - x : x);
  const put = (key: string, x: number, y: number, wide: number) =>
    boxes.set(key, { x: rightToLeft ? width - x - wide : x, y, width: wide, height: boxHeight });
  /** A branch from the trunk, which it leaves on the side of the child. */
  const branch = (key: string, edge: number, y: number, from: number) => {
    const away = edge < trunk ? -bend : bend;
    const d = `M${mirrored(trunk)} ${y + from} Q${mirrored(trunk)} ${y} ${mirrored(trunk + away)} ${y} H${mirrored(edge)}`;
    paths.push({ key, d, hangs: false });
  };
  const place = (group: Group, top: number, from: number): number => {
    const own = nodes.filter((node) => node.group === group);
    if (own.length === 0) return top;
    headings.push({ group, y: top + heading / 2 });
    const room = [top + heading, top + heading];
    for (const { key, under = [] } of own) {
      const side = room[0]! <= room[1]! ? 0 : 1;
      const x = side === 0 ? trunk - between / 2 - boxWidth : trunk + between / 2;
      let y = room[side]!;
      put(key, x, y, boxWidth);
      branch(key, side === 0 ? x + boxWidth : x, y + boxHeight / 2, from);
      const [stem, foot] = [x + indent / 2, y + boxHeight];
      for (const one of under) {
        y += boxHeight + gap;
        put(one.key, x + indent, y, boxWidth - indent);
        paths.push({ key: one.key, d: `M${mirrored(stem)} ${foot} V${y + boxHeight / 2} H${mirrored(x + indent)}`, hangs: true });
      }
      room[side] = y + boxHeight + gap;
    }
    return Math.max(...room);
  };
  const above = groups.slice(0, 2).reduce((y, group) => place(group, y, bend), 0);
  const wide = Math.min(boxWidth, 240);
  const childY = above > 0 ? above + gap : 0;
  const child = { x: trunk - wide / 2, y: childY, width: wide, height: boxHeight };
  const below = groups.slice(2).reduce((y, group) => place(group, y, -bend), childY + boxHeight + gap);
  const middles = [...boxes].filter(([key]) => nodes.some((node) => node.key === key)).map(([, { y, height }]) => y + height / 2);
  const [first, last] = [Math.min(childY, ...middles.map((y) => y + bend)), Math.max(childY, ...middles.map((y) => y - bend))];
  if (middles.length > 0) paths.unshift({ key: 'trunk', d: `M${trunk} ${first} V${last}`, hangs: false });
  return { height: Math.max(below, childY + boxHeight), child, boxes, headings, paths };
}
