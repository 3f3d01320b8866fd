import { useTranslation } from 'react-i18next';
import { localeOf } from '../decider/index.ts';

/** A wait that takes over a second: how far it is, in words and as a bar. `total` null where nobody knows yet. */
export function Progress({ label, done, total }: { readonly label: string; readonly done: number; readonly total: number | null }) {
  const { i18n } = useTranslation();
  const number = new Intl.NumberFormat(localeOf(i18n.language));
  const share = total ? Math.min(1, done / total) : undefined;
  return (
    <div className="progress">
      <div className="small">
        {label}{' '}
        {(done > 0 || total !== null) && (
          <span className="numeric">
            {number.format(done)}
            {total ? ` / ${number.format(total)}` : ''}
          </span>
        )}
      </div>
      <div
        className="progress__rail"
        role="progressbar"
        aria-label={label}
        {...(share === undefined ? {} : { 'aria-valuenow': Math.round(share * 100), 'aria-valuemin': 0, 'aria-valuemax': 100 })}
      >
        <span style={{ inlineSize: `${Math.round((share ?? 0.05) * 100)}%` }} />
      </div>
    </div>
  );
}

/** The place of something that is on its way. */
export function Skeleton({ lines = 5 }: { readonly lines?: number }) {
  const { t } = useTranslation('ui');
  return (
    <div className="skeleton" role="status">
      <span className="hidden-visually" style={{ blockSize: '1px' }}>
        {t('loading')}
      </span>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey bars without identity
        <span key={i} aria-hidden="true" />
      ))}
    </div>
  );
}
