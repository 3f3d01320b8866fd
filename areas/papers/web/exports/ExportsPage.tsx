import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, useFormat, useSession } from '../../../../platform/shell/index.ts';
import { Badge, Button, Dialog, Empty, Page, Progress, Section, useToast } from '../../../../platform/ui/index.ts';
import { useOrganisations } from '../../../partners/web/index.ts';
import type { CaseExport } from '../../contract/index.ts';
import { useCommand, useRead } from '../api.ts';
import { AskExport } from './AskExport.tsx';
import { LeftOut } from './LeftOut.tsx';
import { TakeExport } from './TakeExport.tsx';
import { TakeIn } from './TakeIn.tsx';

/** Files of cases: asked for with a reason, made in the background, locked when they leave, destroyed after a day. */
export default function ExportsPage() {
  const { t } = useTranslation(['papers', 'cases']);
  const found = useRead(
    '/api/papers/exports',
    {},
    { every: (data) => (data?.exports.some(({ status }) => status === 'running') ? 1500 : false) },
  );
  const { may } = useSession();
  const [asking, setAsking] = useState(false);
  const stop = () => setAsking(false);
  return (
    <Page
      title={t('export.title')}
      lead={t('export.lead')}
      back={{ to: '/cases', label: t('nav') }}
      actions={
        <Button kind="primary" onPress={() => setAsking(true)}>
          {t('export.ask')}
        </Button>
      }
    >
      <Await of={found}>{({ exports }) => <Exports exports={exports} />}</Await>
      {may('take-in', 'cases.case') && <TakeIn />}
      <Dialog title={t('export.ask')} isOpen={asking} onClose={stop}>
        <AskExport onClose={stop} />
      </Dialog>
    </Page>
  );
}

function Exports({ exports }: { readonly exports: readonly CaseExport[] }) {
  const { t } = useTranslation(['papers', 'cases']);
  const { moment, number } = useFormat();
  const say = useToast();
  const { nameOf } = useOrganisations();
  const [taking, setTaking] = useState<CaseExport>();
  const [leftOut, setLeftOut] = useState<CaseExport>();
  const command = useCommand('papers.export', () => say(t('act.done')));
  const stop = () => setTaking(undefined);
  /** For whom it is; a partner of the directory by name, others by their kind. */
  const goesTo = ({ forWhom, kind, organisation }: CaseExport) =>
    forWhom === 'office'
      ? t('export.for.office')
      : organisation
        ? nameOf(organisation)
        : t('export.of-kind', { kind: t(`partners:category.${kind}`) });
  return (
    <Section>
      {exports.length === 0 && <Empty title={t('export.none')}>{t('export.none-more')}</Empty>}
      <ul className="stack">
        {exports.map((one) => (
          <li key={one.id} className="section__head">
            <div>
              <strong dir="auto">{one.because}</strong>
              <div className="small soft">
                <Badge tone={one.status === 'failed' ? 'orange' : 'plain'}>{t(`export.of-status.${one.status}`)}</Badge>{' '}
                {[
                  moment(one.at),
                  goesTo(one),
                  t(`export.of-format.${one.format}`),
                  one.rows !== null && t('export.rows', { count: one.rows, n: number(one.rows) }),
                  one.taken > 0 && t('export.taken', { count: one.taken }),
                  one.status === 'ready' && t('export.until', { when: moment(one.until) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
              {one.leftOut > 0 && (
                <Button
                  kind="quiet"
                  label={`${t('export.left-out', { count: one.leftOut, n: number(one.leftOut) })}: ${one.because}`}
                  onPress={() => setLeftOut(one)}
                >
                  {t('export.left-out', { count: one.leftOut, n: number(one.leftOut) })}
                </Button>
              )}
              {one.status === 'running' && (
                <Progress label={t('export.of-status.running')} done={one.progress?.done ?? 0} total={one.progress?.total ?? null} />
              )}
            </div>
            {one.status === 'ready' && (
              <div className="buttons">
                <Button label={`${t('export.take')}: ${one.because}`} onPress={() => setTaking(one)}>
                  {t('export.take')}
                </Button>
                <Button
                  kind="quiet"
                  label={`${t('export.forget')}: ${one.because}`}
                  onPress={() => command.mutate({ id: one.id, name: 'forget', input: {} })}
                >
                  {t('export.forget')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Dialog title={t('export.take')} isOpen={taking !== undefined} onClose={stop}>
        {taking && <TakeExport id={taking.id} onDone={stop} />}
      </Dialog>
      <Dialog title={t('export.left-out-title')} isOpen={leftOut !== undefined} onClose={() => setLeftOut(undefined)}>
        {leftOut && <LeftOut id={leftOut.id} to={goesTo(leftOut)} />}
      </Dialog>
    </Section>
  );
}
