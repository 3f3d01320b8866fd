import { useTranslation } from 'react-i18next';
import { offeredRoles } from '../../../../platform/decider/index.ts';
import type { AskedField, FieldKind } from '../../../../platform/shell/index.ts';
import { ChoiceField } from '../../../../platform/ui/index.ts';
import { organisationChoice, useOrganisations } from '../../../partners/web/index.ts';

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
export function usePlacedFields(): readonly AskedField[] {
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
