import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../../platform/shell/index.ts';
import { Empty, Name, Prose } from '../../../../../platform/ui/index.ts';
import type { Care } from '../../../contract/index.ts';

const days = (from: string, to: string) => Math.max(1, (Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Where the child was, from when to when: a bar of the whole time, and the same in words; nothing between two stays is left out. */
export function Stays({ stays }: { readonly stays: Care['stays'] }) {
  const { t } = useTranslation('cases');
  const { date, today, number } = useFormat();
  if (stays.length === 0) return <Empty title={t('care.no-stays')}>{t('care.no-stays-more')}</Empty>;
  return (
    <>
      <div className="stays" aria-hidden="true">
        {stays.map(({ id, kind, from, to }) => (
          <span key={id} className={`stays__one stays__one--${kind}`} style={{ flexGrow: days(from, to ?? today) }} />
        ))}
      </div>
      <ol className="stays__words">
        {[...stays].reverse().map(({ id, kind, name, from, to, reason, responsible }) => (
          <li key={id}>
            <span className={`stays__key stays__one--${kind}`} aria-hidden="true" /> <strong>{t(`stay.${kind}`)}</strong>{' '}
            {name && <Name>{name}</Name>}
            <div className="small soft">
              {to ? t('care.from-to', { from: date(from), to: date(to) }) : t('care.since', { date: date(from) })} ·{' '}
              {t('care.days', { count: days(from, to ?? today), n: number(days(from, to ?? today)) })}
              {responsible && ' · '}
              <Name>{responsible}</Name>
            </div>
            <Prose small>{reason && kind === 'away' ? t(`leaving.${reason}`) : reason}</Prose>
          </li>
        ))}
      </ol>
    </>
  );
}
