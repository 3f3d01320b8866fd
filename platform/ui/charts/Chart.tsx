import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartSpec } from './spec.ts';
import './charts.css';

/**
 * A chart. Its title states the finding and no more than the interval allows; the caption says what, how many, by which method, as of when.
 * The same figures are in the table behind it. What draws it is loaded when it is first shown, and draws anew for the width there is.
 */
export function Chart({
  title,
  caption,
  spec,
  children,
}: {
  readonly title: string;
  readonly caption: ReactNode;
  readonly spec: ChartSpec;
  /** The table. */
  readonly children: ReactNode;
}) {
  const { t, i18n } = useTranslation('ui');
  const picture = useRef<HTMLDivElement>(null);
  const behind = useRef<HTMLDetailsElement>(null);
  const rightToLeft = i18n.dir() === 'rtl';
  useEffect(() => {
    const box = picture.current!;
    let shown = 0;
    let draw: typeof import('./draw.ts').draw | undefined;
    const show = () => {
      const width = Math.floor(box.clientWidth);
      if (!draw || width === 0 || width === shown) return;
      shown = width;
      box.replaceChildren(draw(spec, width, rightToLeft));
    };
    const observer = new ResizeObserver(show);
    observer.observe(box);
    void import('./draw.ts').then((module) => {
      draw = module.draw;
      show();
    });
    return () => observer.disconnect();
  }, [spec, rightToLeft]);
  useEffect(() => {
    const open = () => behind.current?.setAttribute('open', '');
    window.addEventListener('beforeprint', open);
    return () => window.removeEventListener('beforeprint', open);
  }, []);
  return (
    <figure className="chart">
      <h3>{title}</h3>
      <div ref={picture} className="chart__picture" role="img" aria-label={title} />
      <figcaption>{caption}</figcaption>
      <details ref={behind}>
        <summary>{t('chart-table')}</summary>
        <div className="table-scroll">{children}</div>
      </details>
    </figure>
  );
}
