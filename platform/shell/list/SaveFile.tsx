import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button, Notice } from '../../ui/index.ts';
import { type Problem, requestFile } from '../data/api.ts';

/** Saves the rows of a list, as it is narrowed, as a file. */
export function SaveFile({ path, question }: { readonly path: string; readonly question: object }) {
  const { t } = useTranslation('lists');
  const save = useMutation<void, Problem, 'csv' | 'xlsx'>({ mutationFn: (format) => requestFile(`${path}/file`, { ...question, format }) });
  return (
    <>
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button key={format} kind="quiet" pending={save.isPending && save.variables === format} onPress={() => save.mutate(format)}>
          {t(`file.${format}`)}
        </Button>
      ))}
      {save.error && <Notice tone="red">{save.error.sentence}</Notice>}
    </>
  );
}
