import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName, Link, Name } from '../../../../platform/ui/index.ts';
import { type Box, type Group, type LinkNode, layoutOf } from './layout.ts';
import './links.css';

/** What somebody in the picture is: it has a shape and a sign of its own, besides its words. */
export type Shape = 'child' | 'person' | 'suspect' | 'case';

export interface Tie {
  readonly key: string;
  readonly shape: Shape;
  readonly label: string;
  /** What it is to the child. */
  readonly more: string;
  /** Where it leads; nothing where the reader may not go there. */
  readonly to?: string;
}
export interface Tied extends Tie {
  readonly group: Group;
  readonly under?: readonly Tie[];
}

const icons: Readonly<Record<Shape, IconName>> = { child: 'risks', person: 'people', suspect: 'suspects', case: 'cases' };

/** The outline of a box: round for whoever is a child, cut corners for a suspect, a turned corner for a file. */
function outline(shape: Shape, { x, y, width: w, height: h }: Box, rightToLeft: boolean): string {
  const round = (r: number) =>
    `M${x + r} ${y}H${x + w - r}a${r} ${r} 0 0 1 ${r} ${r}V${y + h - r}a${r} ${r} 0 0 1 ${-r} ${r}H${x + r}a${r} ${r} 0 0 1 ${-r} ${-r}V${y + r}a${r} ${r} 0 0 1 ${r} ${-r}Z`;
  const cut = 14;
  switch (shape) {
    case 'child':
      return round(h / 2);
    case 'person':
      return round(10);
    case 'suspect':
      return `M${x + cut} ${y}H${x + w - cut}L${x + w} ${y + cut}V${y + h - cut}L${x + w - cut} ${y + h}H${x + cut}L${x} ${y + h - cut}V${y + cut}Z`;
    case 'case':
      return rightToLeft
        ? `M${x + cut} ${y}H${x + w}V${y + h}H${x}V${y + cut}ZM${x + cut} ${y}V${y + cut}H${x}`
        : `M${x} ${y}H${x + w - cut}L${x + w} ${y + cut}V${y + h}H${x}ZM${x + w - cut} ${y}V${y + cut}H${x + w}`;
  }
}

/** The width of an element, also when it changes. */
function useWidth() {
  const of = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = of.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { of, width };
}

/**
 * The child, who is around it, who is suspected, and which other children that leads to. Each is a link of its own for the keyboard; the
 * same stands in the lists below the picture in words.
 */
export function LinksPicture({ child, tied }: { readonly child: Tie; readonly tied: readonly Tied[] }) {
  const { t, i18n } = useTranslation('suspects');
  const rightToLeft = i18n.dir() === 'rtl';
  const { of, width } = useWidth();
  const { height, child: middle, boxes, headings, paths } = layoutOf(tied satisfies readonly LinkNode[], Math.max(width, 240), rightToLeft);
  const placed = tied.flatMap(({ under = [], ...one }) => [one, ...under]);
  return (
    <div ref={of} className="ties">
      {width > 0 && (
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          <title>{t('links.picture')}</title>
          {paths.map(({ key, d, hangs }) => (
            <path key={key} className={`tie-line${hangs ? ' tie-line--hangs' : ''}`} d={d} />
          ))}
          {headings.map(({ group, y }) => (
            <foreignObject key={group} x={0} y={y - 16} width={width} height={32}>
              <div className="tie-heading">
                <span>{t(`links.group-${group}`)}</span>
              </div>
            </foreignObject>
          ))}
          <Drawn tie={child} box={middle} rightToLeft={rightToLeft} />
          {placed.map((tie) => (
            <Drawn key={tie.key} tie={tie} box={boxes.get(tie.key)!} rightToLeft={rightToLeft} />
          ))}
        </svg>
      )}
    </div>
  );
}

function Drawn({ tie, box, rightToLeft }: { readonly tie: Tie; readonly box: Box; readonly rightToLeft: boolean }) {
  const inner = (
    <>
      <Icon name={icons[tie.shape]} />
      <span className="tie__words">
        <span className="tie__label">
          <Name>{tie.label}</Name>
        </span>
        <span className="tie__more">{tie.more}</span>
      </span>
    </>
  );
  return (
    <g className={`tie--${tie.shape}`}>
      <path className="tie__shape" d={outline(tie.shape, box, rightToLeft)} />
      <foreignObject x={box.x} y={box.y} width={box.width} height={box.height}>
        {tie.to ? (
          <Link to={tie.to} className="tie__inner" title={`${tie.label} · ${tie.more}`}>
            {inner}
          </Link>
        ) : (
          <div className="tie__inner">{inner}</div>
        )}
      </foreignObject>
    </g>
  );
}
