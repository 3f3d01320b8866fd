import roles from 'virtual:record/accounts.roles';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, type FormValues, useActs, useFormat, useOffice } from '../../../../platform/shell/index.ts';
import { Badge, Badges, Name, Page, Section, SelectField, Table } from '../../../../platform/ui/index.ts';
import type { RoleTable } from '../../contract/index.ts';
import { useRead } from '../api.ts';

type Grant = RoleTable['grants'][number];

/** The area that states a grant. */
const areaOf = ({ grant }: Pick<Grant, 'grant'>) => grant.split('.')[0]!;

/** What each role may do, what the city may change of it, and what it has changed. */
export default function RolesPage() {
  const { t } = useTranslation('accounts');
  const table = useRead('/api/accounts/roles');
  return (
    <Page title={t('roles.nav')} lead={t('roles.lead')}>
      <Await of={table}>{(held) => <Grants {...held} />}</Await>
    </Page>
  );
}

function Grants({ grants, history, ...record }: RoleTable) {
  const { t, i18n } = useTranslation('accounts');
  const { today, date } = useFormat();
  const [role, setRole] = useState('');
  const { everybody } = useOffice();
  const sentence = (grant: string) => t(`grant.${grant.replace('/', '.')}`);
  const lists = new Intl.ListFormat(i18n.language);
  /** Whether no user who signs in would hold the grant any more, by the roles as they are today. */
  const leavesNobody = ({ roles: held }: Grant, to: unknown) => {
    const left = held.filter((one) => to !== `-${one}`);
    const isWith = (some: Grant['roles']) => everybody.some((user) => user.active && user.roles.some((one) => some.includes(one)));
    return String(to).startsWith('-') && (left.length === 0 || (isWith(held) && !isWith(left)));
  };
  const acts = useActs(record, roles, { name: () => t('roles.change') });
  const change = (one: Grant) => {
    const { grant, mayGive, mayTake } = one;
    return acts.button(
      {
        name: 'change',
        target: { grant },
        about: <p>{sentence(grant)}</p>,
        held: { from: today },
        fields: [
          {
            name: 'to',
            kind: 'one',
            label: t('roles.to'),
            required: true,
            options: [
              ...mayGive.map((one) => [`+${one}`, t('roles.give', { role: t(`role.${one}`) })] as const),
              ...mayTake.map((one) => [`-${one}`, t('roles.take', { role: t(`role.${one}`) })] as const),
            ],
          },
          { name: 'from', label: t('roles.from') },
          { name: 'because', label: t('roles.because') },
          {
            name: 'forNobody',
            kind: 'yes',
            label: t('roles.for-nobody'),
            heading: t('roles.nobody-could', { what: sentence(grant) }),
            when: ({ to }: FormValues) => leavesNobody(one, to),
            check: ({ forNobody }: FormValues) => ((forNobody as readonly string[]).length > 0 ? undefined : t('roles.confirm-nobody')),
          },
        ],
        input: ({ to, ...rest }) => ({ role: String(to).slice(1), holds: String(to).startsWith('+'), ...rest }),
      },
      { of: sentence(grant), words: t('roles.change-of') },
    );
  };
  const held = role ? new Set(grants.filter((one) => one.roles.some((other) => other === role)).map(({ grant }) => grant)) : undefined;
  const shown = grants.filter(({ grant }) => held?.has(grant) ?? true);
  const present = [...new Set(grants.flatMap((one) => [...one.roles, ...one.mayGive]))];
  return (
    <>
      {acts.dialog}
      <SelectField
        label={t('roles.role')}
        value={role}
        onChange={setRole}
        options={[['', t('roles.all')], ...present.map((one) => [one, t(`role.${one}`)] as const)]}
      />
      {[...new Set(shown.map(areaOf))].map((area) => (
        <Section key={area} title={t(`areas.name.${area}`)}>
          <Table
            caption={t(`areas.name.${area}`)}
            rows={shown.filter((one) => areaOf(one) === area)}
            keyOf={({ grant }) => grant}
            columns={[
              { key: 'may', title: t('roles.may'), main: true, cell: ({ grant }) => sentence(grant) },
              {
                key: 'who',
                title: t('roles.who'),
                cell: (one) => (
                  <Badges>
                    {one.roles.length === 0 && <Badge tone="orange">{t('roles.nobody')}</Badge>}
                    {one.roles.map((other) => (
                      <Badge key={other}>{t(`role.${other}`)}</Badge>
                    ))}
                    {one.planned.map(({ role: other, holds, from }) => (
                      <Badge key={`${other} ${from}`} tone="blue">
                        {t(holds ? 'roles.given-from' : 'roles.taken-from', { role: t(`role.${other}`), date: date(from) })}
                      </Badge>
                    ))}
                  </Badges>
                ),
              },
              {
                key: 'also',
                title: t('roles.may-also'),
                cell: ({ mayAlso }) =>
                  mayAlso.length > 0 ? lists.format(mayAlso.map((other) => t(`role.${other}`))) : t('roles.nobody-else'),
              },
              {
                key: 'change',
                title: t('users.acts'),
                cell: (one) =>
                  one.mayGive.length + one.mayTake.length > 0 ? change(one) : <span className="soft">{t('roles.fixed')}</span>,
              },
            ]}
          />
        </Section>
      ))}
      <History decisions={history} sentence={sentence} />
    </>
  );
}

function History({ decisions, sentence }: { readonly decisions: RoleTable['history']; readonly sentence: (grant: string) => string }) {
  const { t } = useTranslation('accounts');
  const { date } = useFormat();
  const { nameOf } = useOffice();
  return (
    <Section title={t('roles.history')}>
      {decisions.length === 0 ? (
        <p>{t('roles.unchanged')}</p>
      ) : (
        <Table
          caption={t('roles.history')}
          rows={decisions}
          keyOf={(one) => String(decisions.length - decisions.indexOf(one))}
          columns={[
            {
              key: 'what',
              title: t('roles.what'),
              main: true,
              cell: ({ grant, role, holds }) =>
                `${t(holds ? 'roles.give' : 'roles.take', { role: t(`role.${role}`) })} — ${sentence(grant)}`,
            },
            { key: 'from', title: t('areas.from'), whole: true, cell: ({ from }) => date(from) },
            { key: 'because', title: t('roles.because'), cell: ({ because }) => because },
            { key: 'on', title: t('roles.on'), whole: true, cell: ({ on }) => date(on) },
            { key: 'by', title: t('roles.by'), cell: ({ by }) => <Name>{nameOf(by)}</Name> },
          ]}
        />
      )}
    </Section>
  );
}
