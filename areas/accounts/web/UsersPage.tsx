import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roles } from '../../../platform/decider/index.ts';
import { Await, request, useCommand, useRead, useSend, useSession } from '../../../platform/shell/index.ts';
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
  Table,
  TextField,
  useToast,
} from '../../../platform/ui/index.ts';
import { RequireSecondFactor } from './RequireSecondFactor.tsx';

interface User {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly active: boolean;
  readonly secondFactor: boolean;
}
type Open = { what: 'invite' } | { what: 'roles'; user: User } | { what: 'password'; user: User } | { what: 'factor'; user: User };

/** The people of the office: who may sign in, and as what. */
export default function UsersPage() {
  const { t } = useTranslation('accounts');
  const { user: self, may } = useSession();
  const say = useToast();
  const users = useRead<{ users: User[] }>('/api/accounts/users');
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
                        <Button
                          kind={user.active ? 'danger' : 'plain'}
                          onPress={() => command.mutate({ id: user.id, name: user.active ? 'deactivate' : 'reactivate', input: {} })}
                        >
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
            onSubmit={(chosen) => command.mutate({ id: open.user.id, name: 'change-roles', input: { roles: chosen } })}
            onClose={close}
          />
        )}
      </Dialog>
      <Dialog title={t('users.new-password')} isOpen={open?.what === 'password'} onClose={close}>
        {open?.what === 'password' && <NewPassword user={open.user} onDone={setIssued} onClose={close} />}
      </Dialog>
      <Dialog title={t('factor.reset')} isOpen={open?.what === 'factor'} onClose={close}>
        {open?.what === 'factor' && <ResetFactor user={open.user} onClose={close} />}
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

function RoleChoice({ value, onChange }: { readonly value: readonly string[]; readonly onChange: (roles: string[]) => void }) {
  const { t } = useTranslation('accounts');
  return (
    <ChoiceField
      several
      label={t('users.roles')}
      value={value}
      onChange={onChange}
      options={roles.map((role) => [role, t(`role.${role}`), t(`role-may.${role}`)] as const)}
    />
  );
}

function Invite({ onDone, onClose }: { readonly onDone: (password: string) => void; readonly onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const [name, setName] = useState('');
  const [userName, setUserName] = useState('');
  const [chosen, setChosen] = useState<string[]>(['case-worker']);
  const send = useSend(
    () => request<{ password: string }>('POST', '/api/accounts/users', { name, userName, roles: chosen }),
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
  readonly onSubmit: (roles: string[]) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('accounts');
  const [chosen, setChosen] = useState([...user.roles]);
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

function NewPassword({
  user,
  onDone,
  onClose,
}: {
  readonly user: User;
  readonly onDone: (password: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('accounts');
  const send = useSend(
    () => request<{ password: string }>('POST', `/api/accounts/users/${user.id}/password`),
    ({ password }) => {
      onClose();
      onDone(password);
    },
  );
  return (
    <Form
      onSubmit={() => send.mutate(undefined)}
      submit={t('users.new-password')}
      pending={send.isPending}
      refused={send.error ?? undefined}
      onCancel={onClose}
    >
      <p>
        <Name>{user.name}</Name>
      </p>
      <Notice>{t('users.sessions-end')}</Notice>
    </Form>
  );
}

function ResetFactor({ user, onClose }: { readonly user: User; readonly onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const send = useSend(() => request('POST', `/api/accounts/users/${user.id}/second-factor/reset`, {}), onClose);
  return (
    <Form
      onSubmit={() => send.mutate(undefined)}
      submit={t('factor.reset')}
      pending={send.isPending}
      refused={send.error ?? undefined}
      onCancel={onClose}
    >
      <p>
        <Name>{user.name}</Name>
      </p>
      <Notice>{t('factor.reset-lead')}</Notice>
    </Form>
  );
}
