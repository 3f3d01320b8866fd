import user from 'virtual:record/accounts.user';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../../platform/contract/index.ts';
import { Await, useActs, useSession } from '../../../../platform/shell/index.ts';
import { Link, Name, Page, Section, Table } from '../../../../platform/ui/index.ts';
import type { inviteUser } from '../../contract/index.ts';
import { call, useRead } from '../api.ts';
import { RequireSecondFactor } from '../secondFactor/RequireSecondFactor.tsx';
import { FirstPassword } from './FirstPassword.tsx';
import { usePlacedFields } from './placedFields.tsx';
import { UserBadges } from './UserBadges.tsx';

/** The people of the office: who may sign in, and as what. */
export default function UsersPage() {
  const { t } = useTranslation('accounts');
  const { may } = useSession();
  const users = useRead('/api/accounts/users');
  const [issued, setIssued] = useState<string>();
  const placed = usePlacedFields();
  const acts = useActs({ next: may('invite', 'accounts.user') ? ['invite'] : [] }, user);
  const invite = acts.button(
    {
      name: 'invite',
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
                {
                  key: 'name',
                  title: t('users.name'),
                  main: true,
                  cell: ({ id, name }) => (
                    <Link to="/accounts/$id" params={{ id }}>
                      <Name>{name}</Name>
                    </Link>
                  ),
                },
                { key: 'roles', title: t('users.roles'), cell: (one) => <UserBadges of={one} /> },
              ]}
            />
          )}
        </Await>
      </Section>
      {may('require-second-factor', 'accounts.city') && <RequireSecondFactor />}
      <FirstPassword password={issued} onDone={() => setIssued(undefined)} />
    </Page>
  );
}
