import { useTranslation } from 'react-i18next';
import { Badge, Badges, Name } from '../../../../platform/ui/index.ts';
import { useOrganisations } from '../../../partners/web/index.ts';
import type { User } from '../../contract/index.ts';
import { useTermWords } from './termWords.ts';

/** What a user is: roles, those for a time with their days, and whether they sign in. */
export function UserBadges({ of }: { readonly of: Omit<User, 'id' | 'name'> }) {
  const { t } = useTranslation('accounts');
  const { nameOf } = useOrganisations();
  const termOf = useTermWords();
  return (
    <Badges>
      {of.roles.map((role) => of.terms.every((term) => term.role !== role) && <Badge key={role}>{t(`role.${role}`)}</Badge>)}
      {of.terms.map((term) => (
        <Badge key={term.role} tone="blue">
          {termOf(term, of.roles)}
        </Badge>
      ))}
      {of.secondFactor && <Badge tone="blue">{t('factor.short')}</Badge>}
      {of.organisation && <Name>{nameOf(of.organisation)}</Name>}
      {!of.active && <Badge tone="orange">{t('users.inactive')}</Badge>}
    </Badges>
  );
}
