import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, useFormat, useSend } from '../../../platform/shell/index.ts';
import { Button, Buttons, ChoiceField, Dialog, Empty, Form, Notice, Section, TextField, useToast } from '../../../platform/ui/index.ts';
import type { Person } from '../contract/index.ts';
import { call, useAsk } from './api.ts';

/** Rows that are somebody else's are taken apart, and two persons who are one are joined: both hold at every later comparison. */
export function Correct({ person }: { readonly person: Person }) {
  const { t } = useTranslation('people');
  const [open, setOpen] = useState<'apart' | 'join'>();
  const close = () => setOpen(undefined);
  return (
    <Section title={t('correct.title')}>
      <p className="soft">{t('correct.lead')}</p>
      <Buttons>
        {person.rows.length > 1 && <Button onPress={() => setOpen('apart')}>{t('correct.apart')}</Button>}
        <Button onPress={() => setOpen('join')}>{t('correct.join')}</Button>
      </Buttons>
      <Dialog title={t('correct.apart')} isOpen={open === 'apart'} onClose={close}>
        <TakeApart person={person} onClose={close} />
      </Dialog>
      <Dialog title={t('correct.join')} isOpen={open === 'join'} onClose={close}>
        <Join person={person} onClose={close} />
      </Dialog>
    </Section>
  );
}

interface Inside {
  readonly person: Person;
  readonly onClose: () => void;
}
const reasonOf = (because: string) => (because.trim() ? { because: because.trim() } : {});

function TakeApart({ person, onClose }: Inside) {
  const { t } = useTranslation('people');
  const { number } = useFormat();
  const say = useToast();
  const [entries, setEntries] = useState<string[]>([]);
  const [because, setBecause] = useState('');
  const send = useSend(
    () => call('POST', '/api/people/person/{id}/split', { id: person.id, entries, ...reasonOf(because) }),
    () => {
      onClose();
      say(t('correct.apart-done'));
    },
  );
  return (
    <Form
      onSubmit={() => entries.length > 0 && send.mutate(undefined)}
      submit={t('correct.apart')}
      pending={send.isPending}
      refused={send.error ?? undefined}
      onCancel={onClose}
    >
      <ChoiceField
        several
        label={t('correct.which')}
        hint={t('correct.which-hint')}
        value={entries}
        onChange={setEntries}
        options={person.rows.map(
          ({ entry, register, row, name }) =>
            [entry, t('person.in', { register: t(`registers:register.${register}`), row: number(row) }), name] as const,
        )}
      />
      <TextField label={t('correct.because')} name="because" value={because} onChange={setBecause} lines={2} />
    </Form>
  );
}

function Join({ person, onClose }: Inside) {
  const { t } = useTranslation('people');
  const say = useToast();
  const [text, setText] = useState(person.name);
  const [searched, setSearched] = useState<string>();
  const [other, setOther] = useState<string>();
  const [because, setBecause] = useState('');
  const send = useSend(
    (chosen: string) => call('POST', '/api/people/person/{id}/merge', { id: person.id, other: chosen, ...reasonOf(because) }),
    () => {
      onClose();
      say(t('correct.join-done'));
    },
  );
  return (
    <>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault();
          setOther(undefined);
          setSearched(text);
        }}
      >
        <TextField label={t('search.text')} type="search" value={text} onChange={setText} grow />
        <Button type="submit">{t('search.submit')}</Button>
      </form>
      {searched !== undefined && <Candidates self={person.id} text={searched} chosen={other} onChoose={setOther} />}
      {other && (
        <Form
          onSubmit={() => send.mutate(other)}
          submit={t('correct.join-submit')}
          pending={send.isPending}
          refused={send.error ?? undefined}
          onCancel={onClose}
        >
          <TextField label={t('correct.because')} name="because" value={because} onChange={setBecause} lines={2} />
          <Notice>{t('correct.join-means')}</Notice>
        </Form>
      )}
    </>
  );
}

/** People found who are not this one, as many as can be looked through. */
const most = 8;

function Candidates({
  self,
  text,
  chosen,
  onChoose,
}: {
  readonly self: string;
  readonly text: string;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}) {
  const { t } = useTranslation('people');
  const { date, ward } = useFormat();
  const found = useAsk('/api/people/search', { text: text.trim() });
  return (
    <Await of={found} lines={3}>
      {({ rows }) => {
        const others = rows.filter(({ id }) => id !== self).slice(0, most);
        if (others.length === 0) return <Empty title={t('search.none')} />;
        return (
          <ChoiceField
            label={t('correct.who')}
            value={chosen ? [chosen] : []}
            onChange={([id]) => id && onChoose(id)}
            options={others.map((one) => [
              one.id,
              one.names.slice(0, 2).join(' · ') || t('search.no-name'),
              [
                one.birthDate && date(one.birthDate),
                one.ward && (ward(one.ward) === one.ward ? t('correct.ward', { ward: one.ward }) : ward(one.ward)),
                one.mother && t('correct.mother', { name: one.mother }),
                one.registers.map((register) => t(`registers:register.${register}`)).join(', '),
              ]
                .filter(Boolean)
                .join(' · '),
            ])}
          />
        );
      }}
    </Await>
  );
}
