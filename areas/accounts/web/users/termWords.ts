import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../platform/shell/index.ts';
import type { User } from '../../contract/index.ts';

/** How a role that is held for a time is said: until when where it is held now, else from when too; in a sentence for whoever holds it, or short. */
export function useTermWords(toThemselves = false) {
  const { t } = useTranslation('accounts');
  const { date } = useFormat();
  return ({ role, from, until }: User['terms'][number], roles: User['roles']) => {
    const key = roles.includes(role) ? 'until' : until === null ? 'from' : 'between';
    const said = { role: t(`role.${role}`), from: date(from), until: date(until ?? from) };
    return toThemselves ? t(`today.term.${key}`, said) : t(`users.term.${key}`, said);
  };
}
