import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../platform/shell/index.ts';
import { ChoiceField, Form, TextField } from '../../../platform/ui/index.ts';
import type { Suspect } from '../contract/index.ts';
import { suspectRoles } from '../domain/index.ts';
import { ChooseCase } from './ChooseCase.tsx';

/** Says that a suspect had a part in another case too. */
export function ConnectForm({ of, onDone, onClose }: { readonly of: Suspect; readonly onDone: () => void; readonly onClose: () => void }) {
  const { t } = useTranslation('suspects');
  const [file, setFile] = useState('');
  const [roles, setRoles] = useState<readonly string[]>([]);
  const [basis, setBasis] = useState('');
  const command = useCommand('suspects.suspect', onDone);
  return (
    <Form
      onSubmit={() => file && command.mutate({ id: of.id, name: 'connect', input: { case: file, roles, basis } })}
      submit={t('act.connect')}
      pending={command.isPending}
      refused={command.error ?? undefined}
      onCancel={onClose}
    >
      <ChooseCase value={file} onChange={setFile} except={of.cases.map((one) => one.case)} />
      <ChoiceField
        label={t('suspects.roles')}
        several
        value={roles}
        onChange={setRoles}
        options={suspectRoles.map((role) => [role, t(`suspect-role.${role}`)] as const)}
      />
      <TextField
        label={t('suspects.basis')}
        hint={t('suspects.basis-hint')}
        name="basis"
        value={basis}
        onChange={setBasis}
        lines={3}
        required
      />
    </Form>
  );
}
