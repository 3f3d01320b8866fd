import user from 'virtual:record/accounts.user';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordHistory, RecordPage, useFormat, useParam } from '../../../../platform/shell/index.ts';
import { Facts, Name, Notice, Section } from '../../../../platform/ui/index.ts';
import { call, useRead } from '../api.ts';
import { FirstPassword } from './FirstPassword.tsx';
import { usePlacedFields } from './placedFields.tsx';
import { useTermWords } from './termWords.ts';
import { UserBadges } from './UserBadges.tsx';

/** A colleague as somebody who signs in: their roles, today and on coming days, and what an administrator does to their account. */
export default function UserPage() {
  const { t } = useTranslation('accounts');
  const { today } = useFormat();
  const id = useParam('id');
  const [issued, setIssued] = useState<string>();
  const placed = usePlacedFields();
  const termOf = useTermWords();
  const role = { name: 'role', label: t('users.role'), said: (one: string) => t(`role.${one}`), required: true };
  const sessionsEnd = <Notice>{t('users.sessions-end')}</Notice>;
  return (
    <RecordPage
      of={useRead('/api/accounts/user/{id}', { id })}
      record={user}
      head={(found) => ({
        title: <Name>{found.name}</Name>,
        windowTitle: t('users.user'),
        back: { to: '/accounts', label: t('nav') },
        marks: <UserBadges of={found} />,
        acts: [
          {
            name: 'give-role-for-a-time',
            about: sessionsEnd,
            fields: [
              role,
              { name: 'from', label: t('users.from'), hint: t('users.from-hint'), min: today },
              { name: 'until', label: t('users.until'), hint: t('users.until-hint'), min: today, beside: true },
            ],
          },
          {
            name: 'change-roles',
            held: { ...found, roles: found.roles.filter((one) => !found.terms.some((term) => term.role === one)) },
            fields: placed,
            about: sessionsEnd,
          },
          {
            name: 'end-role-term',
            about: sessionsEnd,
            fields: [{ ...role, kind: 'one', options: found.terms.map((term) => [term.role, termOf(term, found.roles)]) }],
          },
          { name: 'rename', held: found, fields: [{ name: 'name', label: t('users.name') }] },
          {
            name: 'renew-password',
            fields: [],
            about: sessionsEnd,
            send: async () => setIssued((await call('POST', '/api/accounts/users/{id}/password', { id })).password),
          },
          {
            name: 'reset-second-factor',
            fields: [],
            about: <Notice>{t('factor.reset-lead')}</Notice>,
            send: () => call('POST', '/api/accounts/users/{id}/second-factor/reset', { id }),
          },
          { name: 'deactivate', fields: [], atOnce: true, done: t('users.done.deactivate') },
          { name: 'reactivate', fields: [], atOnce: true, done: t('users.done.reactivate') },
        ],
      })}
    >
      {({ roles }) => (
        <>
          <Section title={t('roles.may')}>
            <Facts facts={roles.map((one) => [t(`role.${one}`), t(`role-may.${one}`)])} layout="one" />
          </Section>
          <RecordHistory kind={user.kind} id={id} />
          <FirstPassword password={issued} onDone={() => setIssued(undefined)} />
        </>
      )}
    </RecordPage>
  );
}
