import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, useFormat, useOffice, useSession } from '../../../platform/shell/index.ts';
import { Badge, Button, Buttons, Empty, Name, Section, Table } from '../../../platform/ui/index.ts';
import type { ImportRow } from '../contract/index.ts';
import { useRead } from './api.ts';
import { FailedBecause } from './FailedBecause.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { Outcome } from './Outcome.tsx';
import { SetAsideLink } from './SetAsideLink.tsx';

const tones = { running: 'blue', finished: 'plain', cancelled: 'plain', failed: 'orange' } as const;

/** All imports, the newest first; those that run are followed as they go. */
export function History() {
  const { t } = useTranslation('registers');
  const { moment } = useFormat();
  const { nameOf } = useOffice();
  const { may } = useSession();
  const knowsWho = may('read', 'accounts.user');
  const mends = may('read-set-aside', 'registers.import');
  const [before, setBefore] = useState<string[]>([]);
  const last = before.at(-1);
  const imports = useRead(
    '/api/registers/imports',
    { after: last },
    {
      every: (data) => (data?.rows.some(({ status }) => status === 'running') ? 1500 : false),
    },
  );
  const result = (row: ImportRow) => {
    if (row.status === 'running') return <ImportProgress row={row} />;
    return row.status === 'failed' ? <FailedBecause reason={row.reason} /> : <Outcome counts={row.counts} />;
  };
  return (
    <Section title={t('history.title')}>
      <Await of={imports}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <Empty title={t('history.none')}>{t('history.none-more')}</Empty>
          ) : (
            <>
              <Table
                caption={t('history.title')}
                rows={rows}
                keyOf={({ id }) => id}
                columns={[
                  {
                    key: 'file',
                    title: t('history.file'),
                    main: true,
                    cell: (row) => (
                      <>
                        {t(`register.${row.register}`)}
                        {row.fileName && (
                          <div className="soft small register-file">
                            <Name>{row.fileName}</Name>
                          </div>
                        )}
                      </>
                    ),
                  },
                  {
                    key: 'when',
                    title: t(knowsWho ? 'history.when' : 'history.at'),
                    cell: (row) => (knowsWho ? t('history.by', { at: moment(row.startedAt), who: nameOf(row.by) }) : moment(row.startedAt)),
                  },
                  {
                    key: 'status',
                    title: t('history.status'),
                    cell: (row) => <Badge tone={tones[row.status]}>{t(`status.${row.status}`)}</Badge>,
                  },
                  { key: 'result', title: t('history.result'), cell: result },
                  ...(mends
                    ? [
                        {
                          key: 'acts',
                          title: t('history.acts'),
                          cell: (row: ImportRow) => (row.counts.setAside > 0 ? <SetAsideLink id={row.id} /> : null),
                        },
                      ]
                    : []),
                ]}
              />
              {(before.length > 0 || next) && (
                <Buttons>
                  {before.length > 0 && <Button onPress={() => setBefore(before.slice(0, -1))}>{t('history.newer')}</Button>}
                  {next && <Button onPress={() => setBefore([...before, next])}>{t('history.older')}</Button>}
                </Buttons>
              )}
            </>
          )
        }
      </Await>
    </Section>
  );
}
