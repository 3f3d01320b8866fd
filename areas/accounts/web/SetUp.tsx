import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../platform/shell/index.ts';
import { Form, Notice, SelectField, TextField } from '../../../platform/ui/index.ts';
import { call, useRead } from './api.ts';
import { SignInFrame } from './SignInFrame.tsx';

const countries = ['NP', 'PK', 'LK', 'MN', 'ID', 'TW', 'KH', 'PH', 'KR'] as const;

/** The first start: the city and its first administrator. The one-time word comes behind the hash of the address, which no log sees. */
export function SetUp() {
  const { t, i18n } = useTranslation('accounts');
  const { data } = useRead('/api/session/setup');
  const [token, setToken] = useState(decodeURIComponent(location.hash.slice(1)));
  const [city, setCity] = useState('');
  const [country, setCountry] = useState('');
  const [timeZone, setTimeZone] = useState(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [name, setName] = useState('');
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const found = useSend(
    async () => {
      await call('POST', '/api/session/setup', { token, city, country, timeZone, name, userName, password });
      await call('POST', '/api/session', { userName, password });
    },
    // In place of this page, so that the one-time word stays neither in the address nor behind it.
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
  const names = new Intl.DisplayNames(i18n.language, { type: 'region' });
  return (
    <SignInFrame title={t('set-up.title')} lead={t('set-up.lead')}>
      <Form
        onSubmit={() => found.mutate(undefined)}
        submit={t('set-up.submit')}
        pending={found.isPending}
        refused={found.error ?? undefined}
      >
        <TextField label={t('set-up.token')} name="token" hint={t('set-up.token-hint')} value={token} onChange={setToken} required />
        <TextField label={t('set-up.city')} name="city" value={city} onChange={setCity} required />
        <SelectField
          label={t('set-up.country')}
          name="country"
          hint={t('set-up.country-hint')}
          value={country}
          onChange={setCountry}
          options={[['', '—'], ...countries.map((code) => [code, names.of(code) ?? code] as const)]}
          required
        />
        <SelectField
          label={t('set-up.time-zone')}
          name="timeZone"
          value={timeZone}
          onChange={setTimeZone}
          options={[...new Set([timeZone, ...Intl.supportedValuesOf('timeZone')])].map((zone) => [zone, zone] as const)}
        />
        <TextField label={t('set-up.name')} name="name" value={name} onChange={setName} autoComplete="name" required />
        <TextField
          label={t('sign-in.user-name')}
          name="userName"
          value={userName}
          onChange={setUserName}
          autoComplete="username"
          required
        />
        <TextField
          label={t('sign-in.password')}
          name="password"
          hint={t('password.hint')}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          required
        />
      </Form>
    </SignInFrame>
  );
}
