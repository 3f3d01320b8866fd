import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk, useCommand, useFormat } from '../../../../platform/shell/index.ts';
import { ChoiceField, Empty, Form, TextField } from '../../../../platform/ui/index.ts';

interface Found {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly mother: string | null;
  readonly ward: string | null;
}

/** Says which person of the registers the child of a case is, whom nobody knew when it was opened; or who a suspect is. */
export function Identify({
  id,
  name,
  suspect = false,
  onDone,
  onClose,
}: {
  readonly id: string;
  readonly name: string;
  readonly suspect?: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('cases');
  const { date, ward } = useFormat();
  const [text, setText] = useState(name);
  const [person, setPerson] = useState('');
  const found = useAsk<{ rows: Found[] }>('/api/people/search', { text: text.trim() }, { enabled: text.trim().length > 2 });
  const command = useCommand(suspect ? 'suspects.suspect' : 'cases.case', onDone);
  const rows = (found.data?.rows ?? []).slice(0, 8);
  return (
    <Form
      onSubmit={() => person && command.mutate({ id, name: suspect ? 'learn' : 'identify', input: { person } })}
      submit={t(suspect ? 'suspects:suspects.submit-identify' : 'act.submit-identify')}
      pending={command.isPending}
      refused={command.error ?? undefined}
      onCancel={onClose}
    >
      <TextField label={t('act.search')} value={text} onChange={setText} type="search" />
      {found.data && rows.length === 0 && <Empty title={t('act.nobody-found')} />}
      {rows.length > 0 && (
        <ChoiceField
          label={t('act.which')}
          value={[person]}
          onChange={([chosen]) => setPerson(chosen!)}
          options={rows.map((one) => [
            one.id,
            one.name,
            [one.birthDate && date(one.birthDate), one.mother, one.ward && ward(one.ward)].filter(Boolean).join(' · '),
          ])}
        />
      )}
    </Form>
  );
}
