import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button, Notice } from '../../ui/index.ts';
import { type Problem, requestFile } from '../data/api.ts';

/** Saves a record as PDF, in the language of the screen. */
export function PrintRecord({ kind, id }: { readonly kind: string; readonly id: string }) {
  const { t, i18n } = useTranslation('shell');
  const path = `/api/${kind.replace('.', '/')}/${id}/print`;
  const print = useMutation<void, Problem>({ mutationFn: () => requestFile(path, { language: i18n.language }) });
  return (
    <>
      <Button pending={print.isPending} onPress={() => print.mutate()}>
        {t('act.print')}
      </Button>
      {print.error && <Notice tone="red">{print.error.sentence}</Notice>}
    </>
  );
}
