import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, useActs, useFormat, useSession } from '../../../../platform/shell/index.ts';
import { Badge, Button, Dialog, Empty, Page, Progress, Section } from '../../../../platform/ui/index.ts';
import { useOrganisations } from '../../../partners/web/index.ts';
import type { CaseExport } from '../../contract/index.ts';
import { useRead } from '../api.ts';
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
  const { t } = useTranslation('papers');
  return (
    <Section>
      {exports.length === 0 && <Empty title={t('export.none')}>{t('export.none-more')}</Empty>}
      <ul className="stack">
        {exports.map((one) => (
          <Export key={one.id} one={one} />
        ))}
      </ul>
    </Section>
  );
}

function Export({ one }: { readonly one: CaseExport }) {
  const { t } = useTranslation(['papers', 'cases']);
  const { moment, number } = useFormat();
  const { nameOf } = useOrganisations();
  const [shown, setShown] = useState<'take' | 'left-out'>();
  const close = () => setShown(undefined);
  const { button, dialog } = useActs({ id: one.id, next: one.status === 'ready' ? ['forget'] : [] }, 'papers.export', {
    name: () => t('export.forget'),
  });
  /** For whom it is; a partner of the directory by name, others by their kind. */
  const goesTo =
    one.forWhom === 'office'
      ? t('export.for.office')
      : one.organisation
        ? nameOf(one.organisation)
        : t('export.of-kind', { kind: t(`partners:category.${one.kind}`) });
  const leftOut = t('export.left-out', { count: one.leftOut, n: number(one.leftOut) });
  return (
    <li className="section__head">
      <div>
        <strong dir="auto">{one.because}</strong>
        <div className="small soft">
          <Badge tone={one.status === 'failed' ? 'orange' : 'plain'}>{t(`export.of-status.${one.status}`)}</Badge>{' '}
          {[
            moment(one.at),
            goesTo,
            t(`export.of-format.${one.format}`),
            one.rows !== null && t('export.rows', { count: one.rows, n: number(one.rows) }),
            one.taken > 0 && t('export.taken', { count: one.taken }),
            one.status === 'ready' && t('export.until', { when: moment(one.until) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
        {one.leftOut > 0 && (
          <Button kind="quiet" label={`${leftOut}: ${one.because}`} onPress={() => setShown('left-out')}>
            {leftOut}
          </Button>
        )}
        {one.status === 'running' && (
          <Progress label={t('export.of-status.running')} done={one.progress?.done ?? 0} total={one.progress?.total ?? null} />
        )}
      </div>
      {one.status === 'ready' && (
        <div className="buttons">
          <Button label={`${t('export.take')}: ${one.because}`} onPress={() => setShown('take')}>
            {t('export.take')}
          </Button>
          {button({ name: 'forget', fields: [], atOnce: true }, { of: one.because })}
        </div>
      )}
      {dialog}
      <Dialog title={t('export.take')} isOpen={shown === 'take'} onClose={close}>
        <TakeExport id={one.id} onDone={close} />
      </Dialog>
      <Dialog title={t('export.left-out-title')} isOpen={shown === 'left-out'} onClose={close}>
        <LeftOut id={one.id} to={goesTo} />
      </Dialog>
    </li>
  );
}
