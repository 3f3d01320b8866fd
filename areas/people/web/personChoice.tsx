import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldKind, useFormat, usePaused } from '../../../platform/shell/index.ts';
import { ChoiceField, Empty, TextField } from '../../../platform/ui/index.ts';
import type { ListedPerson } from '../contract/index.ts';
import { useAsk } from './api.ts';

const shownAtMost = 8;
const fewestLetters = 3;

interface Offered {
  /** What is said of each beside the name, where that is not date of birth, ward and mother. */
  readonly about?: (one: ListedPerson) => string;
  /** Who is not offered. */
  readonly except?: string;
}

/** A field for a person of the registers, found by a name or number; those who are called `name` are offered at first. */
export const personChoice = (name: string, { about, except }: Offered = {}): FieldKind<string> => ({
  from: (held) => (held ?? '') as string,
  answer: (id) => id || undefined,
  Control({ words, value, onChange }) {
    const { t } = useTranslation('people');
    const { date, ward } = useFormat();
    const [typed, setTyped] = useState(name);
    const text = usePaused(typed.trim());
    // One more, so that as many are shown where the one who is not offered is among them.
    const found = useAsk('/api/people/search', { text, most: shownAtMost + 1 }, { enabled: text.length >= fewestLetters });
    const rows = (found.data?.rows ?? []).filter(({ id }) => id !== except).slice(0, shownAtMost);
    const usual = (one: ListedPerson) =>
      [one.birthDate && date(one.birthDate), one.ward && ward(one.ward), one.mother].filter(Boolean).join(' · ');
    return (
      <>
        <TextField label={t('search.text')} value={typed} onChange={setTyped} type="search" />
        {found.data && rows.length === 0 && <Empty title={t('search.none')} />}
        {rows.length > 0 && (
          <ChoiceField
            {...words}
            value={[value]}
            onChange={([chosen]) => onChange(chosen!)}
            options={rows.map((one) => [one.id, one.names.slice(0, 2).join(' · ') || t('search.no-name'), (about ?? usual)(one)])}
          />
        )}
      </>
    );
  },
});
