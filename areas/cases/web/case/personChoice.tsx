import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { areaApi, type FieldKind, useFormat, usePaused } from '../../../../platform/shell/index.ts';
import { ChoiceField, Empty, TextField } from '../../../../platform/ui/index.ts';
import type * as people from '../../../people/contract/index.ts';

const { useAsk } = areaApi<typeof people>();
const shownAtMost = 8;
const fewestLetters = 3;

/** A field for a person of the registers, found by a name or number; those who are called so are offered at first. */
export const personChoice = (name: string): FieldKind<string> => ({
  from: (held) => (held ?? '') as string,
  answer: (id) => id || undefined,
  Control({ words, value, onChange }) {
    const { t } = useTranslation('cases');
    const { date, ward } = useFormat();
    const [typed, setTyped] = useState(name);
    const text = usePaused(typed.trim());
    const found = useAsk('/api/people/search', { text, most: shownAtMost }, { enabled: text.length >= fewestLetters });
    const rows = found.data?.rows ?? [];
    return (
      <>
        <TextField label={t('act.search')} value={typed} onChange={setTyped} type="search" />
        {found.data && rows.length === 0 && <Empty title={t('act.nobody-found')} />}
        {rows.length > 0 && (
          <ChoiceField
            {...words}
            value={[value]}
            onChange={([chosen]) => onChange(chosen!)}
            options={rows.map((one) => [
              one.id,
              one.name,
              [one.birthDate && date(one.birthDate), one.mother, one.ward && ward(one.ward)].filter(Boolean).join(' · '),
            ])}
          />
        )}
      </>
    );
  },
});
