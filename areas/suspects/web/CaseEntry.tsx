import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOffice } from '../../../platform/shell/index.ts';
import { Badge, Entry, Link, Name } from '../../../platform/ui/index.ts';
import type { Glimpse } from '../contract/index.ts';

/** A case in a list, as somebody sees it who may not know whose it is: the way there, or whom to call. */
export function CaseEntry({
  of,
  marks,
  about,
  ...entry
}: { readonly of: Glimpse; readonly about?: ReactNode } & Omit<ComponentProps<typeof Entry>, 'title' | 'about'>) {
  const { t } = useTranslation(['suspects', 'cases']);
  const { nameOf } = useOffice();
  if (of.status === 'erased') return <Entry {...entry} title={t('links.erased')} marks={marks} about={about} />;
  const title = of.readable ? (
    <Link to="/cases/$id" params={{ id: of.case }}>
      <Name>{of.name || t('case.no-name')}</Name>
    </Link>
  ) : (
    t('links.another-case')
  );
  return (
    <Entry
      {...entry}
      title={title}
      marks={
        <>
          <Badge>{t(`status.${of.status}`)}</Badge> {marks}
        </>
      }
      about={
        <>
          {of.readable ? t('case.worker') : t('links.call')}: {of.worker ? <Name>{nameOf(of.worker)}</Name> : t('case.nobody')}
          {about && <> · {about}</>}
        </>
      }
    />
  );
}
