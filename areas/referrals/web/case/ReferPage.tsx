import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Await } from '../../../../platform/shell/index.ts';
import { Section, useToast } from '../../../../platform/ui/index.ts';
import { CaseFrame } from '../../../cases/web/index.ts';
import { useRead } from '../api.ts';
import { ReferForm } from './ReferForm.tsx';

/** Refers the child of a case to a partner. */
export default function ReferPage() {
  const { t } = useTranslation('referrals');
  const navigate = useNavigate();
  const say = useToast();
  return (
    <CaseFrame page="services">
      {(head) => (
        <Section title={t('services.refer')}>
          <ShareUntil id={head.id}>
            {(until) => (
              <ReferForm
                head={head}
                until={until}
                onDone={() => {
                  say(t('services.referred'));
                  void navigate({ to: '/referrals/case/$id/services', params: { id: head.id } as never });
                }}
              />
            )}
          </ShareUntil>
        </Section>
      )}
    </CaseFrame>
  );
}

function ShareUntil({ id, children }: { readonly id: string; readonly children: (until: string) => React.ReactNode }) {
  const found = useRead('/api/referrals/case/{id}/services', { id });
  return <Await of={found}>{({ shareUntil }) => children(shareUntil)}</Await>;
}
