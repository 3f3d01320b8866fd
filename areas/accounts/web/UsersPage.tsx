import user from 'virtual:record/accounts.user';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../platform/contract/index.ts';
import { offeredRoles } from '../../../platform/decider/index.ts';
import { type AskedField, Await, type FieldKind, HistoryEntries, useActs, useSession } from '../../../platform/shell/index.ts';
import { Badge, Badges, Button, Buttons, ChoiceField, Dialog, Name, Notice, Page, Section, Table } from '../../../platform/ui/index.ts';
import { organisationChoice, useOrganisations } from '../../partners/web/index.ts';
import type { inviteUser, User } from '../contract/index.ts';
import { call, useRead } from './api.ts';
import { RequireSecondFactor } from './secondFactor/RequireSecondFactor.tsx';

/** The people of the office: who may sign in, and as what. */
export default function UsersPage() {
  const { t } = useTranslation('accounts');
  const { may } = useSession();
  const users = useRead('/api/accounts/users');
  const { nameOf } = useOrganisations();
  const [issued, setIssued] = useState<string>();
  const placed = usePlacedFields();
  const keeps = may('invite', 'accounts.user');
  const acts = useActs({ id: undefined, next: keeps ? ['invite'] : [] }, user, {
    name: () => t('users.invite'),
    submit: () => t('users.invite'),
  });
  const invite = acts.button(
    {
      name: 'invite',
      held: { roles: ['case-worker'] },
      fields: [
        { name: 'name', kind: 'line', label: t('users.name'), required: true },
        { name: 'userName', kind: 'line', label: t('sign-in.user-name'), hint: t('users.user-name-hint'), required: true },
        ...placed,
      ],
      send: async (input: Input<typeof inviteUser>) => setIssued((await call('POST', '/api/accounts/users', input)).password),
    },
    { primary: true },
  );
  return (
    <Page title={t('users.title')} lead={t('users.lead')} actions={invite}>
      {acts.dialog}
      <Section>
        <Await of={users}>
          {({ users: rows }) => (
            <Table
              caption={t('users.title')}
              rows={[...rows].sort((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name))}
              keyOf={({ id }) => id}
              columns={[
                { key: 'name', title: t('users.name'), main: true, cell: (user) => <Name>{user.name}</Name> },
                {
                  key: 'roles',
                  title: t('users.roles'),
                  cell: (user) => (
                    <Badges>
                      {user.roles.map((role) => (
                        <Badge key={role}>{t(`role.${role}`)}</Badge>
                      ))}
                      {user.secondFactor && <Badge tone="blue">{t('factor.short')}</Badge>}
                      {user.organisation && <Name>{nameOf(user.organisation)}</Name>}
                      {!user.active && <Badge tone="orange">{t('users.inactive')}</Badge>}
                    </Badges>
                  ),
                },
                {
                  key: 'acts',
                  title: t('users.acts'),
                  cell: (one) => keeps && <UserActs of={one} onIssued={setIssued} />,
                },
              ]}
            />
          )}
        </Await>
      </Section>
      {may('require-second-factor', 'accounts.city') && <RequireSecondFactor />}
      <Dialog title={t('users.issued')} isOpen={issued !== undefined} onClose={() => setIssued(undefined)}>
        <p>{t('users.issued-lead')}</p>
        <Notice tone="blue">
          <code dir="ltr">{issued}</code>
        </Notice>
        <Buttons>
          <Button kind="primary" onPress={() => setIssued(undefined)}>
            {t('users.issued-done')}
          </Button>
        </Buttons>
      </Dialog>
    </Page>
  );
}

/** Roles of the office, or a partner: choosing one takes the other away. */
const rolesKind: FieldKind<readonly string[]> = {
  from: (held) => (held ?? []) as readonly string[],
  answer: (chosen) => chosen,
  Control({ words, value, onChange }) {
    const { t } = useTranslation('accounts');
    const choose = (next: readonly string[]) => {
      const partner = next.includes('partner') && !value.includes('partner');
      onChange(partner ? ['partner'] : next.length > 1 ? next.filter((role) => role !== 'partner') : next);
    };
    return (
      <ChoiceField
        {...words}
        several
        value={value}
        onChange={choose}
        options={offeredRoles.map((role) => [role, t(`role.${role}`), t(`role-may.${role}`)] as const)}
      />
    );
  },
};

/** What somebody is: roles of the office, or a partner and of which organisation. */
function usePlacedFields(): readonly AskedField[] {
  const { t } = useTranslation('accounts');
  const { all } = useOrganisations();
  return [
    { name: 'roles', kind: rolesKind, label: t('users.roles'), required: true },
    {
      name: 'organisation',
      kind: organisationChoice,
      label: t('users.organisation'),
      ...(all.some(({ status }) => status === 'active') ? {} : { hint: t('users.no-organisations') }),
      required: true,
      when: ({ roles: chosen }) => (chosen as readonly string[]).includes('partner'),
    },
  ];
}

/** What an administrator does to a colleague's way of signing in. */
function UserActs({ of, onIssued }: { readonly of: User; readonly onIssued: (password: string) => void }) {
  const { t } = useTranslation('accounts');
  const { user: self } = useSession();
  const [historyOpen, setHistoryOpen] = useState(false);
  const { id } = of;
  const next = ['change-roles', 'new-password', of.active ? 'deactivate' : 'reactivate', ...(of.secondFactor ? ['reset-factor'] : [])];
  const name = (act: string) => (act === 'reset-factor' ? t('factor.reset') : t(`users.${act}`));
  const acts = useActs({ id, next: id === self.id ? [] : next }, user, { name, submit: name });
  const about = (means: string) => (
    <>
      <p>
        <Name>{of.name}</Name>
      </p>
      <Notice>{means}</Notice>
    </>
  );
  return (
    <>
      <Buttons>
        {acts.button({
          name: 'change-roles',
          held: of,
          fields: usePlacedFields(),
          about: about(t('users.sessions-end')),
          done: t('users.done.change-roles'),
        })}
        {acts.button({
          name: 'new-password',
          fields: [],
          about: about(t('users.sessions-end')),
          send: async () => onIssued((await call('POST', '/api/accounts/users/{id}/password', { id })).password),
        })}
        {acts.button({
          name: 'reset-factor',
          fields: [],
          about: about(t('factor.reset-lead')),
          send: () => call('POST', '/api/accounts/users/{id}/second-factor/reset', { id }),
        })}
        {acts.button({ name: 'deactivate', fields: [], atOnce: true, done: t('users.done.deactivate') })}
        {acts.button({ name: 'reactivate', fields: [], atOnce: true, done: t('users.done.reactivate') })}
        <Button label={`${t('shell:history.title')}: ${of.name}`} onPress={() => setHistoryOpen(true)}>
          {t('shell:history.title')}
        </Button>
      </Buttons>
      {acts.dialog}
      <Dialog title={t('shell:history.title')} isOpen={historyOpen} onClose={() => setHistoryOpen(false)}>
        <HistoryEntries kind={user.kind} id={id} />
      </Dialog>
    </>
  );
}
