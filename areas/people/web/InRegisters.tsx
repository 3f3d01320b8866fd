import { useTranslation } from 'react-i18next';
import { localeOf } from '../../../platform/decider/index.ts';
import { Await, useFormat } from '../../../platform/shell/index.ts';
import { Badge, Entries, Entry, Section } from '../../../platform/ui/index.ts';
import type { RegistersOfPerson } from '../contract/index.ts';
import { useRead } from './api.ts';

type Register = RegistersOfPerson[number];

/** Whether each register has a person, and what a missing entry means: nobody there, or a register that cannot know. */
export function InRegisters({ person }: { readonly person: string }) {
  const { t } = useTranslation('people');
  const found = useRead('/api/people/person/{id}/registers', { id: person });
  return (
    <Section title={t('registers.title')}>
      <Await of={found} lines={5}>
        {({ registers }) => <Entries of={registers}>{(register) => <Standing key={register.register} of={register} />}</Entries>}
      </Await>
    </Section>
  );
}

function Standing({ of }: { readonly of: Register }) {
  const { t } = useTranslation('people');
  const { date } = useFormat();
  const missing = of.standing === 'none' && of.due;
  const said = [
    of.since && t('registers.since', { date: date(of.since) }),
    of.lastContact && t('registers.last-contact', { date: date(of.lastContact) }),
    ...of.at.map((place) => t('registers.ask-at', { place: `\u2068${place}\u2069` })),
  ].filter(Boolean);
  return (
    <Entry
      title={t(`registers:register.${of.register}`)}
      marks={
        <Badge tone={missing ? 'orange' : of.standing === 'in' ? 'blue' : 'plain'}>
          {t(`registers.standing.${missing ? 'missing' : of.standing}`)}
        </Badge>
      }
      about={said.length > 0 ? said.join(' · ') : t(`registers.means.${missing ? 'missing' : of.standing}`)}
    >
      <div className="small soft">
        <Covers of={of} />
      </div>
    </Entry>
  );
}

/** As of when the register is, and for which wards and years of birth. */
function Covers({ of: { asOf, wards, bornFrom, bornTo } }: { readonly of: Register }) {
  const { t, i18n } = useTranslation('people');
  const { date } = useFormat();
  if (asOf === null) return t('registers.no-register');
  const list = new Intl.ListFormat(localeOf(i18n.language)).format(wards);
  return [
    t('registers.as-of', { date: date(asOf) }),
    wards.length > 0 && t('registers.wards', { count: wards.length, wards: list }),
    bornFrom !== null && bornTo !== null && t('registers.born', { from: bornFrom, to: bornTo }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The part of a case's page: nothing where the child is no known person. */
export default function InRegistersOfCase({ head: { person } }: { readonly head: { readonly person: string | null } }) {
  return person && <InRegisters person={person} />;
}
