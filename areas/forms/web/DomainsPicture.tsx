import { useTranslation } from 'react-i18next';
import { localeOf } from '../../../platform/decider/index.ts';
import { useFormat } from '../../../platform/shell/index.ts';
import { Badge, Name, Table } from '../../../platform/ui/index.ts';
import { type DomainScore, isRed } from '../domain/index.ts';
import './questionnaire.css';

/** How a child fared in their domains on a day. */
export interface DomainsOn {
  readonly on: string;
  readonly domains: readonly DomainScore[];
}
interface Line {
  readonly domain: string;
  readonly points: readonly { readonly on: string; readonly score: number; readonly red: boolean }[];
  readonly red: boolean;
}

const [width, height, highest] = [200, 40, 4];
const dayOf = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

/** The domains over time, a line each, from the first day to the last; a domain that was never scored or red has none. */
function linesOf(days: readonly DomainsOn[]): readonly Line[] {
  const sorted = [...days].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const domains = [...new Set(sorted.flatMap((day) => day.domains.map(({ domain }) => domain)))];
  return domains
    .map((domain) => {
      const known = sorted.flatMap(({ on, domains }) => domains.filter((one) => one.domain === domain).map((one) => ({ on, ...one })));
      const points = known.flatMap(({ on, score, red }) => (score === null ? [] : [{ on, score, red: isRed({ domain, score, red }) }]));
      const last = known.at(-1);
      return { domain, points, red: last !== undefined && isRed(last) };
    })
    .filter(({ points, red }) => points.length > 0 || red);
}

/**
 * How a child fares by domain from day to day, as lines between 0 (nothing is well) and 4 (all is well); the same as a table for whoever
 * does not see it. `titleOf` gives a domain's name.
 */
export function DomainsPicture({ days, titleOf }: { readonly days: readonly DomainsOn[]; readonly titleOf: (domain: string) => string }) {
  const { t, i18n } = useTranslation('forms');
  const { date } = useFormat();
  const number = new Intl.NumberFormat(localeOf(i18n.language), { maximumFractionDigits: 1 });
  const lines = linesOf(days);
  const dates = [...new Set(days.map(({ on }) => on))].sort();
  const [first, last] = [dayOf(dates[0] ?? '2000-01-01'), dayOf(dates.at(-1) ?? '2000-01-01')];
  /** By the day; what all lies on one day stands side by side in its order. */
  const x = (on: string, i: number, n: number) =>
    last > first ? ((dayOf(on) - first) / (last - first)) * width : n > 1 ? (i / (n - 1)) * width : width / 2;
  const y = (score: number) => height - (score / highest) * height;
  const said = ({ points }: Line) => points.map(({ on, score }) => `${date(on)}: ${number.format(score)}`).join(', ');
  const [red, better, worse] = [
    lines.filter((line) => line.red),
    lines.filter(({ points }) => points.length > 1 && points.at(-1)!.score > points[0]!.score),
    lines.filter(({ points }) => points.length > 1 && points.at(-1)!.score < points[0]!.score),
  ];
  const named = (some: readonly Line[]) => new Intl.ListFormat(i18n.language).format(some.map(({ domain }) => titleOf(domain)));
  if (lines.length === 0) return null;
  return (
    <figure className="stack">
      <figcaption>
        <strong>{red.length > 0 ? t('domains.red', { domains: named(red) }) : t('domains.none-red')}</strong>
        {better.length > 0 && <p className="soft">{t('domains.better', { domains: named(better) })}</p>}
        {worse.length > 0 && <p className="soft">{t('domains.worse', { domains: named(worse) })}</p>}
      </figcaption>
      <div className="domain-lines">
        {lines.map((line) => (
          <div key={line.domain} className="domain-line">
            <Name>{titleOf(line.domain)}</Name>
            <svg
              viewBox={`0 0 ${width} ${height}`}
              preserveAspectRatio="none"
              role="img"
              aria-label={`${titleOf(line.domain)}: ${said(line)}`}
            >
              <line className="domain-line__grid" x1="0" x2={width} y1={height} y2={height} />
              <line className="domain-line__grid" x1="0" x2={width} y1="0" y2="0" />
              <polyline
                className="domain-line__path"
                points={line.points.map(({ on, score }, i, all) => `${x(on, i, all.length)},${y(score)}`).join(' ')}
              />
              {line.points.map(({ on, score, red: grave }, i, all) => (
                <line
                  // biome-ignore lint/suspicious/noArrayIndexKey: a day may have two, in their order
                  key={`${on}${i}`}
                  className={`domain-line__point${grave ? ' domain-line__point--red' : ''}`}
                  x1={x(on, i, all.length)}
                  x2={x(on, i, all.length)}
                  y1={y(score)}
                  y2={y(score)}
                />
              ))}
            </svg>
            <span className="domain-line__now">
              {line.points.length > 0 && number.format(line.points.at(-1)!.score)}
              {line.red && <Badge tone="red">!</Badge>}
            </span>
          </div>
        ))}
      </div>
      <details>
        <summary>{t('domains.table')}</summary>
        <div className="table-scroll">
          <Table
            caption={t('domains.table')}
            rows={lines}
            keyOf={({ domain }) => domain}
            columns={[
              { key: 'domain', title: t('domains.domain'), main: true, cell: ({ domain }) => <Name>{titleOf(domain)}</Name> },
              ...dates.map((on) => ({
                key: on,
                title: date(on),
                end: true,
                cell: ({ points }: Line) =>
                  points
                    .filter((point) => point.on === on)
                    .map(({ score, red: grave }) => `${number.format(score)}${grave ? ' !' : ''}`)
                    .join(', ') || '–',
              })),
            ]}
          />
        </div>
      </details>
      <p className="small soft">{t('domains.scale')}</p>
    </figure>
  );
}
