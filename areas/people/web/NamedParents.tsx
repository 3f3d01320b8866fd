import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { localeOf } from '../../../platform/decider/index.ts';
import { type Act, type RecordActs, useSession } from '../../../platform/shell/index.ts';
import { Entries, Entry, Name, Section } from '../../../platform/ui/index.ts';
import type { Person } from '../contract/index.ts';
import { useRead } from './api.ts';

const parents = [
  { relation: 'mother', field: 'mother_name' },
  { relation: 'father', field: 'father_name' },
] as const;

/** What registers say of a parent: the name, which registers say it, and whether the parent has the child's household. */
function parentsOf(person: Person) {
  return parents.flatMap(({ relation, field }) => {
    const name = person[relation];
    if (!name) return [];
    const registers = [...new Set(person.rows.filter(({ values }) => values[field]).map(({ register }) => register))];
    return [{ relation, name, registers, livesWithChild: person.household.some(({ names }) => names.includes(name)) }];
  });
}

interface OnCase {
  readonly head: { readonly person: string | null };
  readonly of: { readonly carers: readonly { readonly relation: string }[] };
  readonly acts: RecordActs;
}

/**
 * On a case's page: parents as the registers name them, who are not among the carers yet; one press takes one. Their numbers are not taken:
 * nobody has said that they are safe.
 */
export default function NamedParents({ head, of, acts }: OnCase) {
  const { t, i18n } = useTranslation('people');
  const asks = useSession().may('read', 'people.person') && head.person !== null && acts.can('record-carer');
  const { data: person } = useRead('/api/people/person/{id}', { id: head.person ?? '' }, { enabled: asks });
  const offered = person ? parentsOf(person).filter(({ relation }) => !of.carers.some((carer) => carer.relation === relation)) : [];
  if (offered.length === 0) return null;
  const list = new Intl.ListFormat(localeOf(i18n.language));
  return (
    <Section title={t('named.title')}>
      <Entries of={offered}>
        {({ relation, name, registers, livesWithChild }) => {
          const take: Act = {
            name: 'record-carer',
            target: { relation, name },
            input: () => ({ carer: uuidv7(), livesWithChild, contact: '' }),
            atOnce: true,
            fields: [],
          };
          const source = list.format(registers.map((register) => t(`registers:register.${register}`)));
          return (
            <Entry
              key={relation}
              title={<Name>{name}</Name>}
              marks={<span className="small soft">{t(`person.${relation}`)}</span>}
              about={[t('named.source', { registers: source }), livesWithChild && t('named.together')].filter(Boolean).join(' · ')}
              acts={acts.button(take, { of: name, words: t('named.take') })}
            />
          );
        }}
      </Entries>
    </Section>
  );
}
