import { useTranslation } from 'react-i18next';
import { localeOf } from '../../decider/index.ts';

/** How far a record has come: all its stages with the present one marked; on a phone its name and the one that follows. */
export function StageBar({ label, stages, now }: { readonly label: string; readonly stages: readonly string[]; readonly now: number }) {
  const { t, i18n } = useTranslation('ui');
  const number = (n: number) => new Intl.NumberFormat(localeOf(i18n.language)).format(n);
  const next = stages[now + 1];
  return (
    <div>
      <p className="stage__now" aria-hidden="true">
        <strong>{stages[now]}</strong> {t('stage', { n: number(now + 1), of: number(stages.length) })}
        {next && `, ${t('stage-then', { next })}`}
      </p>
      <ol className="stage" aria-label={label}>
        {stages.map((stage, i) => (
          <li
            key={stage}
            className={i < now ? 'stage__done' : i === now ? 'stage__here' : undefined}
            {...(i === now ? { 'aria-current': 'step' as const } : {})}
          >
            {stage}
          </li>
        ))}
      </ol>
    </div>
  );
}
