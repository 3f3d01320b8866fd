import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, useSend } from '../../../../platform/shell/index.ts';
import { Button, Buttons, Dialog, Notice, Page, Section, useToast } from '../../../../platform/ui/index.ts';
import { AccessForm, useAccessFields } from '../AccessForm.tsx';
import { call, useRead } from '../api.ts';
import SecondFactorSetUp from './SecondFactorSetUp.tsx';

/** The code besides the password, for one's own account. */
export default function SecondFactorPage() {
  const { t } = useTranslation('accounts');
  const say = useToast();
  const standing = useRead('/api/session/second-factor');
  const [open, setOpen] = useState<'add' | 'remove'>();
  const close = () => setOpen(undefined);
  return (
    <Page title={t('factor.title')} lead={t('factor.lead')} back={{ to: '/settings', label: t('shell:settings.nav') }}>
      <Section>
        <Await of={standing}>
          {({ on, required, recoveryLeft }) =>
            open === 'add' ? (
              <SecondFactorSetUp
                onDone={() => {
                  close();
                  say(t('factor.added'));
                }}
              />
            ) : on ? (
              <>
                <p>{t('factor.on')}</p>
                <Notice tone={recoveryLeft < 3 ? 'orange' : 'plain'}>{t('factor.recovery-left', { count: recoveryLeft })}</Notice>
                {required ? (
                  <p className="soft">{t('factor.required')}</p>
                ) : (
                  <Buttons>
                    <Button onPress={() => setOpen('remove')}>{t('factor.remove')}</Button>
                  </Buttons>
                )}
              </>
            ) : (
              <>
                <p>{t('factor.off')}</p>
                <Buttons>
                  <Button kind="primary" onPress={() => setOpen('add')}>
                    {t('factor.add')}
                  </Button>
                </Buttons>
              </>
            )
          }
        </Await>
      </Section>
      <Dialog title={t('factor.remove')} isOpen={open === 'remove'} onClose={close}>
        <Remove
          onDone={() => {
            close();
            say(t('factor.removed'));
          }}
          onClose={close}
        />
      </Dialog>
    </Page>
  );
}

function Remove({ onDone, onClose }: { readonly onDone: () => void; readonly onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const { password, code } = useAccessFields();
  const send = useSend((typed: { password: string; code: string }) => call('POST', '/api/session/second-factor/remove', typed), onDone);
  return <AccessForm fields={[password, code]} send={send} submit={t('factor.remove')} onCancel={onClose} />;
}
