import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../platform/contract/index.ts';
import { useSend } from '../../../platform/shell/index.ts';
import { Notice } from '../../../platform/ui/index.ts';
import { namesIn } from '../../../platform/ui/names/names.ts';
import type { setUp } from '../contract/index.ts';
import { AccessForm, useAccessFields } from './AccessForm.tsx';
import { call, useRead } from './api.ts';
import { SignInFrame } from './SignInFrame.tsx';

const countries = ['NP', 'PK', 'LK', 'MN', 'ID', 'TW', 'KH', 'PH', 'KR'] as const;

type Asked = Input<typeof setUp>;

/** Where the tab keeps what was typed and is no secret. */
const place = 'olle.set-up';
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The first start: the city and its first administrator. The setup code comes behind the hash of the address, which no log sees. */
export function SetUp() {
  const { t, i18n } = useTranslation('accounts');
  const { data } = useRead('/api/session/setup');
  const { userName, newPassword } = useAccessFields();
  // What was typed is there again after a reload; the setup code and the password are typed again.
  const [kept] = useState(() => JSON.parse(sessionStorage.getItem(place) ?? '{}') as Partial<Record<string, string>>);
  const send = useSend(
    async (typed: Asked) => {
      await call('POST', '/api/session/setup', typed);
      sessionStorage.removeItem(place);
      await call('POST', '/api/session', { userName: typed.userName, password: typed.password });
    },
    // In place of this page, so that the setup code stays neither in the address nor behind it.
    () => location.replace('/'),
  );
  if (data && !data.needed)
    return (
      <SignInFrame title={t('set-up.title')}>
        <Notice tone="blue" title={t('problem.already-set-up')}>
          <a href="/">{t('sign-in.title')}</a>
        </Notice>
      </SignInFrame>
    );
  const nameOf = namesIn(i18n.language, 'region');
  return (
    <SignInFrame title={t('set-up.title')} lead={t('set-up.lead')}>
      <AccessForm
        fields={[
          { name: 'token', label: t('set-up.token'), hint: t('set-up.token-hint'), starts: decodeURIComponent(location.hash.slice(1)) },
          { name: 'city', label: t('set-up.city'), starts: kept['city'] },
          {
            name: 'country',
            label: t('set-up.country'),
            hint: t('set-up.country-hint'),
            starts: kept['country'],
            options: [['', '—'], ...countries.map((code) => [code, nameOf(code)] as const)],
          },
          {
            name: 'timeZone',
            label: t('set-up.time-zone'),
            starts: kept['timeZone'] ?? here,
            options: [...new Set([here, ...Intl.supportedValuesOf('timeZone')])].map((zone) => [zone, zone] as const),
          },
          { name: 'name', label: t('set-up.name'), autoComplete: 'name', starts: kept['name'] },
          { ...userName, starts: kept['userName'] },
          { ...newPassword, label: t('sign-in.password') },
        ]}
        send={send}
        submit={t('set-up.submit')}
        onTyped={({ token: _, password: __, ...typed }) => sessionStorage.setItem(place, JSON.stringify(typed))}
      />
    </SignInFrame>
  );
}
