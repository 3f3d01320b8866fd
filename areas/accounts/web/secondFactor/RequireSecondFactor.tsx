import city from 'virtual:record/accounts.city';
import { useTranslation } from 'react-i18next';
import { Await, CommandForm } from '../../../../platform/shell/index.ts';
import { Section, useToast } from '../../../../platform/ui/index.ts';
import { useRead } from '../api.ts';

/** Of which roles a code is asked besides the password. */
export function RequireSecondFactor() {
  const { t } = useTranslation('accounts');
  const say = useToast();
  const found = useRead('/api/accounts/city');
  return (
    <Section title={t('factor.require')}>
      <p className="soft">{t('factor.require-lead')}</p>
      <Await of={found}>
        {({ id, secondFactor }) => (
          <CommandForm
            key={secondFactor.join()}
            kind={city}
            id={id}
            name="require-second-factor"
            held={{ roles: secondFactor }}
            fields={[{ name: 'roles', label: t('factor.require-roles'), said: (role) => t(`role.${role}`) }]}
            submit={t('factor.require-submit')}
            onDone={() => say(t('factor.require-done'))}
          />
        )}
      </Await>
    </Section>
  );
}
