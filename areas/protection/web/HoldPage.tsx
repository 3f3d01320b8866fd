import record from 'virtual:record/protection.retention-hold';
import { useTranslation } from 'react-i18next';
import { RecordHistory, RecordPage, useFormat, useOffice, useParam } from '../../../platform/shell/index.ts';
import { Badge, Facts, Name, Prose, Section } from '../../../platform/ui/index.ts';
import { useRead } from './api.ts';

/** A hold: whose records it keeps from being erased, why, and what became of it. */
export default function HoldPage() {
  const { t } = useTranslation('protection');
  const { date } = useFormat();
  const { nameOf } = useOffice();
  const name = (act: string) => t(`retention-hold.${act}`);
  return (
    <RecordPage
      of={useRead('/api/protection/retention-hold/{id}', { id: useParam('id') })}
      record={record}
      words={{ name, submit: name }}
      head={({ name: person, person: id, status }) => ({
        title: <Name>{person || t('no-name')}</Name>,
        windowTitle: t('retention-hold.window'),
        back: { to: `/protection/person/${id}`, label: t('person.window') },
        marks: <Badge tone={status === 'placed' ? 'orange' : 'plain'}>{t(`retention-hold.status.${status}`)}</Badge>,
        acts: [{ name: 'lift', fields: [{ name: 'because', label: t('because') }] }],
      })}
    >
      {({ id, because, placedBy, placedOn, lifted }) => (
        <>
          <Section title={t('retention-hold.window')}>
            <p className="soft">{t('retention-hold.lead')}</p>
            <Facts
              facts={[
                [t('because'), <Prose key="because">{because}</Prose>],
                [t('retention-hold.placed-by'), <Name key="by">{nameOf(placedBy)}</Name>],
                [t('retention-hold.placed-on'), date(placedOn)],
                [t('retention-hold.lifted-by'), lifted && <Name>{nameOf(lifted.by)}</Name>],
                [t('retention-hold.lifted-on'), lifted && date(lifted.on)],
                [t('retention-hold.lifted-because'), lifted && <Prose>{lifted.because}</Prose>],
              ]}
            />
          </Section>
          <RecordHistory kind={record.kind} id={id} />
        </>
      )}
    </RecordPage>
  );
}
