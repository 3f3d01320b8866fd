import { useTranslation } from 'react-i18next';
import { useOffice } from '../../../platform/shell/index.ts';
import { Badge, Link, Name } from '../../../platform/ui/index.ts';
import type { Glimpse } from '../contract/index.ts';

/** A case as somebody sees it who may not know whose it is: the way there, or whom to call. */
export function CaseGlimpse({ of }: { readonly of: Glimpse }) {
  const { t } = useTranslation(['suspects', 'cases']);
  const { nameOf } = useOffice();
  if (of.status === 'erased') return <span className="soft">{t('links.erased')}</span>;
  return (
    <>
      {of.readable ? (
        <Link to="/cases/$id" params={{ id: of.case }}>
          <Name>{of.name || t('case.no-name')}</Name>
        </Link>
      ) : (
        <span>{t('links.another-case')}</span>
      )}{' '}
      <Badge>{t(`status.${of.status}`)}</Badge>{' '}
      <span className="small soft">
        {of.readable ? t('case.worker') : t('links.call')}: {of.worker ? <Name>{nameOf(of.worker)}</Name> : t('case.nobody')}
      </span>
    </>
  );
}
