import record from 'virtual:record/protection.retention-hold';
import { useTranslation } from 'react-i18next';
import { RecordHistory, RecordPage, useFormat, useOffice, useParam } from '../../../platform/shell/index.ts';
import { Facts, Name, Prose, Section } from '../../../platform/ui/index.ts';
import { useRead } from './api.ts';
import { HoldStatus } from './HoldStatus.tsx';

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
        marks: <HoldStatus status={status} />,
        acts: [{ name: 'lift', fields: [{ name: 'because', label: t('because') }] }],
      })}
    >
      {({ id, because, placedBy, placedOn, ...hold }) => (
        <>
          <Section title={t('retention-hold.window')}>
            <p className="soft">{t('retention-hold.lead')}</p>
            <Facts
              facts={[
                [t('because'), <Prose key="because">{because}</Prose>],
                [t('retention-hold.placed-by'), <Name key="by">{nameOf(placedBy)}</Name>],
                [t('retention-hold.placed-on'), date(placedOn)],
                [t('retention-hold.lifted-by'), hold.liftedBy && <Name>{nameOf(hold.liftedBy)}</Name>],
                [t('retention-hold.lifted-on'), hold.liftedOn && date(hold.liftedOn)],
                [t('retention-hold.lifted-because'), hold.liftedBecause && <Prose>{hold.liftedBecause}</Prose>],
              ]}
            />
          </Section>
          <RecordHistory kind={record.kind} id={id} />
        </>
      )}
    </RecordPage>
  );
}
