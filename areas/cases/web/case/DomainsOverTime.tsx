import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../platform/shell/index.ts';
import { lifeDomains, redScore } from '../../domain/index.ts';

interface Point {
  readonly on: string;
  readonly scores: Readonly<Record<string, number>>;
}

/** How a child fares by domain from visit to visit: a table that is a picture, darker where it is better, marked where it is not well. */
export function DomainsOverTime({ points }: { readonly points: readonly Point[] }) {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  const asked = lifeDomains.filter((domain) => points.some(({ scores }) => scores[domain] !== undefined));
  const ends = asked.map((domain) => {
    const known = points.flatMap(({ scores }) => scores[domain] ?? []);
    return { domain, first: known[0]!, last: known.at(-1)! };
  });
  const words = (of: typeof ends) => of.map(({ domain }) => t(`domain.${domain}`)).join(', ');
  const [red, better, worse] = [
    ends.filter(({ last }) => last <= redScore),
    ends.filter(({ first, last }) => last > first),
    ends.filter(({ first, last }) => last < first),
  ];
  return (
    <figure className="domains">
      <figcaption>
        {red.length === 0 ? <p>{t('picture.none-red')}</p> : <p>{t('picture.red', { domains: words(red) })}</p>}
        {better.length > 0 && <p className="soft">{t('picture.better', { domains: words(better) })}</p>}
        {worse.length > 0 && <p className="soft">{t('picture.worse', { domains: words(worse) })}</p>}
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="domains__scroll" tabIndex={0} aria-label={t('picture.table')}>
        <table className="domains__table">
          <thead>
            <tr>
              <th scope="col">{t('plan.domain')}</th>
              {points.map(({ on }) => (
                <th key={on} scope="col">
                  {date(on)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {asked.map((domain) => (
              <tr key={domain}>
                <th scope="row">{t(`domain.${domain}`)}</th>
                {points.map(({ on, scores }) => {
                  const score = scores[domain];
                  return (
                    <td key={on} className={score === undefined ? 'domains__none' : `domains__score domains__score--${score}`}>
                      {score === undefined ? '–' : score}
                      {score !== undefined && score <= redScore && <span aria-hidden> !</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="small soft">{t('picture.scale')}</p>
    </figure>
  );
}
