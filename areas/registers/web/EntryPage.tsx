import record from 'virtual:record/registers.entry';
import { useTranslation } from 'react-i18next';
import { RecordHistory, RecordPage, useFormat, useParam, useSession } from '../../../platform/shell/index.ts';
import { Facts, Link, LinkButton, Name, Notice, Section } from '../../../platform/ui/index.ts';
import type { Entry } from '../contract/index.ts';
import { useRead } from './api.ts';
import { fieldOrder } from './registerFields.ts';
import { Value } from './Value.tsx';

/** One row of a register as it stands, and where it came from. */
export default function EntryPage() {
  const { t } = useTranslation('registers');
  const { may } = useSession();
  return (
    <RecordPage
      of={useRead('/api/registers/entry/{id}', { id: useParam('id') })}
      record={record}
      head={() => ({
        title: t('entry.title'),
        windowTitle: t('entry.title'),
        back: may('read', 'registers.import') ? { to: '/registers', label: t('entry.back') } : undefined,
        marks: t('entry.lead'),
      })}
    >
      {(entry) => (
        <>
          {entry.status === 'undone' && <Notice tone="orange">{t('undo.entry')}</Notice>}
          {entry.status === 'gone' && <Notice tone="orange">{t('entry.gone-notice')}</Notice>}
          {entry.doNotCall && <Notice tone="red" title={t('entry.do-not-call')} />}
          <Section title={t('entry.values')}>
            <Facts
              facts={fieldOrder.flatMap((field) => {
                const value = entry.values[field];
                return value ? [[t(`field.${field}`), <Value key={field} field={field} value={value} />] as const] : [];
              })}
            />
            <Unread of={entry.unread ?? {}} />
          </Section>
          <Section title={t(`register.${entry.register}`)}>
            <Origin of={entry} />
          </Section>
          <RecordHistory kind={record.kind} id={entry.id} />
        </>
      )}
    </RecordPage>
  );
}

/** Cells of the row that could not be read, as they are written. */
function Unread({ of }: { readonly of: NonNullable<Entry['unread']> }) {
  const { t } = useTranslation('registers');
  const { may } = useSession();
  const fields = fieldOrder.filter((field) => of[field] !== undefined);
  if (fields.length === 0) return null;
  return (
    <Notice tone="orange" title={t('entry.unread')}>
      <Facts facts={fields.map((field) => [t(`field.${field}`), <Name key={field}>{of[field]}</Name>] as const)} />
      {may('mend', 'registers.entry') && <LinkButton to="/registers/unread">{t('words.look')}</LinkButton>}
    </Notice>
  );
}

function Origin({ of: { importId, row, firstSeen, lastChanged, status } }: { readonly of: Entry }) {
  const { t } = useTranslation('registers');
  const { may } = useSession();
  const { date, moment, number } = useFormat();
  const origin = useRead('/api/registers/import/{id}', { id: importId }, { enabled: may('read', 'registers.import') }).data;
  return (
    <Facts
      facts={[
        [
          t('entry.file'),
          origin && (
            <>
              <Link to={`/registers/imports/${origin.id}`}>
                <Name>{origin.fileName || t('import.title')}</Name>
              </Link>{' '}
              <span className="soft small">{moment(origin.startedAt)}</span>
            </>
          ),
        ],
        [t('entry.row'), number(row)],
        [t('entry.first-seen'), date(firstSeen)],
        [t('entry.last-changed'), date(lastChanged)],
        [t('entry.status'), t(status === 'present' ? 'entry.present' : status === 'undone' ? 'undo.never' : 'entry.gone')],
      ]}
    />
  );
}
