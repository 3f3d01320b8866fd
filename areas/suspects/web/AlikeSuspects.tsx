import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOffice } from '../../../platform/shell/index.ts';
import { Badge, Entries, Entry, Link, Name } from '../../../platform/ui/index.ts';
import type { AlikeSuspect } from '../contract/index.ts';

/** Suspects who may be the same one, each with what speaks for it; `act` is offered beside those whom the reader may see. */
export function AlikeSuspects({
  rows,
  act,
}: {
  readonly rows: readonly AlikeSuspect[];
  readonly act: (one: AlikeSuspect & { readonly id: string }) => ReactNode;
}) {
  const { t, i18n } = useTranslation(['suspects', 'cases']);
  const { nameOf } = useOffice();
  const list = (texts: readonly string[]) => new Intl.ListFormat(i18n.language).format(texts);
  const told = ({ roles, cases }: AlikeSuspect) =>
    [list(roles.map((role) => t(`suspect-role.${role}`))), t('suspects.in-cases', { count: cases })].filter(Boolean).join(' · ');
  return (
    <Entries of={rows}>
      {(one) => (
        <Entry
          key={one.id ?? `${one.workers.join()} ${told(one)}`}
          title={
            one.id ? (
              <Link to="/suspects/$id" params={{ id: one.id }}>
                <Name>{one.names.join(' · ') || t('suspects.no-name')}</Name>
              </Link>
            ) : (
              t('suspects.not-yours', { workers: list(one.workers.map(nameOf)) || t('case.nobody') })
            )
          }
          marks={
            <>
              <Badge tone={one.why === 'number' ? 'orange' : 'plain'}>{t(`suspects.why-${one.why}`)}</Badge>{' '}
              {one.standing === 'cleared' && <Badge>{t('standing.cleared')}</Badge>}
            </>
          }
          about={told(one)}
          acts={one.id && act({ ...one, id: one.id })}
        />
      )}
    </Entries>
  );
}
