import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../platform/shell/index.ts';
import { Link, Name } from '../../../../platform/ui/index.ts';
import type { Pair, Verdict } from '../../contract/index.ts';

/** What an answer would do, in a sentence. */
export function Consequence({ pair, verdict }: { readonly pair: Pair; readonly verdict: Verdict }) {
  const { t, i18n } = useTranslation('people');
  const { left, right } = pair;
  if (verdict !== 'same') return t(`review.would.${verdict}`);
  const count = left.rows.length + right.rows.length;
  // A single row joins the person who has more; two persons of several rows become one.
  const [few, many] = left.rows.length <= right.rows.length ? [left, right] : [right, left];
  const how = many.rows.length === 1 ? 'rows' : few.rows.length === 1 ? 'join' : 'persons';
  const twice = [...new Set(left.rows.map(({ register }) => register))].filter((register) =>
    right.rows.some((row) => row.register === register),
  );
  const registers = new Intl.ListFormat(i18n.language).format(twice.map((register) => t(`registers:register.${register}`)));
  return (
    <>
      {t(`review.would.${how}`, { count, name: `\u2068${many.name || t('search.no-name')}\u2069` })}
      {twice.length > 0 && ` ${t('review.would.twice', { registers })}`}
    </>
  );
}

/** Other pairs about the same people: whoever answers one should know of them. */
export function Competing({ pairs }: { readonly pairs: Pair['competing'] }) {
  const { t } = useTranslation('people');
  const { number } = useFormat();
  if (pairs.length === 0) return null;
  return (
    <div className="pair__competing">
      <h3>{t('review.competing', { count: pairs.length })}</h3>
      <ul>
        {pairs.map(({ pair, register, row, name }) => (
          <li key={pair}>
            <Link to="/people/review/$pair" params={{ pair }}>
              <Name>{name || t('search.no-name')}</Name>
            </Link>{' '}
            <span className="soft">{t('review.row', { register: t(`registers:register.${register}`), row: number(row) })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
