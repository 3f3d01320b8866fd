import { useTranslation } from 'react-i18next';
import { type Act, useActs, useFormat } from '../../../platform/shell/index.ts';
import { Buttons, Notice, Section } from '../../../platform/ui/index.ts';
import type { ListedPerson, Person } from '../contract/index.ts';
import { call } from './api.ts';
import { personChoice } from './personChoice.tsx';

interface Why {
  readonly because?: string;
}

/** Rows that are somebody else's are taken apart, and two persons who are one are joined: both hold at every later comparison. */
export function Correct({ person }: { readonly person: Person }) {
  const { t } = useTranslation(['people', 'registers']);
  const { date, number, ward } = useFormat();
  const { id, rows, name, corrections } = person;
  const acts = useActs({ id, next: corrections }, 'people.person');
  const because = { name: 'because', kind: 'text', lines: 2, label: t('correct.because') } as const;
  const about = (one: ListedPerson) =>
    [
      one.birthDate && date(one.birthDate),
      one.ward && (ward(one.ward) === one.ward ? t('correct.ward', { ward: one.ward }) : ward(one.ward)),
      one.mother && t('correct.mother', { name: one.mother }),
      one.registers.map((register) => t(`registers:register.${register}`)).join(', '),
    ]
      .filter(Boolean)
      .join(' · ');
  const apart: Act = {
    name: 'split',
    submit: t('act.split'),
    done: t('correct.apart-done'),
    fields: [
      {
        name: 'entries',
        kind: 'several',
        label: t('correct.which'),
        hint: t('correct.which-hint'),
        options: rows.map((one) => [
          one.entry,
          t('person.in', { register: t(`registers:register.${one.register}`), row: number(one.row) }),
          one.name,
        ]),
        required: true,
      },
      because,
    ],
    send: (input: Why & { readonly entries: string[] }) => call('POST', '/api/people/person/{id}/split', { id, ...input }),
  };
  const join: Act = {
    name: 'merge',
    about: <Notice>{t('correct.join-means')}</Notice>,
    done: t('correct.join-done'),
    fields: [
      {
        name: 'other',
        kind: personChoice(name, { about, except: id }),
        label: t('correct.who'),
        required: true,
      },
      because,
    ],
    send: (input: Why & { readonly other: string }) => call('POST', '/api/people/person/{id}/merge', { id, ...input }),
  };
  return (
    <Section title={t('correct.title')}>
      <p className="soft">{t('correct.lead')}</p>
      <Buttons>
        {acts.button(apart)}
        {acts.button(join)}
      </Buttons>
      {acts.dialog}
    </Section>
  );
}
