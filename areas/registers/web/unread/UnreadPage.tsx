import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, useFormat, useReadAnew, useSend } from '../../../../platform/shell/index.ts';
import { Button, Empty, LinkButton, Notice, Page, Section, useToast } from '../../../../platform/ui/index.ts';
import type { Unread } from '../../contract/index.ts';
import { registerNames } from '../../domain/names.ts';
import { call, useRead } from '../api.ts';
import { type Meaning, WordField } from './Words.tsx';

type Word = Unread['words'][number];

/** What could not be read in the registers' rows, each word once: worked off by whoever knows what the register means. */
export default function UnreadPage() {
  const { t } = useTranslation('registers');
  const { number } = useFormat();
  return (
    <Page title={t('words.title')} lead={t('words.page-lead')} back={{ to: '/registers', label: t('wizard.back') }}>
      <Await of={useRead('/api/registers/unread')}>
        {({ words, more }) => (
          <>
            {words.length === 0 && (
              <Section>
                <Empty title={t('words.none')} action={<LinkButton to="/registers">{t('wizard.next-registers')}</LinkButton>}>
                  {t('words.none-more')}
                </Empty>
              </Section>
            )}
            {registerNames.map((register) => {
              const own = words.filter((word) => word.register === register);
              return (
                own.length > 0 && (
                  <Section key={register} title={t(`register.${register}`)}>
                    <div className="words">
                      {own.map((word) => (
                        <Mending key={`${word.field}|${word.word}`} of={word} />
                      ))}
                    </div>
                  </Section>
                )
              );
            })}
            {more > 0 && <p className="soft">{t('words.more', { count: more, n: number(more) })}</p>}
          </>
        )}
      </Await>
    </Page>
  );
}

function Mending({ of }: { readonly of: Word }) {
  const { t } = useTranslation('registers');
  const { number } = useFormat();
  const [meaning, setMeaning] = useState<Meaning>();
  const say = useToast();
  const readAnew = useReadAnew();
  const { register, field, word, rows } = of;
  const send = useSend(
    (value: string) => call('POST', '/api/registers/unread/mend', { register, field, word, value }),
    ({ rows }) => {
      say(t('words.mended', { count: rows, n: number(rows) }));
      void readAnew();
    },
  );
  return (
    <div className="words__one">
      <WordField of={of} value={meaning} onChange={setMeaning} />
      {send.error && <Notice tone="red">{send.error.sentence}</Notice>}
      {meaning !== undefined && (
        <Button kind="primary" pending={send.isPending} onPress={() => send.mutate(meaning)}>
          {t('words.mend', { count: rows, n: number(rows) })}
        </Button>
      )}
    </div>
  );
}
