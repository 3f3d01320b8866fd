import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../ui/index.ts';
import { CommandForm } from './CommandForm.tsx';
import type { RecordInputs } from './field.ts';
import type { Act, Acted } from './useActs.tsx';

/** The questions of an act that stand on the page of its record; nothing where it is not possible now, or not the reader's to do. */
export function ActForm({
  of: { id, version = 0, next },
  record,
  submit,
  done,
  onDone,
  ...act
}: Omit<Act, 'title' | 'atOnce'> & {
  readonly of: Acted;
  readonly record: RecordInputs;
  readonly onDone?: () => void;
}) {
  const { t } = useTranslation('shell');
  const say = useToast();
  if (!next?.includes(act.name)) return null;
  const form: ComponentProps<typeof CommandForm> = {
    ...act,
    kind: record,
    ...(id ? { id } : {}),
    // What nobody has made yet has no version.
    ...(version > 0 ? { version } : {}),
    submit: submit ?? t('act.save'),
    onDone() {
      say(done ?? t('act.done'));
      onDone?.();
    },
  };
  // Once it was saved, the questions start from what the record holds then.
  return <CommandForm key={version} {...form} />;
}
