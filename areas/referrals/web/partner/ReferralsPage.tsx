import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Rows } from '../../../../platform/shell/index.ts';
import { Empty, Page, Section, SelectField } from '../../../../platform/ui/index.ts';
import { usePages } from '../api.ts';
import { ReferralTable } from './ReferralTable.tsx';

const kinds = ['sent', 'accepted', 'ended'] as const;

/** The children who were referred to the reader's organisation. */
export default function ReferralsPage() {
  const { t } = useTranslation('referrals');
  const navigate = useNavigate();
  const asked = (useSearch({ strict: false }) as { which?: string }).which;
  const which = kinds.find((one) => one === asked) ?? 'sent';
  const list = usePages('/api/referrals/list', { which });
  return (
    <Page title={t('referrals.title')} lead={t('referrals.lead')}>
      <Section>
        <div className="filters">
          <SelectField
            label={t('referrals.which')}
            value={which}
            onChange={(chosen) =>
              void navigate({ to: '/referrals', replace: true, search: (chosen === 'sent' ? {} : { which: chosen }) as never })
            }
            options={kinds.map((one) => [one, t(`referrals.list-${one}`)] as const)}
          />
        </div>
        <Rows of={list} empty={<Empty title={t(`referrals.none-${which}`)}>{t('referrals.none-more')}</Empty>}>
          {(rows) => <ReferralTable rows={rows} ended={which === 'ended'} />}
        </Rows>
      </Section>
    </Page>
  );
}
