import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../../platform/shell/index.ts';
import { Form, SelectField, TextField } from '../../../../platform/ui/index.ts';
import { linkKinds } from '../../../cases/domain/index.ts';
import { ChooseCase } from '../ChooseCase.tsx';

/** Says that another case belongs together with this one. */
export function LinkForm({
  id,
  linked,
  onDone,
  onClose,
}: {
  readonly id: string;
  readonly linked: readonly string[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('suspects');
  const [other, setOther] = useState('');
  const [kind, setKind] = useState('');
  const [known, setKnown] = useState('');
  const command = useCommand('cases.case', onDone);
  const input = { other, kind, ...(known.trim() ? { known: known.trim() } : {}) };
  return (
    <Form
      onSubmit={() => other && command.mutate({ id, name: 'link-case', input })}
      submit={t('act.submit-link-case')}
      pending={command.isPending}
      refused={command.error ?? undefined}
      onCancel={onClose}
    >
      <ChooseCase value={other} onChange={setOther} except={[id, ...linked]} />
      <SelectField
        label={t('links.kind')}
        value={kind}
        onChange={setKind}
        options={[['', '—'], ...linkKinds.map((one) => [one, t(`link-kind.${one}`)] as const)]}
        required
      />
      <TextField label={t('links.known')} hint={t('links.known-hint')} name="known" value={known} onChange={setKnown} lines={3} />
    </Form>
  );
}
