import { useState } from 'react';
import { DropZone, FileTrigger, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat, useSend } from '../../../../platform/shell/index.ts';
import { Button, Name, Notice, Progress, Section } from '../../../../platform/ui/index.ts';
import { upload } from '../api.ts';

export interface SentFile {
  readonly id: string;
  readonly name: string;
}

const kinds = ['.csv', '.tsv', '.txt', '.xlsx', 'text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];

/** The file is chosen or dropped, and sent at once. */
export function FileStep({ onSent }: { readonly onSent: (file: SentFile) => void }) {
  const { t } = useTranslation('registers');
  const { number } = useFormat();
  const [chosen, setChosen] = useState<File>();
  const send = useSend(
    (file: File) => upload('/api/registers/uploads', {}, file, { 'x-file-name': encodeURIComponent(file.name) }),
    ({ id }, file) => onSent({ id, name: file.name }),
  );
  const take = (file: File | null | undefined) => {
    if (!file || send.isPending) return;
    setChosen(file);
    send.mutate(file);
  };
  const megabytes = chosen ? number(Math.max(0.1, Math.round(chosen.size / 100_000) / 10)) : '';
  return (
    <Section>
      {send.error && (
        <Notice tone="red" title={send.error.sentence}>
          <Name>{chosen?.name}</Name>
        </Notice>
      )}
      <DropZone
        className="drop"
        isDisabled={send.isPending}
        onDrop={async ({ items }) => {
          const dropped = items.find((item) => item.kind === 'file');
          take(await dropped?.getFile());
        }}
      >
        <Text slot="label" className="drop__title">
          {t('wizard.drop')}
        </Text>
        <p className="soft small">{t('wizard.drop-hint')}</p>
        {send.isPending && chosen ? (
          <Progress label={t('wizard.sending', { name: chosen.name, size: megabytes })} done={0} total={null} />
        ) : (
          <FileTrigger acceptedFileTypes={kinds} onSelect={(files) => take(files?.[0])}>
            <Button kind="primary">{t('wizard.choose')}</Button>
          </FileTrigger>
        )}
      </DropZone>
    </Section>
  );
}
