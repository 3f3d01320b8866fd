import importRecord from 'virtual:record/registers.import';
import { useTranslation } from 'react-i18next';
import { RecordHistory, RecordPage, useFormat, useOffice, useParam, useSession } from '../../../platform/shell/index.ts';
import { Badge, Facts, Name, Notice, Section, Table } from '../../../platform/ui/index.ts';
import type { Import } from '../contract/index.ts';
import { useRead } from './api.ts';
import { ImportProgress, isUnderWay } from './ImportProgress.tsx';
import { Outcome, SetAsideLink } from './Outcome.tsx';
import { UndoSection } from './UndoSection.tsx';
import { importTones } from './useImportColumns.tsx';

/** One import: of which file, how it was read, what came of it, and who did what. */
export default function OneImportPage() {
  const { t } = useTranslation('registers');
  const id = useParam('id');
  return (
    <RecordPage
      of={useRead('/api/registers/import/{id}', { id })}
      record={importRecord}
      head={({ register, fileName, status }) => ({
        title: fileName ? <Name>{fileName}</Name> : t(`register.${register}`),
        windowTitle: t('import.title'),
        back: { to: '/registers/imports', label: t('history.title') },
        marks: (
          <>
            {t(`register.${register}`)} <Badge tone={importTones[status]}>{t(`status.${status}`)}</Badge>
          </>
        ),
      })}
    >
      {(found, acts) => (
        <>
          <Came found={found} />
          <UndoSection found={found} acts={acts} />
          <HowRead found={found} />
          <RecordHistory kind={importRecord.kind} id={id} />
        </>
      )}
    </RecordPage>
  );
}

interface Shown {
  readonly found: Import;
}

function Came({ found }: Shown) {
  const { t } = useTranslation('registers');
  const { moment } = useFormat();
  const { nameOf } = useOffice();
  const { may } = useSession();
  return (
    <Section title={t('history.result')}>
      {isUnderWay(found.status) ? (
        <ImportProgress id={found.id} />
      ) : found.status === 'failed' ? (
        <Notice tone="orange">
          <Outcome of={found} />
        </Notice>
      ) : (
        <Outcome of={found} />
      )}
      <Facts
        facts={[
          [t('import.by'), may('read', 'accounts.user') && nameOf(found.by)],
          [t('import.started'), moment(found.startedAt)],
          [t('import.ended'), found.endedAt && moment(found.endedAt)],
        ]}
      />
      {found.counts.setAside > 0 && may('read-set-aside', 'registers.import') && (
        <div>
          <SetAsideLink id={found.id} />
        </div>
      )}
    </Section>
  );
}

function HowRead({ found }: Shown) {
  const { t } = useTranslation('registers');
  const { number } = useFormat();
  return (
    <Section title={t('import.read')}>
      <Facts
        facts={[
          [t('wizard.whole'), t(found.whole ? 'wizard.whole-yes' : 'wizard.whole-no')],
          [t('wizard.sheet'), found.sheet && <Name>{found.sheet}</Name>],
          [t('wizard.encoding'), found.encoding && t(`encoding.${found.encoding}`)],
        ]}
      />
      <Table
        caption={t('import.read')}
        rows={found.columns}
        keyOf={({ column }) => String(column)}
        columns={[
          {
            key: 'heading',
            title: t('import.column'),
            main: true,
            cell: ({ heading, column }) => (heading ? <Name>{heading}</Name> : t('wizard.column-nameless', { n: number(column + 1) })),
          },
          { key: 'field', title: t('import.means'), cell: ({ field }) => t(`field.${field}`) },
          {
            key: 'dates',
            title: t('import.dates'),
            cell: ({ dateOrder, calendar }) =>
              calendar && [t(`wizard.calendar.${calendar}`), ...(dateOrder ? [t(`wizard.order.${dateOrder}`)] : [])].join(', '),
          },
        ]}
      />
    </Section>
  );
}
