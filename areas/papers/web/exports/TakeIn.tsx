import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../../platform/shell/index.ts';
import { Button, Name, Notice, Section, useToast } from '../../../../platform/ui/index.ts';
import { call } from '../api.ts';

/** Cases of another organisation: first what a file would do, then the cases. */
export function TakeIn() {
  const { t } = useTranslation('papers');
  const say = useToast();
  const [file, setFile] = useState<{ readonly name: string; readonly text: string }>();
  const ask = (text: string, dryRun: boolean) => call('POST', '/api/papers/htcds', { file: text, dryRun });
  const look = useSend((text: string) => ask(text, true));
  const take = useSend(
    (text: string) => ask(text, false),
    ({ opened }) => {
      say(t('htcds.opened', { count: opened }));
      look.reset();
      setFile(undefined);
    },
  );
  const found = look.data;
  const refused = look.error ?? take.error;
  return (
    <Section title={t('htcds.title')}>
      <p className="soft">{t('htcds.lead')}</p>
      <div className="buttons">
        <FileTrigger
          acceptedFileTypes={['.json', '.csv', 'application/json', 'text/csv']}
          onSelect={async (files) => {
            const chosen = files?.[0];
            if (!chosen) return;
            const text = await chosen.text();
            take.reset();
            setFile({ name: chosen.name, text });
            look.mutate(text);
          }}
        >
          <Button pending={look.isPending}>{t('htcds.choose')}</Button>
        </FileTrigger>
      </div>
      {refused && <Notice tone="red">{refused.sentence}</Notice>}
      {found && file && (
        <Notice title={t('htcds.found', { count: found.cases })}>
          <p>
            <Name>{file.name}</Name>
          </p>
          {Object.keys(found.noted).length > 0 && (
            <>
              <p>{t('htcds.noted')}</p>
              <ul>
                {Object.entries(found.noted).map(([field, count]) => (
                  <li key={field}>
                    <code>{field}</code> {t('htcds.noted-in', { count })}
                  </li>
                ))}
              </ul>
            </>
          )}
          {found.unknown.length > 0 && <p>{t('htcds.unknown', { columns: found.unknown.join(', ') })}</p>}
          {found.setAside.map(({ row, faults }) => (
            <p key={row}>{t('htcds.aside', { row, faults: faults.map((one) => t(`htcds.fault.${one}`)).join('; ') })}</p>
          ))}
          {found.cases > 0 && (
            <Button pending={take.isPending} onPress={() => take.mutate(file.text)}>
              {t('htcds.submit')}
            </Button>
          )}
        </Notice>
      )}
    </Section>
  );
}
