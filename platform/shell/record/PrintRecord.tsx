import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button, Notice } from '../../ui/index.ts';
import { type Problem, requestFile } from '../data/api.ts';

/** Saves a record as PDF or as a web page, in the language of the screen. */
export function PrintRecord({ kind, id }: { readonly kind: string; readonly id: string }) {
  const { t, i18n } = useTranslation('shell');
  const path = `/api/${kind.replace('.', '/')}/${id}/print`;
  const print = useMutation<void, Problem, 'pdf' | 'html'>({
    mutationFn: (format) => requestFile(path, { language: i18n.language, format }),
  });
  return (
    <>
      {(['pdf', 'html'] as const).map((format) => (
        <Button
          key={format}
          kind={format === 'pdf' ? 'plain' : 'quiet'}
          pending={print.isPending && print.variables === format}
          onPress={() => print.mutate(format)}
        >
          {t(format === 'pdf' ? 'act.print' : 'act.as-page')}
        </Button>
      ))}
      {print.error && <Notice tone="red">{print.error.sentence}</Notice>}
    </>
  );
}
