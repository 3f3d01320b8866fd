import { areaY, barX, dot, lineY, type Markish, plot, ruleX, ruleY, text, tickX } from '@observablehq/plot';
import type { ChartSpec, Estimate, RowsSpec, TrendSpec } from './spec.ts';

/** Below this a chart is drawn for a phone: labels above the bars, fewer ticks. */
const narrow = 480;
const font = { fontSize: 12.5, fill: 'var(--ink-soft)' };
const strong = { ...font, fill: 'var(--ink)', fontWeight: 600 };
const dashed = { stroke: 'var(--ink)', strokeDasharray: '5 4' };
const colours = { blue: 'var(--blue)', orange: 'var(--orange-line)', grey: 'var(--line-strong)' } as const;
const colourOf = ({ tone = 'blue' }: { readonly tone?: Estimate['tone'] | 'blue' }) => colours[tone];

/** The chart as a picture of that width. Its style is in charts.css: the page's security policy admits none that is written into it. */
export function draw(spec: ChartSpec, width: number, rightToLeft: boolean): Element {
  const picture = spec.kind === 'trend' ? trend(spec, width, rightToLeft) : rows(spec, width, rightToLeft);
  for (const style of picture.querySelectorAll('style')) style.remove();
  // What it shows is said by its title and the table; the library's names for its marks say nothing.
  for (const mark of picture.querySelectorAll('[aria-label]')) mark.removeAttribute('aria-label');
  picture.setAttribute('aria-hidden', 'true');
  return picture;
}

/** Places at the start and the end of a line, as the language is read. */
const ends = (rightToLeft: boolean) => ({
  start: rightToLeft ? ('right' as const) : ('left' as const),
  end: rightToLeft ? ('left' as const) : ('right' as const),
  fromStart: rightToLeft ? ('end' as const) : ('start' as const),
  toEnd: rightToLeft ? -1 : 1,
});

function rows({ kind, rows, most, least = 0, target }: RowsSpec, width: number, rightToLeft: boolean) {
  const phone = width < narrow;
  const { start, end, fromStart, toEnd } = ends(rightToLeft);
  const labels = phone ? 0 : Math.min(180, width * 0.3);
  const values = phone ? 0 : 120;
  const [marginLeft, marginRight] = rightToLeft ? [values, labels] : [labels, values];
  const known = rows.filter(({ low, high }) => low !== undefined && high !== undefined);
  const x = 'value' as const;
  const dy = phone ? -14 : 0;
  const wide = phone ? width / 8 : labels / 13;
  const marks: Markish[] =
    kind === 'bars'
      ? [
          barX(rows, { y: 'key', x1: () => 0, x2: () => most, fill: 'var(--sunk)', insetTop: phone ? 14 : 4, insetBottom: 4, r: 3 }),
          barX(rows, { y: 'key', x1: () => 0, x2: x, fill: colourOf, insetTop: phone ? 14 : 4, insetBottom: 4, r: 3 }),
          ruleY(known, { y: 'key', x1: 'low', x2: 'high', stroke: 'var(--ink)', strokeWidth: 1.8, dy: phone ? 5 : 0 }),
          tickX(known, { y: 'key', x: 'low', stroke: 'var(--ink)', strokeWidth: 1.8, inset: phone ? 12 : 10, dy: phone ? 5 : 0 }),
          tickX(known, { y: 'key', x: 'high', stroke: 'var(--ink)', strokeWidth: 1.8, inset: phone ? 12 : 10, dy: phone ? 5 : 0 }),
        ]
      : [
          ruleY(rows, { y: 'key', x1: () => least, x2: () => most, stroke: 'var(--line)', dy: phone ? 5 : 0 }),
          ruleY(known, {
            y: 'key',
            x1: 'low',
            x2: 'high',
            stroke: colourOf,
            strokeWidth: 6,
            strokeOpacity: 0.5,
            strokeLinecap: 'round',
            dy: phone ? 5 : 0,
          }),
          dot(rows, { y: 'key', x, r: 5, fill: colourOf, dy: phone ? 5 : 0 }),
        ];
  return plot({
    width,
    height: rows.length * (phone ? 46 : 30) + (target ? 24 : 4),
    marginLeft,
    marginRight,
    marginTop: target ? 22 : 2,
    marginBottom: 2,
    x: { domain: [least, most], axis: null, reverse: rightToLeft },
    y: { domain: rows.map(({ key }) => key), axis: null },
    marks: [
      ...marks,
      ...(target ? [ruleX([target.value], dashed), text([target], { x, text: 'label', frameAnchor: 'top', dy: -14, ...strong })] : []),
      text(rows, {
        y: 'key',
        text: 'label',
        frameAnchor: start,
        textAnchor: fromStart,
        dx: -toEnd * labels,
        dy,
        lineWidth: wide,
        textOverflow: 'ellipsis',
        ...strong,
      }),
      text(rows, {
        y: 'key',
        text: 'says',
        frameAnchor: end,
        textAnchor: phone ? (rightToLeft ? 'start' : 'end') : fromStart,
        dx: phone ? 0 : toEnd * 8,
        dy,
        ...font,
      }),
    ],
  });
}

function trend({ points, least, most, format, target }: TrendSpec, width: number, rightToLeft: boolean) {
  const { start, fromStart, toEnd } = ends(rightToLeft);
  const [axis, values] = [52, 72];
  const [marginLeft, marginRight] = rightToLeft ? [values, axis] : [axis, values];
  const last = points.length - 1;
  const at = points.map((point, i) => ({ ...point, i }));
  const latest = at.slice(-1);
  const middle = (least + most) / 2;
  const shown = at.filter(({ i }) => i === 0 || i === last || (width >= narrow && i === Math.round(last / 2)));
  const ticks = [least, middle, most].map((value) => ({ value, label: format(value) }));
  return plot({
    width,
    height: width < narrow ? 220 : 300,
    marginLeft,
    marginRight,
    marginTop: 12,
    marginBottom: 28,
    x: { domain: [0, last], axis: null, reverse: rightToLeft },
    y: { domain: [least, most], axis: null },
    marks: [
      ruleY(ticks, { y: 'value', stroke: 'var(--line)' }),
      text(ticks, { y: 'value', text: 'label', frameAnchor: start, textAnchor: fromStart, dx: -toEnd * axis, ...font }),
      areaY(at, { x: 'i', y1: 'low', y2: 'high', fill: 'var(--band)' }),
      lineY(at, { x: 'i', y: 'value', stroke: 'var(--blue)', strokeWidth: 2.4 }),
      dot(latest, { x: 'i', y: 'value', r: 4.5, fill: 'var(--blue)' }),
      text(latest, {
        x: 'i',
        y: 'value',
        text: ({ value }: { value: number }) => format(value),
        textAnchor: fromStart,
        dx: toEnd * 10,
        ...strong,
      }),
      ...(target
        ? [
            ruleY([target.value], dashed),
            text([target], {
              y: 'value',
              text: 'label',
              frameAnchor: rightToLeft ? 'left' : 'right',
              textAnchor: fromStart,
              dx: toEnd * 8,
              ...strong,
            }),
          ]
        : []),
      text(shown, {
        x: 'i',
        text: 'label',
        frameAnchor: 'bottom',
        dy: 20,
        textAnchor: ({ i }: { i: number }) => (i === 0 ? fromStart : i === last ? (rightToLeft ? 'start' : 'end') : 'middle'),
        ...font,
      } as never),
    ],
  });
}
