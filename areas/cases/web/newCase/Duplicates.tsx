import { useTranslation } from 'react-i18next';
import { type Born, isPartialDate } from '../../../../platform/decider/index.ts';
import { useFormat, useSession } from '../../../../platform/shell/index.ts';
import { Badge, Link, Name, Notice } from '../../../../platform/ui/index.ts';
import { useAsk } from '../api.ts';

interface Question {
  readonly person?: string;
  readonly name?: string;
  readonly born?: Born;
  readonly except?: string;
}

/** Files that may be of the same child, shown before a second one is made. */
export function Duplicates({ question }: { readonly question: Question }) {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  const { may } = useSession();
  const { born, ...others } = question;
  // A date that is not yet typed whole is no date.
  const asked = born && isPartialDate(born.first) ? question : others;
  const known = useAsk('/api/cases/duplicates', asked, {
    enabled: Boolean(question.person) || (question.name ?? '').trim().length > 2,
  });
  const rows = known.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Notice tone="orange" title={t('duplicates.title')}>
      <ul className="stack">
        {rows.map(({ id, kind, name, status, openedOn, readable, why }) => (
          <li key={id}>
            {readable ? (
              <Link to={kind === 'case' ? '/cases/$id' : '/cases/concerns/$id'} params={{ id }}>
                <Name>{name || t('case.no-name')}</Name>
              </Link>
            ) : (
              <span>{t('duplicates.not-yours')}</span>
            )}{' '}
            {!readable && kind === 'case' && may('take-emergency-access', 'cases.case') && (
              <Link to="/cases/$id" params={{ id }}>
                {t('emergency-access.emergency')}
              </Link>
            )}{' '}
            <Badge tone={status === 'open' ? 'orange' : 'plain'}>{t(`duplicates.${kind}-${status}`)}</Badge>{' '}
            <span className="small soft">
              {date(openedOn)} · {t(`duplicates.why-${why}`)}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
