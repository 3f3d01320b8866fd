import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, CommandForm, type FormField, useFormat, useParam, useRead, useSession } from '../../../platform/shell/index.ts';
import {
  Badge,
  Badges,
  Button,
  Columns,
  Dialog,
  Empty,
  Facts,
  LinkButton,
  Name,
  Notice,
  Page,
  Section,
  Stack,
  Table,
  useToast,
} from '../../../platform/ui/index.ts';
import { closeReasons, sharedFields } from '../domain/index.ts';
import type { AgreementAnswer, Organisation } from './answers.ts';
import { ContactsForm } from './ContactsForm.tsx';
import { StateBadges } from './StateBadges.tsx';
import { useWords } from './words.ts';
import './partners.css';

export default function OrganisationPage() {
  return <OrganisationFound id={useParam('id')} />;
}

export function OrganisationFound({ id }: { readonly id: string }) {
  const found = useRead<Organisation>(`/api/partners/organisation/${id}`);
  return <Await of={found}>{(data) => <OrganisationShown found={data} />}</Await>;
}

/** Something that is done to an organisation, with what is asked for it. */
interface Act {
  readonly name: string;
  readonly fields: readonly FormField[];
  readonly input?: (answers: Record<string, unknown>, made: string) => object;
}

function OrganisationShown({ found }: { readonly found: Organisation }) {
  const { t } = useTranslation('partners');
  const { user } = useSession();
  const { date, number, ward } = useFormat();
  const { hours, language } = useWords();
  const say = useToast();
  const [act, setAct] = useState<Act | { readonly name: 'list-contacts' }>();
  const can = (name: string) => found.next.includes(name);
  const stop = () => setAct(undefined);
  const done = () => {
    stop();
    say(t('act.done'));
  };
  const because = { name: 'because', kind: 'text', label: t('act.because'), required: true } as const;
  const close: Act = {
    name: 'close',
    fields: [
      {
        name: 'reason',
        kind: 'pick',
        label: t('act.reason'),
        options: closeReasons.map((one) => [one, t(`close-reason.${one}`)] as const),
        starts: closeReasons[0]!,
      },
      because,
    ],
  };
  const count: Act = {
    name: 'count-places',
    fields: [
      { name: 'places', kind: 'number', label: t('organisation.places'), hint: t('act.places-hint'), starts: String(found.places ?? '') },
      { name: 'taken', kind: 'number', label: t('organisation.taken'), starts: String(found.taken), required: true },
    ],
  };
  const ages = [found.leastAge, found.mostAge].every((age) => age === null)
    ? t('organisation.any-age')
    : t('organisation.ages', { least: number(found.leastAge ?? 0), most: number(found.mostAge ?? 25) });
  return (
    <Page
      title={<Name>{found.name}</Name>}
      windowTitle={t('organisation.title')}
      {...(user.organisation ? {} : { back: { to: '/partners', label: t('nav') } })}
      lead={
        <>
          {t(`category.${found.category}`)} <StateBadges of={{ ...found, agreed: found.agreements.some(({ inForce }) => inForce) }} />
        </>
      }
      actions={can('describe') && <LinkButton to={`/partners/${found.id}/edit`}>{t('act.describe')}</LinkButton>}
    >
      {found.status === 'closed' && (
        <Notice title={t('organisation.closed-on', { date: date(found.closedOn ?? '') })}>
          {found.closeReason && t(`close-reason.${found.closeReason}`)}
        </Notice>
      )}
      <Columns>
        <Stack>
          <Section title={t('organisation.does')}>
            {found.services.length === 0 ? (
              <Empty title={t('organisation.no-services')} />
            ) : (
              <Badges>
                {found.services.map((one) => (
                  <Badge key={one}>{t(`service.${one}`)}</Badge>
                ))}
              </Badges>
            )}
            <Facts
              facts={[
                [t('organisation.wards'), found.wards.length === 0 ? t('organisation.whole-city') : found.wards.map(ward).join(', ')],
                [t('organisation.age'), ages],
                [t('organisation.sex'), t(`sex.${found.sex}`)],
                [t('organisation.languages'), found.languages.map(language).join(', ')],
                [t('organisation.hours'), <Lines key="hours" of={hours(found.hours)} />],
                [
                  t('organisation.emergency'),
                  <Lines key="emergency" of={found.emergencyHours.length === 0 ? [t('emergency.none')] : hours(found.emergencyHours)} />,
                ],
              ]}
            />
          </Section>
          <Agreements found={found} onAct={setAct} />
        </Stack>
        <Stack>
          <Section
            title={t('organisation.reach')}
            aside={can('list-contacts') && <Button onPress={() => setAct({ name: 'list-contacts' })}>{t('act.list-contacts')}</Button>}
          >
            <Facts
              facts={[
                [t('organisation.address'), found.address && <Name key="address">{found.address}</Name>],
                [t('contact.phone'), found.phone && <Phone key="phone" number={found.phone} />],
                [
                  t('contact.email'),
                  found.email && (
                    <a key="email" href={`mailto:${found.email}`}>
                      {found.email}
                    </a>
                  ),
                ],
              ]}
            />
            {found.contacts.length === 0 && <p className="soft">{t('contact.none')}</p>}
            <ul className="partners-contacts">
              {found.contacts.map((contact) => (
                <li key={`${contact.name}${contact.phone}`}>
                  <strong>
                    <Name>{contact.name}</Name>
                  </strong>{' '}
                  {contact.emergency && <Badge tone="orange">{t('contact.emergency')}</Badge>}
                  <div className="soft small">{contact.role}</div>
                  {contact.phone && <Phone number={contact.phone} />}{' '}
                  {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
                </li>
              ))}
            </ul>
          </Section>
          <Section
            title={t('organisation.places')}
            aside={can('count-places') && <Button onPress={() => setAct(count)}>{t('act.count-places')}</Button>}
          >
            {found.places === null ? (
              <p className="soft">{t('organisation.not-counted')}</p>
            ) : (
              <Facts
                facts={[
                  [
                    t('organisation.free'),
                    t('organisation.free-of', { free: number(Math.max(0, found.places - found.taken)), places: number(found.places) }),
                  ],
                  [t('organisation.counted'), found.countedOn && date(found.countedOn)],
                ]}
              />
            )}
          </Section>
          {(can('close') || can('reopen')) && (
            <Section>
              {can('close') && (
                <Button kind="grave" onPress={() => setAct(close)}>
                  {t('act.close')}
                </Button>
              )}
              {can('reopen') && <Button onPress={() => setAct({ name: 'reopen', fields: [because] })}>{t('act.reopen')}</Button>}
            </Section>
          )}
        </Stack>
      </Columns>
      <Dialog title={act ? t(`act.${act.name}`) : ''} isOpen={act !== undefined} onClose={stop}>
        {act && 'fields' in act && (
          <CommandForm
            kind="partners.organisation"
            id={found.id}
            {...act}
            {...(act.name === 'close' ? { about: <Notice tone="orange">{t('act.close-means')}</Notice> } : {})}
            submit={t('act.save')}
            onDone={done}
            onClose={stop}
          />
        )}
        {act?.name === 'list-contacts' && <ContactsForm found={found} onDone={done} onClose={stop} />}
      </Dialog>
    </Page>
  );
}

const Lines = ({ of }: { readonly of: readonly string[] }) => of.map((line) => <div key={line}>{line}</div>);

const Phone = ({ number }: { readonly number: string }) => (
  <a href={`tel:${number.replace(/[^\d+]/g, '')}`} dir="ltr">
    {number}
  </a>
);

function Agreements({ found, onAct }: { readonly found: Organisation; readonly onAct: (act: Act) => void }) {
  const { t } = useTranslation('partners');
  const { date, today } = useFormat();
  const can = (name: string) => found.next.includes(name);
  const make: Act = {
    name: 'make-agreement',
    fields: [
      { name: 'title', kind: 'line', label: t('agreement.name'), hint: t('agreement.name-hint'), required: true },
      { name: 'from', kind: 'day', label: t('agreement.from'), starts: today, required: true },
      { name: 'until', kind: 'day', label: t('agreement.until'), hint: t('agreement.until-hint') },
      {
        name: 'shares',
        kind: 'several',
        label: t('agreement.shares'),
        hint: t('agreement.shares-hint'),
        options: sharedFields.map((one) => [one, t(`shared.${one}`)] as const),
      },
    ],
    input: (answers, agreement) => ({ agreement, ...answers }),
  };
  const end = ({ id }: AgreementAnswer): Act => ({
    name: 'end-agreement',
    fields: [{ name: 'because', kind: 'text', label: t('act.because'), required: true }],
    input: (answers) => ({ agreement: id, ...answers }),
  });
  const stateOf = ({ inForce, endedOn, from }: AgreementAnswer) =>
    inForce ? 'in-force' : endedOn ? 'was-ended' : from > today ? 'to-come' : 'over';
  return (
    <Section
      title={t('agreement.title')}
      aside={can('make-agreement') && <Button onPress={() => onAct(make)}>{t('act.make-agreement')}</Button>}
    >
      {found.agreements.length === 0 ? (
        <Empty title={t('agreement.none')}>{t('agreement.none-more')}</Empty>
      ) : (
        <Table
          caption={t('agreement.title')}
          rows={[...found.agreements].reverse()}
          keyOf={({ id }) => id}
          columns={[
            { key: 'title', title: t('agreement.name'), main: true, cell: (one) => <Name>{one.title}</Name> },
            {
              key: 'state',
              title: t('agreement.holds'),
              cell: (one) => (
                <>
                  <Badge tone={one.inForce ? 'blue' : 'plain'}>{t(`agreement.${stateOf(one)}`)}</Badge>{' '}
                  {one.until
                    ? t('agreement.dates', { from: date(one.from), until: date(one.until) })
                    : t('agreement.since', { from: date(one.from) })}
                </>
              ),
            },
            {
              key: 'shares',
              title: t('agreement.shares'),
              cell: (one) => one.shares.map((field) => t(`shared.${field}`)).join(', ') || t('agreement.nothing'),
            },
            {
              key: 'acts',
              title: t('act.acts'),
              cell: (one) =>
                can('end-agreement') && !one.endedOn ? (
                  <Button label={`${t('act.end-agreement')}: ${one.title}`} onPress={() => onAct(end(one))}>
                    {t('act.end-agreement')}
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
    </Section>
  );
}
