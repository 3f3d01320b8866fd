import { useTranslation } from 'react-i18next';
import { useFormat, useOffice, useSession } from '../../../../platform/shell/index.ts';
import { Notice } from '../../../../platform/ui/index.ts';
import type { Waiting } from '../../contract/index.ts';

/** Whose cases the reader has while somebody is away, or who has theirs. Nothing if none is lent. */
export default function Lent({ lent }: { readonly lent: Waiting['lent'] }) {
  const { t } = useTranslation('office');
  const { date, number } = useFormat();
  const { nameOf } = useOffice();
  const { user } = useSession();
  if (lent.length === 0) return null;
  return (
    <Notice tone="blue">
      <ul>
        {lent.map(({ of, to, until, cases }) => (
          <li key={`${of}${to}${until}`}>
            {to === user.id
              ? t('leave.of-another', { n: number(cases), name: nameOf(of), date: date(until) })
              : t('leave.of-yours', { n: number(cases), name: nameOf(to), date: date(until) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
