import { useTranslation } from 'react-i18next';
import { Await, useFormat, useSession } from '../../../../platform/shell/index.ts';
import { Link, Name, Stack } from '../../../../platform/ui/index.ts';
import { useRead } from '../api.ts';

/** Who is not in a file, and what would have to be asked first. */
export function LeftOut({ id, to }: { readonly id: string; readonly to: string }) {
  const { t } = useTranslation(['papers', 'cases']);
  const { number } = useFormat();
  const { may } = useSession();
  const found = useRead('/api/papers/exports/{id}/left-out', { id });
  return (
    <Await of={found}>
      {({ total, rows }) => (
        <Stack>
          <p>{t('export.left-out-why', { to })}</p>
          <ul>
            {rows.map((one) => {
              const name = <Name>{one.name || t('case.no-name')}</Name>;
              return (
                <li key={one.id}>
                  {may('read', 'cases.case') ? (
                    <Link to="/cases/$id/safety" params={{ id: one.id }}>
                      {name}
                    </Link>
                  ) : (
                    name
                  )}
                </li>
              );
            })}
          </ul>
          {total > rows.length && <p>{t('export.left-out-more', { count: total - rows.length, n: number(total - rows.length) })}</p>}
        </Stack>
      )}
    </Await>
  );
}
