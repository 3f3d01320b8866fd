import organisation from 'virtual:record/partners.organisation';
import { useTranslation } from 'react-i18next';
import { type Act, Await, useActs, useFormat, useParam, useSession } from '../../../platform/shell/index.ts';
import { Badge, Badges, Columns, Empty, Facts, LinkButton, Name, Notice, Page, Section, Stack, Table } from '../../../platform/ui/index.ts';
import type { Organisation } from '../contract/index.ts';
import { useRead } from './api.ts';
import { hoursLines } from './hours.tsx';
import { StateBadges } from './StateBadges.tsx';
import './partners.css';

export default function OrganisationPage() {
  return <OrganisationFound id={useParam('id')} />;
}

export function OrganisationFound({ id }: { readonly id: string }) {
  const found = useRead('/api/partners/organisation/{id}', { id });
  return <Await of={found}>{(data) => <OrganisationShown found={data} />}</Await>;
}

function OrganisationShown({ found }: { readonly found: Organisation }) {
  const { t, i18n } = useTranslation('partners');
  const { user } = useSession();
  const { date, number, ward } = useFormat();
  const acts = useActs(found, organisation, { name: (act) => t(`act.${act}`) });
  const languages = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const hours = (times: Organisation['hours']) => hoursLines(times, t, i18n.language);
  const because = { name: 'because', label: t('act.because') };
  const count: Act = {
    name: 'count-places',
    held: found,
    fields: [
      { name: 'places', label: t('organisation.places'), hint: t('act.places-hint') },
      { name: 'taken', label: t('organisation.taken') },
    ],
  };
  const contacts: Act = {
    name: 'list-contacts',
    held: { contacts: found.contacts.length > 0 ? found.contacts : [{}] },
    fields: [
      {
        name: 'contacts',
        label: t('act.list-contacts'),
        one: (n) => t('contact.one', { n: number(n) }),
        add: t('contact.add'),
        fields: [
          { name: 'name', label: t('contact.name') },
          { name: 'role', label: t('contact.role') },
          { name: 'phone', kind: 'line', type: 'tel', label: t('contact.phone') },
          { name: 'email', kind: 'line', type: 'email', label: t('contact.email') },
          { name: 'emergency', label: t('contact.emergency') },
        ],
      },
    ],
  };
  const close: Act = {
    name: 'close',
    grave: true,
    about: <Notice tone="orange">{t('act.close-means')}</Notice>,
    fields: [{ name: 'reason', label: t('act.reason'), said: (one) => t(`close-reason.${one}`) }, because],
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
      actions={acts.can('describe') && <LinkButton to={`/partners/${found.id}/edit`}>{t('act.describe')}</LinkButton>}
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
                [t('organisation.languages'), found.languages.map((one) => languages.of(one) ?? one).join(', ')],
                [t('organisation.hours'), <Lines key="hours" of={hours(found.hours)} />],
                [
                  t('organisation.emergency'),
                  <Lines key="emergency" of={found.emergencyHours.length === 0 ? [t('emergency.none')] : hours(found.emergencyHours)} />,
                ],
              ]}
            />
          </Section>
          <Agreements found={found} acts={acts} />
        </Stack>
        <Stack>
          <Section title={t('organisation.reach')} aside={acts.button(contacts)}>
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
          <Section title={t('organisation.places')} aside={acts.button(count)}>
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
          {(acts.can('close') || acts.can('reopen')) && (
            <Section>
              {acts.button(close)}
              {acts.button({ name: 'reopen', fields: [because] })}
            </Section>
          )}
        </Stack>
      </Columns>
      {acts.dialog}
    </Page>
  );
}

const Lines = ({ of }: { readonly of: readonly string[] }) => of.map((line) => <div key={line}>{line}</div>);

const Phone = ({ number }: { readonly number: string }) => (
  <a href={`tel:${number.replace(/[^\d+]/g, '')}`} dir="ltr">
    {number}
  </a>
);

function Agreements({ found, acts }: { readonly found: Organisation; readonly acts: ReturnType<typeof useActs> }) {
  const { t } = useTranslation('partners');
  const { date, today } = useFormat();
  const make: Act = {
    name: 'make-agreement',
    held: { from: today },
    fields: [
      { name: 'title', label: t('agreement.name'), hint: t('agreement.name-hint') },
      { name: 'from', label: t('agreement.from') },
      { name: 'until', label: t('agreement.until'), hint: t('agreement.until-hint') },
      { name: 'shares', label: t('agreement.shares'), hint: t('agreement.shares-hint'), said: (one) => t(`shared.${one}`) },
    ],
    input: (answers, agreement) => ({ agreement, ...answers }),
  };
  const end = ({ id }: Organisation['agreements'][number]): Act => ({
    name: 'end-agreement',
    to: id,
    fields: [{ name: 'because', label: t('act.because') }],
    input: (answers) => ({ agreement: id, ...answers }),
  });
  const stateOf = ({ inForce, endedOn, from }: Organisation['agreements'][number]) =>
    inForce ? 'in-force' : endedOn ? 'was-ended' : from > today ? 'to-come' : 'over';
  return (
    <Section title={t('agreement.title')} aside={acts.button(make)}>
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
              cell: (one) => !one.endedOn && acts.button(end(one), { of: one.title }),
            },
          ]}
        />
      )}
    </Section>
  );
}
