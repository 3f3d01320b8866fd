import { useTranslation } from 'react-i18next';
import { Await, useFormat } from '../../../platform/shell/index.ts';
import { LinkButton, Notice, Section } from '../../../platform/ui/index.ts';
import type { ImportRow } from '../contract/index.ts';
import { useAsk } from './api.ts';
import { ImportProgress, isUnderWay } from './ImportProgress.tsx';

/** Imports that run or left something to do; the last of each register counts. */
function TodayPart() {
  const { t } = useTranslation('registers');
  const imports = useAsk('/api/registers/imports', {});
  return (
    <Section title={t('today.title')}>
      <Await of={imports} lines={2}>
        {({ rows }) => {
          const latest = [...new Map([...rows].reverse().map((row) => [row.register, row])).values()];
          const waiting = latest.filter(({ status, counts }) => isUnderWay(status) || status === 'failed' || counts.setAside > 0);
          if (rows.length === 0)
            return (
              <>
                <p className="soft">{t('today.none')}</p>
                <div>
                  <LinkButton kind="primary" to="/registers/import">
                    {t('home.import')}
                  </LinkButton>
                </div>
              </>
            );
          if (waiting.length === 0) return <p className="soft">{t('today.calm')}</p>;
          return (
            <>
              {waiting.map((row) => (
                <Waiting key={row.id} row={row} />
              ))}
              <div>
                <LinkButton to="/registers">{t('today.look')}</LinkButton>
              </div>
            </>
          );
        }}
      </Await>
    </Section>
  );
}

function Waiting({ row }: { readonly row: ImportRow }) {
  const { t } = useTranslation('registers');
  const { moment } = useFormat();
  const register = t(`register.${row.register}`);
  if (isUnderWay(row.status))
    return (
      <Notice tone="blue" title={t('today.running', { register })}>
        <ImportProgress id={row.id} />
      </Notice>
    );
  return (
    <Notice tone="orange">
      {row.status === 'failed'
        ? t('today.failed', { register, at: moment(row.startedAt) })
        : t('today.aside', { register, at: moment(row.startedAt), count: row.counts.setAside })}
    </Notice>
  );
}

export default { other: TodayPart };
