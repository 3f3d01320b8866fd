import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldKind, useOffice, usePaused } from '../../../../platform/shell/index.ts';
import { ChoiceField, Empty, TextField } from '../../../../platform/ui/index.ts';
import { useAsk } from '../api.ts';

const shownAtMost = 6;
const fewestLetters = 2;

/** A field for one of the cases that the reader may read, found by the child's name, open ones first; none of `except`. */
export const caseChoice = (except: readonly string[]): FieldKind<string> => ({
  from: (held) => (held ?? '') as string,
  answer: (id) => id || undefined,
  Control({ words, value, onChange }) {
    const { t } = useTranslation('cases');
    const { nameOf } = useOffice();
    const [typed, setTyped] = useState('');
    const name = usePaused(typed.trim());
    const narrowed = { order: 'opened' as const, ...(name.length >= fewestLetters ? { name } : {}) };
    const open = useAsk('/api/cases/list', narrowed);
    const closed = useAsk('/api/cases/list', { ...narrowed, status: 'closed' });
    const found = [...(open.data?.rows ?? []), ...(closed.data?.rows ?? [])];
    const rows = found.filter(({ id }) => !except.includes(id)).slice(0, shownAtMost);
    return (
      <>
        <TextField label={t('list.name')} hint={t('list.name-hint')} value={typed} onChange={setTyped} type="search" />
        {open.data && rows.length === 0 && <Empty title={t('list.none-such')} />}
        {rows.length > 0 && (
          <ChoiceField
            {...words}
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
  },
});
