import { useTranslation } from 'react-i18next';
import { useFormat, useOffice, useSession } from '../../../platform/shell/index.ts';
import { Badge, type Column, Name, nameColumn } from '../../../platform/ui/index.ts';
import type { ImportRow } from '../contract/index.ts';
import { ImportProgress, isUnderWay } from './ImportProgress.tsx';
import { Outcome, SetAsideLink } from './Outcome.tsx';
import './registers.css';

export const importTones = {
  running: 'blue',
  stopping: 'blue',
  undoing: 'blue',
  finished: 'plain',
  cancelled: 'plain',
  undone: 'plain',
  failed: 'orange',
} as const;

/** How a table shows imports: of which file, when and by whom, how it goes, what came of it. */
export function useImportColumns(): readonly Column<ImportRow>[] {
  const { t } = useTranslation('registers');
  const { moment } = useFormat();
  const { nameOf } = useOffice();
  const { may } = useSession();
  const knowsWho = may('read', 'accounts.user');
  return [
    nameColumn<ImportRow>({
      title: t('history.file'),
      to: '/registers/imports/$id',
      name: ({ register }) => t(`register.${register}`),
      below: ({ fileName }) =>
        fileName && (
          <div className="soft small register-file">
            <Name>{fileName}</Name>
          </div>
        ),
    }),
    {
      key: 'when',
      title: t(knowsWho ? 'history.when' : 'history.at'),
      cell: ({ startedAt, by }) => (knowsWho ? t('history.by', { at: moment(startedAt), who: nameOf(by) }) : moment(startedAt)),
    },
    {
      key: 'status',
      title: t('history.status'),
      cell: ({ status }) => <Badge tone={importTones[status]}>{t(`status.${status}`)}</Badge>,
    },
    {
      key: 'result',
      title: t('history.result'),
      cell: (row) => (isUnderWay(row.status) ? <ImportProgress id={row.id} /> : <Outcome of={row} />),
    },
    ...(may('read-set-aside', 'registers.import')
      ? [
          {
            key: 'acts',
            title: t('history.acts'),
            cell: ({ id, counts }: ImportRow) => (counts.setAside > 0 ? <SetAsideLink id={id} /> : null),
          },
        ]
      : []),
  ];
}
