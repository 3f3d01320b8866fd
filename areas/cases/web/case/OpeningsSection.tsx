import { useTranslation } from 'react-i18next';
import { useFormat, useOffice, useSession } from '../../../../platform/shell/index.ts';
import { Badge, Name, Section } from '../../../../platform/ui/index.ts';
import type { CaseHead, CaseOverview } from '../../contract/index.ts';
import { useActs } from './useActs.tsx';

/** Who opened the case in an emergency, why, and what a supervisor found. */
export function OpeningsSection({ head, openings }: { readonly head: CaseHead; readonly openings: CaseOverview['openings'] }) {
  const { t } = useTranslation('cases');
  const { moment, date } = useFormat();
  const { nameOf } = useOffice();
  const { user } = useSession();
  const { button, dialog } = useActs(head);
  if (openings.length === 0) return null;
  return (
    <Section title={t('glass.openings')}>
      <ul className="stack">
        {[...openings].reverse().map((one) => (
          <li key={one.id}>
            <Name>{nameOf(one.by)}</Name>{' '}
            <span className="small soft">{t('glass.from-to', { from: moment(one.at), to: moment(one.until) })}</span>
            <p dir="auto">{one.because}</p>
            {one.review ? (
              <>
                <Badge tone={one.review.justified ? 'plain' : 'orange'}>
                  {t(one.review.justified ? 'glass.justified' : 'glass.not-justified')}
                </Badge>{' '}
                <span className="small soft">
                  {nameOf(one.review.by)} · {date(one.review.on)}
                </span>
                <p dir="auto">{one.review.note}</p>
              </>
            ) : (
              <>
                <Badge tone="orange">{t('glass.unreviewed')}</Badge>{' '}
                {one.by !== user.id &&
                  button(
                    {
                      name: 'review-opening',
                      about: <p dir="auto">{one.because}</p>,
                      fields: [
                        {
                          name: 'verdict',
                          kind: 'one',
                          label: t('glass.verdict'),
                          options: [
                            ['yes', t('glass.justified')],
                            ['no', t('glass.not-justified')],
                          ],
                          required: true,
                        },
                        { name: 'note', kind: 'text', lines: 4, label: t('glass.note'), required: true },
                      ],
                      input: ({ verdict, note }) => ({ opening: one.id, justified: verdict === 'yes', note }),
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
