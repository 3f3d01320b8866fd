import { useTranslation } from 'react-i18next';
import { Columns, Empty, LinkButton, Section, Stack } from '../../../../platform/ui/index.ts';
import { type CasePart, casePart } from '../../../cases/web/index.ts';
import type { CaseReferral, CaseServices } from '../../contract/index.ts';
import { useServices } from '../api.ts';
import { ReferralCard } from './ReferralCard.tsx';
import { Transfers } from './Transfers.tsx';

/** Who helps this child besides the office, with what, and who has the case. */
export default casePart('services', useServices, Services);

const isOpen = ({ status }: CaseReferral) => status === 'sent' || status === 'accepted' || status === 'over';

function Services({ head, of: services, acts }: CasePart<CaseServices>) {
  const { t } = useTranslation('referrals');
  const open = services.referrals.filter(isOpen);
  const ended = services.referrals.filter((one) => !isOpen(one));
  return (
    <Columns>
      <Stack>
        <Section
          title={t('services.referrals')}
          aside={
            head.next.includes('refer') && (
              <LinkButton kind="primary" to={`/referrals/case/${head.id}/refer`}>
                {t('services.refer')}
              </LinkButton>
            )
          }
        >
          {services.referrals.length === 0 && <Empty title={t('services.none')}>{t('services.none-more')}</Empty>}
          {open.map((referral) => (
            <ReferralCard key={referral.id} head={head} referral={referral} acts={acts} />
          ))}
          {ended.length > 0 && (
            <details>
              <summary>{t('services.ended', { count: ended.length })}</summary>
              <Stack>
                {ended.map((referral) => (
                  <ReferralCard key={referral.id} head={head} referral={referral} acts={acts} />
                ))}
              </Stack>
            </details>
          )}
        </Section>
      </Stack>
      <Stack>
        <Transfers head={head} transfers={services.transfers} acts={acts} />
      </Stack>
    </Columns>
  );
}
