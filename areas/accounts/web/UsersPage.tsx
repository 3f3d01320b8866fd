import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Role, roles } from '../../../platform/decider/index.ts';
import { Await, useCommand, useSend, useSession } from '../../../platform/shell/index.ts';
import {
  Badge,
  Badges,
  Button,
  Buttons,
  ChoiceField,
  Dialog,
  Form,
  Name,
  Notice,
  Page,
  Section,
  SelectField,
  Table,
  TextField,
  useToast,
} from '../../../platform/ui/index.ts';
import type { User } from '../contract/index.ts';
import { call, useRead } from './api.ts';
import { RequireSecondFactor } from './secondFactor/RequireSecondFactor.tsx';

type Open = { what: 'invite' } | { what: 'roles'; user: User } | { what: 'password'; user: User } | { what: 'factor'; user: User };

/** The people of the office: who may sign in, and as what. */
export default function UsersPage() {
  const { t } = useTranslation('accounts');
  const { user: self, may } = useSession();
  const say = useToast();
  const users = useRead('/api/accounts/users');
  const organisations = useOrganisations();
  const [open, setOpen] = useState<Open>();
  const [issued, setIssued] = useState<string>();
  const command = useCommand('accounts.user', ({ name }) => {
    setOpen(undefined);
    say(t(`users.done.${name}`));
  });
  const close = () => {
    setOpen(undefined);
    command.reset();
  };
  const keeps = may('invite', 'accounts.user');
  return (
    <Page
      title={t('users.title')}
      lead={t('users.lead')}
      actions={
        keeps && (
          <Button kind="primary" onPress={() => setOpen({ what: 'invite' })}>
            {t('users.invite')}
          </Button>
        )
      }
    >
      {command.error && !open && <Notice tone="red">{command.error.sentence}</Notice>}
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
                      {user.organisation && <Name>{organisations.find(({ id }) => id === user.organisation)?.name}</Name>}
                      {!user.active && <Badge tone="orange">{t('users.inactive')}</Badge>}
                    </Badges>
                  ),
                },
                {
                  key: 'acts',
                  title: t('users.acts'),
                  cell: (user) =>
                    keeps && user.id !== self.id ? (
                      <Buttons>
                        <Button onPress={() => setOpen({ what: 'roles', user })}>{t('users.change-roles')}</Button>
                        <Button onPress={() => setOpen({ what: 'password', user })}>{t('users.new-password')}</Button>
                        {user.secondFactor && <Button onPress={() => setOpen({ what: 'factor', user })}>{t('factor.reset')}</Button>}
                        <Button onPress={() => command.mutate({ id: user.id, name: user.active ? 'deactivate' : 'reactivate', input: {} })}>
                          {t(user.active ? 'users.deactivate' : 'users.reactivate')}
                        </Button>
                      </Buttons>
                    ) : null,
                },
              ]}
            />
          )}
        </Await>
      </Section>
      {may('require-second-factor', 'accounts.city') && <RequireSecondFactor />}
      <Dialog title={t('users.invite')} isOpen={open?.what === 'invite'} onClose={close}>
        <Invite onDone={setIssued} onClose={close} />
      </Dialog>
      <Dialog title={t('users.change-roles')} isOpen={open?.what === 'roles'} onClose={close}>
        {open?.what === 'roles' && (
          <ChangeRoles
            user={open.user}
            pending={command.isPending}
            refused={command.error ?? undefined}
            onSubmit={(input) => command.mutate({ id: open.user.id, name: 'change-roles', input })}
            onClose={close}
          />
        )}
      </Dialog>
      <Dialog title={t('users.new-password')} isOpen={open?.what === 'password'} onClose={close}>
        {open?.what === 'password' && (
          <Sure
            user={open.user}
            send={(id) => call('POST', '/api/accounts/users/{id}/password', { id })}
            submit={t('users.new-password')}
            means={t('users.sessions-end')}
            onDone={({ password }) => setIssued(password)}
            onClose={close}
          />
        )}
      </Dialog>
      <Dialog title={t('factor.reset')} isOpen={open?.what === 'factor'} onClose={close}>
        {open?.what === 'factor' && (
          <Sure
            user={open.user}
            send={(id) => call('POST', '/api/accounts/users/{id}/second-factor/reset', { id })}
            submit={t('factor.reset')}
            means={t('factor.reset-lead')}
            onClose={close}
          />
        )}
      </Dialog>
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

/** The partner organisations the city works with: whose user a partner can be. */
function useOrganisations() {
  const { may } = useSession();
  const { data } = useRead(
    '/api/partners/names',
    {},
    {
      enabled: may('read', 'partners.organisation'),
    },
  );
  return data?.organisations ?? [];
}

/** What somebody is: roles of the office, or a partner and of which organisation. */
interface Placed {
  readonly roles: readonly Role[];
  readonly organisation?: string;
}
const placed = (roles: readonly Role[], organisation: string): Placed => ({
  roles,
  ...(roles.includes('partner') && organisation ? { organisation } : {}),
});

function RoleChoice({ value, onChange }: { readonly value: Placed; readonly onChange: (value: Placed) => void }) {
  const { t } = useTranslation('accounts');
  const organisations = useOrganisations().filter(({ status }) => status === 'active');
  const { roles: chosen, organisation = '' } = value;
  return (
    <>
      <ChoiceField
        several
        label={t('users.roles')}
        value={chosen}
        onChange={(next) => {
          // A partner holds no role of the office: choosing one takes the other away.
          const partner = next.includes('partner') && !chosen.includes('partner');
          onChange(
            placed((partner ? ['partner'] : next.length > 1 ? next.filter((role) => role !== 'partner') : next) as Role[], organisation),
          );
        }}
        options={roles.map((role) => [role, t(`role.${role}`), t(`role-may.${role}`)] as const)}
      />
      {chosen.includes('partner') &&
        (organisations.length === 0 ? (
          <Notice tone="orange">{t('users.no-organisations')}</Notice>
        ) : (
          <SelectField
            label={t('users.organisation')}
            name="organisation"
            value={organisation}
            onChange={(id) => onChange(placed(chosen, id))}
            options={[['', t('users.choose-organisation')], ...organisations.map(({ id, name }) => [id, name] as const)]}
            required
          />
        ))}
    </>
  );
}

function Invite({ onDone, onClose }: { readonly onDone: (password: string) => void; readonly onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const [name, setName] = useState('');
  const [userName, setUserName] = useState('');
  const [chosen, setChosen] = useState<Placed>({ roles: ['case-worker'] });
  const send = useSend(
    () => call('POST', '/api/accounts/users', { name, userName, ...chosen }),
    ({ password }) => {
      onClose();
      onDone(password);
    },
  );
  return (
    <Form
      onSubmit={() => send.mutate(undefined)}
      submit={t('users.invite')}
      pending={send.isPending}
      refused={send.error ?? undefined}
      onCancel={onClose}
    >
      <TextField label={t('users.name')} name="name" value={name} onChange={setName} required />
      <TextField
        label={t('sign-in.user-name')}
        name="userName"
        hint={t('users.user-name-hint')}
        value={userName}
        onChange={setUserName}
        required
      />
      <RoleChoice value={chosen} onChange={setChosen} />
    </Form>
  );
}

function ChangeRoles({
  user,
  pending,
  refused,
  onSubmit,
  onClose,
}: {
  readonly user: User;
  readonly pending: boolean;
  readonly refused: Parameters<typeof Form>[0]['refused'];
  readonly onSubmit: (placed: Placed) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('accounts');
  const [chosen, setChosen] = useState(placed(user.roles, user.organisation ?? ''));
  return (
    <Form onSubmit={() => onSubmit(chosen)} submit={t('users.change-roles')} pending={pending} refused={refused} onCancel={onClose}>
      <p>
        <Name>{user.name}</Name>
      </p>
      <RoleChoice value={chosen} onChange={setChosen} />
      <Notice>{t('users.sessions-end')}</Notice>
    </Form>
  );
}

/** Asks once more before something is done to a user's way of signing in. */
function Sure<T>({
  user,
  send,
  submit,
  means,
  onDone,
  onClose,
}: {
  readonly user: User;
  readonly send: (id: string) => Promise<T>;
  readonly submit: string;
  readonly means: string;
  readonly onDone?: (answer: T) => void;
  readonly onClose: () => void;
}) {
  const sure = useSend(
    () => send(user.id),
    (answer) => {
      onClose();
      onDone?.(answer);
    },
  );
  return (
    <Form
      onSubmit={() => sure.mutate(undefined)}
      submit={submit}
      pending={sure.isPending}
      refused={sure.error ?? undefined}
      onCancel={onClose}
    >
      <p>
        <Name>{user.name}</Name>
      </p>
      <Notice>{means}</Notice>
    </Form>
  );
}
