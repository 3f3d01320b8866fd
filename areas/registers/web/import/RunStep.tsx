import { useTranslation } from 'react-i18next';
import { Await, useFormat, useParts, useSession } from '../../../../platform/shell/index.ts';
import { Button, Buttons, LinkButton, Notice, Section } from '../../../../platform/ui/index.ts';
import type { Followed } from '../../contract/index.ts';
import { HowFar, isUnderWay, useFollowed } from '../ImportProgress.tsx';
import { Outcome, SetAsideLink } from '../Outcome.tsx';

/** The import as it goes, then what came of it and what to do next. */
export function RunStep({ id, onAnother }: { readonly id: string; readonly onAnother: () => void }) {
  const { t } = useTranslation('registers');
  return (
    <Await of={useFollowed(id)}>
      {(found) =>
        isUnderWay(found.status) ? (
          <Section title={t('wizard.running')}>
            <HowFar id={id} of={found} />
          </Section>
        ) : (
          <Ended row={{ id, ...found }} onAnother={onAnother} />
        )
      }
    </Await>
  );
}

function Ended({ row, onAnother }: { readonly row: Followed & { readonly id: string }; readonly onAnother: () => void }) {
  const { t } = useTranslation('registers');
  const { number } = useFormat();
  const { may } = useSession();
  const aside = row.counts.setAside;
  const judges = row.status === 'finished' && may('judge', 'people.pair');
  return (
    <>
      <Section
        title={t(
          row.status === 'finished'
            ? 'wizard.done'
            : row.status === 'failed'
              ? 'wizard.failed'
              : row.status === 'undone'
                ? 'undo.is-undone'
                : 'wizard.cancelled',
        )}
      >
        {row.status === 'failed' ? (
          <Notice tone="red">
            <Outcome of={row} />
          </Notice>
        ) : (
          <>
            <Outcome of={row} />
            {row.status === 'finished' ? (
              <Following since={row.endedAt ?? row.startedAt} />
            ) : row.status === 'undone' ? null : (
              <p className="soft">{t('wizard.cancelled-lead')}</p>
            )}
          </>
        )}
      </Section>
      <Section title={t('wizard.next')}>
        {aside > 0 && <p>{t('wizard.next-aside', { n: number(aside) })}</p>}
        <Buttons>
          {(row.counts.unread ?? 0) > 0 && may('mend', 'registers.entry') && (
            <LinkButton to="/registers/unread">{t('words.title')}</LinkButton>
          )}
          {aside > 0 && <SetAsideLink id={row.id} primary />}
          {judges && (
            <LinkButton to="/people/review" kind={aside > 0 ? 'plain' : 'primary'}>
              {t('wizard.next-review')}
            </LinkButton>
          )}
          <Button kind={row.status === 'finished' ? 'plain' : 'primary'} onPress={onAnother}>
            {t('wizard.next-another')}
          </Button>
          <LinkButton to={`/registers/imports/${row.id}`}>{t('wizard.next-import')}</LinkButton>
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
