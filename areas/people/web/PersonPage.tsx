import record from 'virtual:record/people.person';
import { useTranslation } from 'react-i18next';
import { RecordPage, useFormat, useParam, useParts, useSession } from '../../../platform/shell/index.ts';
import { Badge, Columns, Facts, Link, LinkButton, Name, Section, Stack } from '../../../platform/ui/index.ts';
import type { ListedPerson, Person, SourceRow } from '../contract/index.ts';
import { Correct } from './Correct.tsx';
import { InRegisters } from './InRegisters.tsx';
import './people.css';
import { useRead } from './api.ts';
import { PersonTimeline } from './PersonTimeline.tsx';
import { Why } from './Why.tsx';

/** A person as the registers know them: names, facts, the rows behind them, and who lives with them. */
export default function PersonPage() {
  const { t } = useTranslation('people');
  const id = useParam('id');
  const { may } = useSession();
  const actions = useParts<{ person: string }>('people.person-actions');
  const beside = useParts<{ person: string }>('people.person-facts');
  return (
    <RecordPage
      of={useRead('/api/people/person/{id}', { id })}
      record={record}
      head={(found) => ({
        title: <Name>{found.name || t('search.no-name')}</Name>,
        windowTitle: t('person.window'),
        back: { to: '/people', label: t('person.back') },
        marks: <Written person={found} />,
        actions: (
          <>
            {actions.map(({ draw }) => draw({ person: id }))}
            {may('ask', 'protection.erasure') && <LinkButton to={`/protection/person/${id}`}>{t('person.protection')}</LinkButton>}
          </>
        ),
      })}
    >
      {(found) => (
        <Columns>
          <Stack>
            <Section title={t('person.facts')}>
              <KnownFacts person={found} />
              {beside.map(({ draw }) => draw({ person: id }))}
            </Section>
            <InRegisters person={id} />
            <Section title={t('person.rows')}>
              <p className="soft">{t(found.rows.length > 1 ? 'person.rows-lead' : 'person.rows-alone')}</p>
              <ul>
                {found.rows.map((row) => (
                  <Source key={row.entry} row={row} />
                ))}
              </ul>
            </Section>
          </Stack>
          <Stack>
            <Household of={found} />
            {found.siblings.length > 0 && (
              <Section title={t('person.siblings')}>
                <p className="soft small">{t('person.siblings-lead')}</p>
                <Relatives people={found.siblings} />
              </Section>
            )}
            <Section title={t('person.timeline')}>
              <PersonTimeline of={found} />
            </Section>
            {found.corrections.length > 0 && <Correct person={found} />}
          </Stack>
        </Columns>
      )}
    </RecordPage>
  );
}

function Household({ of }: { readonly of: Person }) {
  const { t } = useTranslation('people');
  const { may } = useSession();
  const cases = of.householdId && may('read', 'cases.case') && (
    <LinkButton kind="quiet" to={`/cases?household=${of.householdId}`}>
      {t('person.household-cases')}
    </LinkButton>
  );
  return (
    <Section title={t('person.household')} aside={cases}>
      {of.householdNumber && (
        <p className="soft small">
          {t('person.household-number')} <Name>{of.householdNumber}</Name>
        </p>
      )}
      <Relatives people={of.household} none={t('person.household-none')} />
    </Section>
  );
}

/** Every spelling, by script; the one in the title is not said twice. */
function Written({ person }: { readonly person: Person }) {
  const { t } = useTranslation('people');
  const scripts = person.scripts
    .map(({ script, names }) => ({ script, names: names.filter((name) => name !== person.name) }))
    .filter(({ names }) => names.length > 0);
  if (scripts.length === 0) return null;
  return (
    <dl className="names">
      {scripts.map(({ script, names }) => (
        <div key={script}>
          <dt className="small">{t(`script.${script}`)}</dt>
          {names.map((name) => (
            <dd key={name}>
              <Name>{name}</Name>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function KnownFacts({ person }: { readonly person: Person }) {
  const { t, i18n } = useTranslation('people');
  const { date, age, ward } = useFormat();
  const sex = `registers:value.sex.${person.sex}`;
  const { birthDate } = person;
  return (
    <Facts
      facts={[
        [t('person.born'), person.birthDate && date(person.birthDate)],
        [t('person.age'), age(birthDate)],
        [t('person.sex'), person.sex && i18n.exists(sex) && t(sex)],
        [t('person.ward'), person.ward && <Name>{ward(person.ward)}</Name>],
        [t('person.mother'), person.mother && <Name>{person.mother}</Name>],
        [t('person.father'), person.father && <Name>{person.father}</Name>],
        [
          t('person.phones'),
          person.doNotCall && person.phones.length === 0 ? (
            <Badge key="silent" tone="red">
              {t('person.do-not-call')}
            </Badge>
          ) : (
            person.phones.length > 0 &&
            person.phones.map((phone) => (
              <div key={phone} dir="ltr">
                {phone}
              </div>
            ))
          ),
        ],
        [t('person.address'), person.address && <Name>{person.address}</Name>],
      ]}
    />
  );
}

/** From this weight on two rows are as good as certainly one person; see docs of linkage: two to the weight is how many times likelier. */
const strengths = [
  [20, 'certain'],
  [12, 'strong'],
  [6, 'fair'],
] as const;

function Source({ row }: { readonly row: SourceRow }) {
  const { t } = useTranslation('people');
  const { date, number } = useFormat();
  const { may } = useSession();
  const strength = strengths.find(([least]) => row.weight >= least)?.[1] ?? 'weak';
  const compared = row.fields.length > 0;
  return (
    <li className="source">
      <div className="source__head">
        <h3>{t('person.in', { register: t(`registers:register.${row.register}`), row: number(row.row) })}</h3>
        {compared && <Badge tone={strength === 'weak' ? 'orange' : 'plain'}>{t(`strength.${strength}`)}</Badge>}
        {may('read', 'registers.entry') && (
          <Link className="person-link source__link" to="/registers/entries/$id" params={{ id: row.entry }}>
            {t('person.open-row')}
          </Link>
        )}
      </div>
      <div>
        <span className="soft">{t('person.written')}</span> <Name>{row.name}</Name>{' '}
        <span className="soft small">{t('person.since', { date: date(row.lastChanged) })}</span>
      </div>
      {compared && (
        <details className="unfolds">
          <summary>{t('person.why')}</summary>
          <Why fields={row.fields} />
        </details>
      )}
    </li>
  );
}

function Relatives({ people, none }: { readonly people: readonly ListedPerson[]; readonly none?: string }) {
  const { t } = useTranslation('people');
  const { date } = useFormat();
  if (people.length === 0) return <p className="soft">{none}</p>;
  return (
    <ul className="household">
      {people.map((one) => (
        <li key={one.id}>
          <Link className="person-link" to="/people/$id" params={{ id: one.id }}>
            <Name>{one.name || t('search.no-name')}</Name>
          </Link>
          {one.birthDate && <span className="soft small">{date(one.birthDate)}</span>}
        </li>
      ))}
    </ul>
  );
}
