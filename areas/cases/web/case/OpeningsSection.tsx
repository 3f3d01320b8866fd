import { useTranslation } from 'react-i18next';
import { useFormat, useOffice, useSession } from '../../../../platform/shell/index.ts';
import { Badge, Name, Section } from '../../../../platform/ui/index.ts';
import type { CaseHead, CaseOverview } from '../../contract/index.ts';
import { useActs } from './useActs.tsx';

/** Who took emergency access, why, and what a supervisor found. */
export function OpeningsSection({
  head,
  emergencyAccess,
}: {
  readonly head: CaseHead;
  readonly emergencyAccess: CaseOverview['emergencyAccess'];
}) {
  const { t } = useTranslation('cases');
  const { moment, date } = useFormat();
  const { nameOf } = useOffice();
  const { user } = useSession();
  const { button, dialog } = useActs(head);
  if (emergencyAccess.length === 0) return null;
  return (
    <Section title={t('emergency-access.heading')}>
      <ul className="stack">
        {[...emergencyAccess].reverse().map((one) => (
          <li key={one.id}>
            <Name>{nameOf(one.by)}</Name>{' '}
            <span className="small soft">{t('emergency-access.from-to', { from: moment(one.at), to: moment(one.until) })}</span>
            <p dir="auto">{one.because}</p>
            {one.review ? (
              <>
                <Badge tone={one.review.justified ? 'plain' : 'orange'}>
                  {t(one.review.justified ? 'emergency-access.justified' : 'emergency-access.not-justified')}
                </Badge>{' '}
                <span className="small soft">
                  {nameOf(one.review.by)} · {date(one.review.on)}
                </span>
                <p dir="auto">{one.review.note}</p>
              </>
            ) : (
              <>
                <Badge tone="orange">{t('emergency-access.unreviewed')}</Badge>{' '}
                {one.by !== user.id &&
                  button(
                    {
                      name: 'review-emergency-access',
                      about: <p dir="auto">{one.because}</p>,
                      fields: [
                        {
                          name: 'verdict',
                          kind: 'one',
                          label: t('emergency-access.verdict'),
                          options: [
                            ['yes', t('emergency-access.justified')],
                            ['no', t('emergency-access.not-justified')],
                          ],
                          required: true,
                        },
                        { name: 'note', kind: 'text', lines: 4, label: t('emergency-access.note'), required: true },
                      ],
                      input: ({ verdict, note }) => ({ access: one.id, justified: verdict === 'yes', note }),
                    },
                    { of: nameOf(one.by) },
                  )}
              </>
            )}
          </li>
        ))}
      </ul>
      {dialog}
    </Section>
  );
}
