import { useTranslation } from 'react-i18next';
import { Await } from '../../../../platform/shell/index.ts';
import { Columns, Empty, LinkButton, Section, Stack } from '../../../../platform/ui/index.ts';
import type { CaseHead } from '../../../cases/contract/index.ts';
import { CaseFrame } from '../../../cases/web/index.ts';
import type { CaseReferral, CaseServices } from '../../contract/index.ts';
import { useRead } from '../api.ts';
import { ReferralCard } from './ReferralCard.tsx';
import { Transfers } from './Transfers.tsx';

/** Who helps this child besides the office, with what, and who has the case. */
export default function ServicesPage() {
  return <CaseFrame page="services">{(head) => <Services head={head} />}</CaseFrame>;
}

function Services({ head }: { readonly head: CaseHead }) {
  const found = useRead('/api/referrals/case/{id}/services', { id: head.id });
  return <Await of={found}>{(services) => <ServicesFound head={head} services={services} />}</Await>;
}

const isOpen = ({ status }: CaseReferral) => status === 'sent' || status === 'accepted' || status === 'over';

function ServicesFound({ head, services }: { readonly head: CaseHead; readonly services: CaseServices }) {
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
            <ReferralCard key={referral.id} head={head} referral={referral} />
          ))}
          {ended.length > 0 && (
            <details>
              <summary>{t('services.ended', { count: ended.length })}</summary>
              <Stack>
                {ended.map((referral) => (
                  <ReferralCard key={referral.id} head={head} referral={referral} />
                ))}
              </Stack>
            </details>
          )}
        </Section>
      </Stack>
      <Stack>
        <Transfers head={head} transfers={services.transfers} />
      </Stack>
    </Columns>
  );
}
