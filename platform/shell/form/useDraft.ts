import { useEffect, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useFormat } from '../format.ts';
import { same } from './answers.ts';
import { draftOf, draftsReady, dropDraft, keepDraft, openDrafts } from './drafts.ts';
import type { FormField, FormValues } from './field.ts';

/** Whether what this device keeps of forms can be read; a form waits for it, so that nothing appears under the hand. */
export function useDraftsReady(secret: string, user: string): boolean {
  const [ready, setReady] = useState(() => draftsReady(secret));
  useEffect(() => {
    let here = true;
    void openDrafts(secret, user).then(() => here && setReady(true));
    return () => {
      here = false;
    };
  }, [secret, user]);
  return ready;
}

/**
 * What was typed into a form, kept until it was sent or thrown away. `values` are the fields that were changed; `base` what the fields
 * hold otherwise. Fields that others changed since the draft was typed are in `theirs`.
 */
export function useDraft(of: string, fields: readonly FormField[], base: FormValues) {
  const { moment } = useFormat();
  const [found] = useState(() => draftOf(of));
  const [made, setMade] = useState(() => found?.made ?? uuidv7());
  const [values, setValues] = useState<FormValues>(found?.values ?? {});
  const [restored, setRestored] = useState(found !== undefined);
  const changed = (next: FormValues, from: FormValues) =>
    Object.fromEntries(
      fields
        .filter(({ name }) => name in next && JSON.stringify(next[name]) !== JSON.stringify(from[name]))
        .map(({ name }) => [name, next[name]]),
    );
  const keep = (next: FormValues, from: FormValues) => {
    const typed = changed(next, from);
    setValues(typed);
    if (Object.keys(typed).length === 0) return dropDraft(of);
    keepDraft(of, { values: typed, base: Object.fromEntries(Object.keys(typed).map((name) => [name, from[name]])), made, at: Date.now() });
  };
  return {
    values,
    made,
    typed: Object.keys(values).length > 0,
    restored: restored && found ? moment(new Date(found.at).toISOString()) : undefined,
    theirs: Object.fromEntries(
      fields.flatMap((field) =>
        found && field.name in found.base && !same(field, found.base[field.name], base[field.name]) ? [[field.name, base[field.name]]] : [],
      ),
    ) as FormValues,
    keep: (next: FormValues) => keep(next, base),
    rebase: (next: FormValues) => keep(values, next),
    drop: () => {
      dropDraft(of);
      setValues({});
      setRestored(false);
      setMade(uuidv7());
    },
  };
}
