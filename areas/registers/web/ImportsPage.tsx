import { useTranslation } from 'react-i18next';
import { choices, ListPage, useList } from '../../../platform/shell/list/index.ts';
import type { importList } from '../domain/index.ts';
import { registerNames } from '../domain/names.ts';
import { useImportColumns } from './useImportColumns.tsx';

/** All imports, the newest first; those that run are followed as they go. */
export default function ImportsPage() {
  const { t } = useTranslation('registers');
  return (
    <ListPage<typeof importList>
      of={useList<typeof importList>({
        path: '/api/registers/imports',
        at: '/registers/imports',
        address: { register: 'text', status: 'text' },
      })}
      title={t('history.title')}
      lead={t('history.none-more')}
      back={{ to: '/registers', label: t('wizard.back') }}
      add={{ to: '/registers/import', label: t('home.import'), may: ['start', 'registers.import'] }}
      filters={[
        { label: t('home.register'), options: choices('register', registerNames, (one) => t(`register.${one}`)) },
        {
          label: t('history.status'),
          options: choices('status', ['running', 'finished', 'cancelled', 'failed'], (one) => t(`status.${one}`)),
        },
      ]}
      noneFound={t('history.none-found')}
      empty={[t('history.none'), t('history.none-more')]}
      columns={useImportColumns()}
    />
  );
}
