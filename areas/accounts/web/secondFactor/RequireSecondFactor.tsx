import city from 'virtual:record/accounts.city';
import { useTranslation } from 'react-i18next';
import { ActForm, Await } from '../../../../platform/shell/index.ts';
import { Section } from '../../../../platform/ui/index.ts';
import { useRead } from '../api.ts';

/** Of which roles a code is asked besides the password. */
export function RequireSecondFactor() {
  const { t } = useTranslation('accounts');
  return (
    <Section title={t('factor.require')}>
      <p className="soft">{t('factor.require-lead')}</p>
      <Await of={useRead('/api/accounts/city')}>
        {(held) => (
          <ActForm
            of={held}
            record={city}
            name="require-second-factor"
            held={{ roles: held.secondFactor }}
            fields={[{ name: 'roles', label: t('factor.require-roles'), said: (role) => t(`role.${role}`) }]}
          />
        )}
      </Await>
    </Section>
  );
}
