import { useTranslation } from 'react-i18next';
import { type Act, useFormat, useOffice, useSession } from '../../../../platform/shell/index.ts';
import { Badge, Entries, Entry, Name, Prose, Section } from '../../../../platform/ui/index.ts';
import type { CaseOverview } from '../../contract/index.ts';
import type { CasePart } from '../case/casePage.tsx';

/** Who took emergency access, why, and what a supervisor found. */
export function EmergencyAccessSection({ of: { emergencyAccess }, acts }: CasePart<CaseOverview>) {
  const { t } = useTranslation('cases');
  const { moment, date } = useFormat();
  const { nameOf } = useOffice();
  const { user } = useSession();
  if (emergencyAccess.length === 0) return null;
  const review = ({ id, because }: CaseOverview['emergencyAccess'][number]): Act => ({
    name: 'review-emergency-access',
    target: { access: id },
    about: <Prose>{because}</Prose>,
    fields: [
      {
        name: 'verdict',
        kind: 'one',
        label: t('emergency-access.verdict'),
        values: ['justified', 'not-justified'],
        said: (one) => t(`emergency-access.${one}`),
        required: true,
      },
      { name: 'note', label: t('emergency-access.note') },
    ],
    input: ({ verdict, note }) => ({ justified: verdict === 'justified', note }),
  });
  return (
    <Section title={t('emergency-access.heading')}>
      <Entries of={[...emergencyAccess].reverse()}>
        {(one) => (
          <Entry
            key={one.id}
            title={nameOf(one.by)}
            marks={<span className="small soft">{t('emergency-access.from-to', { from: moment(one.at), to: moment(one.until) })}</span>}
            acts={!one.review && one.by !== user.id && acts.button(review(one), { of: nameOf(one.by) })}
          >
            <Prose>{one.because}</Prose>
            {one.review ? (
              <>
                <Badge tone={one.review.justified ? 'plain' : 'orange'}>
                  {t(one.review.justified ? 'emergency-access.justified' : 'emergency-access.not-justified')}
                </Badge>{' '}
                <span className="small soft">
                  <Name>{nameOf(one.review.by)}</Name> · {date(one.review.on)}
                </span>
                <Prose>{one.review.note}</Prose>
              </>
            ) : (
              <Badge tone="orange">{t('emergency-access.unreviewed')}</Badge>
            )}
          </Entry>
        )}
      </Entries>
    </Section>
  );
}
