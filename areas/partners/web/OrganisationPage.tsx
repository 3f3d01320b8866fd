import organisation from 'virtual:record/partners.organisation';
import { useTranslation } from 'react-i18next';
import type { RowOf } from '../../../platform/lists/list.ts';
import {
  type Act,
  type AskedField,
  FieldFacts,
  FieldShown,
  type RecordActs,
  RecordHistory,
  RecordPage,
  useFieldColumns,
  useFormat,
  useParam,
  useSession,
} from '../../../platform/shell/index.ts';
import { Badge, Badges, Columns, Empty, Facts, Name, Notice, Section, Stack, Table } from '../../../platform/ui/index.ts';
import type { Organisation } from '../contract/index.ts';
import type { organisationList } from '../domain/index.ts';
import { useRead } from './api.ts';
import { useProfileFields } from './OrganisationForm.tsx';

export default function OrganisationPage() {
  return <OrganisationFound id={useParam('id')} />;
}

export function OrganisationFound({ id }: { readonly id: string }) {
  const { t } = useTranslation('partners');
  const { user } = useSession();
  const { date } = useFormat();
  return (
    <RecordPage
      of={useRead('/api/partners/organisation/{id}', { id })}
      record={organisation}
      head={(found) => ({
        title: <Name>{found.name}</Name>,
        windowTitle: t('organisation.title'),
        back: user.organisation ? undefined : { to: '/partners', label: t('nav') },
        marks: (
          <>
            {t(`category.${found.category}`)} <StateBadges of={{ ...found, agreed: found.agreements.some(({ inForce }) => inForce) }} />
          </>
        ),
        edit: { command: 'describe', to: `/partners/${id}/edit` },
      })}
    >
      {(found, acts) => (
        <>
          {found.status === 'closed' && (
            <Notice title={t('organisation.closed-on', { date: date(found.closedOn ?? '') })}>
              {found.closeReason && t(`close-reason.${found.closeReason}`)}
            </Notice>
          )}
          <Columns>
            <Stack>
              <Offer found={found} />
              <Agreements found={found} acts={acts} />
              <RecordHistory kind={organisation.kind} id={found.id} />
            </Stack>
            <Stack>
              <Reach found={found} acts={acts} />
              <Places found={found} acts={acts} />
              <Closing acts={acts} />
            </Stack>
          </Columns>
        </>
      )}
    </RecordPage>
  );
}

/** Whether it can be reached now, and what keeps a child from being referred there. */
export function StateBadges({ of }: { readonly of: Pick<RowOf<typeof organisationList>, 'status' | 'open' | 'reachable' | 'agreed'> }) {
  const { t } = useTranslation('partners');
  if (of.status === 'closed') return <Badge>{t('organisation.closed')}</Badge>;
  return (
    <Badges>
      {of.reachable && <Badge tone="blue">{t(of.open ? 'organisation.open' : 'organisation.emergency-now')}</Badge>}
      {!of.agreed && <Badge tone="orange">{t('organisation.no-agreement')}</Badge>}
    </Badges>
  );
}

interface Shown {
  readonly found: Organisation;
  readonly acts: RecordActs;
}

function Offer({ found }: Pick<Shown, 'found'>) {
  const { t } = useTranslation('partners');
  const { number } = useFormat();
  const ages = [found.leastAge, found.mostAge].every((age) => age === null)
    ? t('organisation.any-age')
    : t('organisation.ages', { least: number(found.leastAge ?? 0), most: number(found.mostAge ?? 25) });
  return (
    <Section title={t('organisation.does')}>
      {found.services.length === 0 && <Empty title={t('organisation.no-services')} />}
      <Badges of={found.services.map((one) => t(`service.${one}`))} />
      <FieldFacts
        record={organisation}
        command="describe"
        fields={useProfileFields()}
        of={found}
        show={['wards', [t('organisation.age'), ages], 'sex', 'languages', 'hours', 'emergencyHours']}
      />
    </Section>
  );
}

function Reach({ found, acts }: Shown) {
  const { t } = useTranslation('partners');
  const { number } = useFormat();
  const contacts: AskedField = {
    name: 'contacts',
    label: t('act.list-contacts'),
    one: (n) => t('contact.one', { n: number(n) }),
    add: t('contact.add'),
    none: t('contact.none'),
    fields: ['name', 'role', 'phone', 'email', 'emergency'].map((name) => ({ name, label: t(`contact.${name}`) })),
  };
  const held = { contacts: found.contacts.length > 0 ? found.contacts : [{}] };
  return (
    <Section title={t('organisation.reach')} aside={acts.button({ name: 'list-contacts', held, fields: [contacts] })}>
      <FieldFacts record={organisation} command="describe" fields={useProfileFields()} of={found} show={['address', 'phone', 'email']} />
      <FieldShown record={organisation} command="list-contacts" field={contacts} of={found} />
    </Section>
  );
}

function Places({ found, acts }: Shown) {
  const { t } = useTranslation('partners');
  const { date, number } = useFormat();
  const fields = [
    { name: 'places', label: t('organisation.places'), hint: t('act.places-hint') },
    { name: 'taken', label: t('organisation.taken') },
  ];
  const free = (places: number) => t('organisation.free-of', { free: number(Math.max(0, places - found.taken)), places: number(places) });
  return (
    <Section title={t('organisation.places')} aside={acts.button({ name: 'count-places', held: found, fields })}>
      {found.places === null ? (
        <p className="soft">{t('organisation.not-counted')}</p>
      ) : (
        <Facts
          facts={[
            [t('organisation.free'), free(found.places)],
            [t('organisation.counted'), found.countedOn && date(found.countedOn)],
          ]}
        />
      )}
    </Section>
  );
}

function Closing({ acts }: Pick<Shown, 'acts'>) {
  const { t } = useTranslation('partners');
  if (!acts.can('close') && !acts.can('reopen')) return null;
  const because = { name: 'because', label: t('act.because') };
  return (
    <Section>
      {acts.button({
        name: 'close',
        grave: true,
        about: <Notice tone="orange">{t('act.close-means')}</Notice>,
        fields: [{ name: 'reason', label: t('act.reason'), said: (one) => t(`close-reason.${one}`) }, because],
      })}
      {acts.button({ name: 'reopen', fields: [because] })}
    </Section>
  );
}

type Agreement = Organisation['agreements'][number];

function Agreements({ found, acts }: Shown) {
  const { t } = useTranslation('partners');
  const { date, today } = useFormat();
  const fields: readonly AskedField[] = [
    { name: 'title', label: t('agreement.name'), hint: t('agreement.name-hint') },
    { name: 'from', label: t('agreement.from') },
    { name: 'until', label: t('agreement.until'), hint: t('agreement.until-hint') },
    {
      name: 'shares',
      label: t('agreement.shares'),
      hint: t('agreement.shares-hint'),
      none: t('agreement.nothing'),
      said: (one) => t(`shared.${one}`),
    },
  ];
  const columns = useFieldColumns<Agreement>(organisation, 'make-agreement', fields);
  const make: Act = { name: 'make-agreement', makes: 'agreement', held: { from: today }, fields };
  const because = [{ name: 'because', label: t('act.because') }];
  const end = ({ id }: Agreement): Act => ({ name: 'end-agreement', target: { agreement: id }, fields: because });
  const stateOf = ({ inForce, endedOn, from }: Agreement) =>
    inForce ? 'in-force' : endedOn ? 'was-ended' : from > today ? 'to-come' : 'over';
  const daysOf = ({ from, until }: Agreement) =>
    until ? t('agreement.dates', { from: date(from), until: date(until) }) : t('agreement.since', { from: date(from) });
  return (
    <Section title={t('agreement.title')} aside={acts.button(make)}>
      <Table
        caption={t('agreement.title')}
        empty={<Empty title={t('agreement.none')}>{t('agreement.none-more')}</Empty>}
        rows={[...found.agreements].reverse()}
        keyOf={({ id }) => id}
        columns={[
          { ...columns('title')[0]!, main: true },
          {
            key: 'state',
            title: t('agreement.holds'),
            cell: (one) => (
              <>
                <Badge tone={one.inForce ? 'blue' : 'plain'}>{t(`agreement.${stateOf(one)}`)}</Badge> {daysOf(one)}
              </>
            ),
          },
          ...columns('shares'),
          { key: 'acts', title: t('act.acts'), cell: (one) => !one.endedOn && acts.button(end(one), { of: one.title }) },
        ]}
      />
    </Section>
  );
}
