import { useTranslation } from 'react-i18next';
import { Await, useFormat, useSession } from '../../../../platform/shell/index.ts';
import { Button, Buttons, LinkButton, Notice, Progress, Section, Skeleton } from '../../../../platform/ui/index.ts';
import type { ImportRow } from '../../contract/index.ts';
import { useRead } from '../api.ts';
import { FailedBecause } from '../FailedBecause.tsx';
import { ImportProgress } from '../ImportProgress.tsx';
import { Outcome } from '../Outcome.tsx';
import { SetAsideLink } from '../SetAsideLink.tsx';

/** The import as it goes, then what came of it and what to do next. */
export function RunStep({ id, onAnother }: { readonly id: string; readonly onAnother: () => void }) {
  const { t } = useTranslation('registers');
  const imports = useRead(
    '/api/registers/imports',
    {},
    {
      every: (data) => ((data?.rows.find((row) => row.id === id)?.status ?? 'running') === 'running' ? 1000 : false),
    },
  );
  return (
    <Await of={imports}>
      {({ rows }) => {
        const row = rows.find((one) => one.id === id);
        if (!row) return <Skeleton lines={3} />;
        if (row.status !== 'running') return <Ended row={row} onAnother={onAnother} />;
        return (
          <Section title={t('wizard.running')}>
            <ImportProgress row={row} />
          </Section>
        );
      }}
    </Await>
  );
}

function Ended({ row, onAnother }: { readonly row: ImportRow; readonly onAnother: () => void }) {
  const { t } = useTranslation('registers');
  const { number } = useFormat();
  const { may } = useSession();
  const aside = row.counts.setAside;
  const judges = row.status === 'finished' && may('judge', 'people.pair');
  return (
    <>
      <Section title={t(row.status === 'finished' ? 'wizard.done' : row.status === 'failed' ? 'wizard.failed' : 'wizard.cancelled')}>
        {row.status === 'failed' ? (
          <Notice tone="red">
            <FailedBecause reason={row.reason} />
          </Notice>
        ) : (
          <>
            <Outcome counts={row.counts} />
            {row.status === 'finished' ? (
              <Linking since={row.endedAt ?? row.startedAt} />
            ) : (
              <p className="soft">{t('wizard.cancelled-lead')}</p>
            )}
          </>
        )}
      </Section>
      <Section title={t('wizard.next')}>
        {aside > 0 && <p>{t('wizard.next-aside', { n: number(aside) })}</p>}
        <Buttons>
          {aside > 0 && <SetAsideLink id={row.id} primary />}
          {judges && (
            <LinkButton to="/people/review" kind={aside > 0 ? 'plain' : 'primary'}>
              {t('wizard.next-review')}
            </LinkButton>
          )}
          <Button kind={row.status === 'finished' ? 'plain' : 'primary'} onPress={onAnother}>
            {t('wizard.next-another')}
          </Button>
          <LinkButton to="/registers">{t('wizard.next-registers')}</LinkButton>
        </Buttons>
      </Section>
    </>
  );
}

interface Linkage {
  readonly last: { readonly rows: number; readonly persons: number; readonly at: string } | null;
  readonly running: { readonly stage: string; readonly done: number; readonly total: number | null } | null;
}

/** The comparison with the other registers that follows an import. */
function Linking({ since }: { readonly since: string }) {
  const { t } = useTranslation('registers');
  const { number } = useFormat();
  const { may } = useSession();
  const isNew = (linkage: Linkage | undefined) => linkage?.last != null && Date.parse(linkage.last.at) >= Date.parse(since);
  const linkage = useRead(
    '/api/people/linkage',
    {},
    {
      enabled: may('read', 'people.linkage'),
      every: (data) => (isNew(data) ? false : 2000),
    },
  );
  const { last, running } = linkage.data ?? {};
  return (
    <div className="stack" aria-live="polite">
      <p className="soft">
        {last && isNew(linkage.data)
          ? t('wizard.linked', { rows: number(last.rows), persons: number(last.persons) })
          : t('wizard.done-lead')}
      </p>
      {running && <Progress label={t('wizard.linking')} done={running.done} total={running.total} />}
    </div>
  );
}
