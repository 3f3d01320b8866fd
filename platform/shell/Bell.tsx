import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon.tsx';
import { useRead } from './data/reading.ts';
import { useFormat } from './format.ts';

/** How often it is asked whether something is new. */
const everyMs = 60_000;
/** Beyond this no number is shown. */
const maxShown = 99;

/** The way to what is new, with how much of it was not looked at. */
export function Bell({ to, unseen }: { readonly to: string; readonly unseen: string }) {
  const { t } = useTranslation('shell');
  const { number } = useFormat();
  const n = useRead<{ unseen: number }>(unseen, { every: everyMs }).data?.unseen ?? 0;
  return (
    <Link to={to} className="bell">
      <Icon name="bell" />
      <span className="hidden-visually">{n === 0 ? t('news.none') : t('news.unseen', { count: n, n: number(n) })}</span>
      {n > 0 && (
        <span className="bell__count" aria-hidden="true">
          {n > maxShown ? `${number(maxShown)}+` : number(n)}
        </span>
      )}
    </Link>
  );
}
