import { useTranslation } from 'react-i18next';
import { Await, useFormat, useParts, useSession } from '../../../../platform/shell/index.ts';
import { Button, Buttons, LinkButton, Notice, Section, Skeleton } from '../../../../platform/ui/index.ts';
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
              <Following since={row.endedAt ?? row.startedAt} />
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

/** What other areas make of the rows that were imported. */
function Following({ since }: { readonly since: string }) {
  const { t } = useTranslation('registers');
  const parts = useParts<{ since: string }>('registers.imported');
  return parts.length > 0 ? parts.map(({ draw }) => draw({ since })) : <p className="soft">{t('wizard.done-lead')}</p>;
}
