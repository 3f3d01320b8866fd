import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk, useOffice } from '../../../platform/shell/index.ts';
import { ChoiceField, Empty, TextField } from '../../../platform/ui/index.ts';
import type { CaseSummary } from '../../cases/web/index.ts';

const mostShown = 6;

/** Which of the cases open to the reader is meant, found by the child's name, open ones first. */
export function ChooseCase({
  value,
  onChange,
  except,
}: {
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly except: readonly string[];
}) {
  const { t } = useTranslation(['suspects', 'cases']);
  const { nameOf } = useOffice();
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const narrowed = name.length > 1 ? { name } : {};
  const open = useAsk<{ rows: CaseSummary[] }>('/api/cases/list', { ...narrowed, sort: 'opened' });
  const closed = useAsk<{ rows: CaseSummary[] }>('/api/cases/list', { ...narrowed, sort: 'opened', status: 'closed' });
  const rows = [...(open.data?.rows ?? []), ...(closed.data?.rows ?? [])].filter(({ id }) => !except.includes(id)).slice(0, mostShown);
  return (
    <>
      <TextField label={t('list.name')} hint={t('list.name-hint')} value={typed} onChange={setTyped} type="search" />
      {open.data && rows.length === 0 && <Empty title={t('list.none-such')} />}
      {rows.length > 0 && (
        <ChoiceField
          label={t('links.which')}
          value={[value]}
          onChange={([chosen]) => onChange(chosen!)}
          options={rows.map((one) => [
            one.id,
            one.name || t('case.no-name'),
            [t(`status.${one.status}`), one.worker ? nameOf(one.worker) : t('case.nobody')].join(' · '),
          ])}
        />
      )}
    </>
  );
}
