import { useTranslation } from 'react-i18next';
import { Await, RecordHistory, useFormat, useParam, useSession } from '../../../platform/shell/index.ts';
import { Facts, Link, Name, Notice, Page, Section } from '../../../platform/ui/index.ts';
import type { Entry } from '../contract/index.ts';
import { useRead } from './api.ts';
import { fieldOrder } from './registerFields.ts';
import { Value } from './Value.tsx';

/** One row of a register as it stands, and where it came from. */
export default function EntryPage() {
  const { t } = useTranslation('registers');
  const id = useParam('id');
  const { may } = useSession();
  const entry = useRead('/api/registers/entries/{id}', { id });
  return (
    <Page
      title={t('entry.title')}
      lead={t('entry.lead')}
      {...(may('read', 'registers.import') ? { back: { to: '/registers', label: t('entry.back') } } : {})}
    >
      <Await of={entry}>{(found) => <Found entry={found} />}</Await>
    </Page>
  );
}

function Found({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('registers');
  const { may } = useSession();
  const { date, moment, number } = useFormat();
  const origin = useRead('/api/registers/import/{id}', { id: entry.import }, { enabled: may('read', 'registers.import') }).data;
  return (
    <>
      {entry.status === 'gone' && <Notice tone="orange">{t('entry.gone-notice')}</Notice>}
      {entry.doNotCall && <Notice tone="red" title={t('entry.do-not-call')} />}
      <Section title={t('entry.values')}>
        <Facts
          facts={fieldOrder.flatMap((field) => {
            const value = entry.values[field];
            return value ? [[t(`field.${field}`), <Value key={field} field={field} value={value} />] as const] : [];
          })}
        />
      </Section>
      <Section title={t(`register.${entry.register}`)}>
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
            [t('entry.row'), number(entry.row)],
            [t('entry.first-seen'), date(entry.firstSeen)],
            [t('entry.last-changed'), date(entry.lastChanged)],
            [t('entry.status'), t(entry.status === 'present' ? 'entry.present' : 'entry.gone')],
          ]}
        />
      </Section>
      <RecordHistory kind="registers.entry" id={entry.id} />
    </>
  );
}
