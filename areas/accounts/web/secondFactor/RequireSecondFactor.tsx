import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Role, roles } from '../../../../platform/decider/index.ts';
import { Await, useCommand } from '../../../../platform/shell/index.ts';
import { ChoiceField, Form, Section, useToast } from '../../../../platform/ui/index.ts';
import type { City } from '../../contract/index.ts';
import { useRead } from '../api.ts';

/** Of which roles a code is asked besides the password. */
export function RequireSecondFactor() {
  const { t } = useTranslation('accounts');
  const city = useRead('/api/accounts/city');
  return (
    <Section title={t('factor.require')}>
      <p className="soft">{t('factor.require-lead')}</p>
      <Await of={city}>{(found) => <RoleForm key={found.secondFactor.join()} city={found} />}</Await>
    </Section>
  );
}

function RoleForm({ city }: { readonly city: City }) {
  const { t } = useTranslation('accounts');
  const say = useToast();
  const [chosen, setChosen] = useState<readonly Role[]>(city.secondFactor);
  const command = useCommand('accounts.city', () => say(t('factor.require-done')));
  return (
    <Form
      onSubmit={() => command.mutate({ id: city.id, name: 'require-second-factor', input: { roles: chosen } })}
      submit={t('factor.require-submit')}
      pending={command.isPending}
      refused={command.error ?? undefined}
    >
      <ChoiceField
        several
        label={t('factor.require-roles')}
        value={chosen}
        onChange={(next) => setChosen(next as Role[])}
        options={roles.map((role) => [role, t(`role.${role}`)] as const)}
      />
    </Form>
  );
}
