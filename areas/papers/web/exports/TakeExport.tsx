import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../../platform/shell/index.ts';
import { ChoiceField, Form, Notice, TextField } from '../../../../platform/ui/index.ts';
import { callFile } from '../api.ts';

const locks = ['passphrase', 'recipients', 'plain'] as const;

/** How the file is locked when it leaves; in clear only after a second yes. No `CommandForm`: a passphrase must not become a draft. */
export function TakeExport({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const { t } = useTranslation('papers');
  const [lock, setLock] = useState<string>('passphrase');
  const [passphrase, setPassphrase] = useState('');
  const [recipients, setRecipients] = useState('');
  const [sure, setSure] = useState<readonly string[]>([]);
  const how = {
    passphrase: { passphrase },
    recipients: { recipients: recipients.split(/\s+/).filter(Boolean) },
    plain: sure.length > 0 ? { plain: 'I download it unencrypted' } : {},
  }[lock] as object;
  const taken = useSend<void>(() => callFile('/api/papers/export/{id}/file', { id, ...how }), onDone);
  return (
    <Form
      onSubmit={() => taken.mutate()}
      submit={t('export.submit-take')}
      pending={taken.isPending}
      refused={taken.error ?? undefined}
      onCancel={onDone}
    >
      <ChoiceField
        label={t('export.how')}
        value={[lock]}
        onChange={([one]) => setLock(one!)}
        options={locks.map((one) => [one, t(`export.of-lock.${one}`), t(`export.of-lock-more.${one}`)] as const)}
      />
      {lock === 'passphrase' && (
        <TextField
          label={t('export.passphrase')}
          name="passphrase"
          hint={t('export.passphrase-hint')}
          type="password"
          autoComplete="new-password"
          value={passphrase}
          onChange={setPassphrase}
          required
        />
      )}
      {lock === 'recipients' && (
        <TextField
          label={t('export.recipients')}
          name="recipients"
          hint={t('export.recipients-hint')}
          value={recipients}
          onChange={setRecipients}
          lines={3}
          required
        />
      )}
      {lock === 'plain' ? (
        <Notice tone="red">
          <ChoiceField label="" several value={sure} onChange={setSure} options={[['sure', t('export.sure')]]} />
        </Notice>
      ) : (
        <p className="soft small">{t('export.open-with')}</p>
      )}
    </Form>
  );
}
