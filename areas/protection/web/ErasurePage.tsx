import record from 'virtual:record/protection.erasure';
import { useTranslation } from 'react-i18next';
import {
  type Act,
  type RecordActs,
  RecordHistory,
  RecordPage,
  useFormat,
  useOffice,
  useParam,
  useSession,
} from '../../../platform/shell/index.ts';
import { Buttons, Facts, Name, Notice, Prose, Section } from '../../../platform/ui/index.ts';
import type { Erasure } from '../contract/index.ts';
import { call, useRead } from './api.ts';
import { HeldTable, InTheWay } from './HeldTable.tsx';

/** An erasure: what one asked for, and the yes or no of another. */
export default function ErasurePage() {
  const { t } = useTranslation('protection');
  const { date, number } = useFormat();
  const { nameOf } = useOffice();
  const name = (act: string) => t(`erasure.${act}`);
  return (
    <RecordPage
      of={useRead('/api/protection/erasure/{id}', { id: useParam('id') })}
      record={record}
      words={{ name, submit: name }}
      head={(found) => ({
        title: found.name ? <Name>{found.name}</Name> : t('erased-person'),
        windowTitle: t('erasure.window'),
        back: { to: '/protection', label: t('erasure.back') },
        marks: t(`status-says.${found.status}`),
      })}
    >
      {(found, acts) => (
        <>
          <Section>
            <Facts
              facts={[
                [t('erase.ground'), t(`ground.${found.ground}`)],
                [t('because'), found.because && <Prose>{found.because}</Prose>],
                [t('erasure.asked-by'), found.askedBy && <Name>{nameOf(found.askedBy)}</Name>],
                [t('erasure.asked-on'), found.askedOn && date(found.askedOn)],
                [t('erasure.settled-by'), found.settledBy && <Name>{nameOf(found.settledBy)}</Name>],
                [t('erasure.settled-on'), found.settledOn && date(found.settledOn)],
                [t('erasure.declined-because'), found.declinedBecause && <Prose>{found.declinedBecause}</Prose>],
                [t('erasure.records'), found.status === 'erased' ? number(found.records) : null],
                [t('erasure.keys'), found.status === 'erased' ? number(found.keys) : null],
              ]}
            />
          </Section>
          {found.held && (
            <Section title={t('held.title')}>
              <HeldTable held={found.held} />
              {found.held.refused && <InTheWay refused={found.held.refused} />}
              <Settling found={found} acts={acts} />
            </Section>
          )}
          <RecordHistory kind={record.kind} id={found.id} />
        </>
      )}
    </RecordPage>
  );
}

/** The yes or no of a second person, or the asker's withdrawal. */
function Settling({ found: { id, askedBy }, acts }: { readonly found: Erasure; readonly acts: RecordActs }) {
  const { t } = useTranslation('protection');
  const { user } = useSession();
  const confirm: Act = {
    name: 'confirm',
    grave: true,
    fields: [],
    about: (
      <>
        <Notice tone="orange">{t('erasure.for-ever')}</Notice>
        <p className="soft">{t('erasure.comes-back')}</p>
      </>
    ),
    send: () => call('POST', '/api/protection/erasure/{id}/carry-out', { id }),
    done: t('erasure.done'),
  };
  return (
    <>
      {askedBy === user.id && <Notice tone="blue">{t('problem.second-person')}</Notice>}
      <Buttons>
        {acts.button(confirm)}
        {acts.button({ name: 'decline', fields: [{ name: 'because', label: t('because'), hint: t('erase.because-hint') }] })}
        {acts.button({ name: 'withdraw', fields: [], atOnce: true })}
      </Buttons>
    </>
  );
}
