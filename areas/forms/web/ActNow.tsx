import { useTranslation } from 'react-i18next';
import { Notice } from '../../../platform/ui/index.ts';
import type { Alarm } from '../domain/index.ts';

/** What to do now, in this order, where an answer says that somebody is not safe; nothing where none does. */
export function ActNow({ alarms }: { readonly alarms: readonly Alarm[] }) {
  const { t } = useTranslation('forms');
  if (alarms.length === 0) return null;
  return (
    <Notice tone="red" title={t('act-now.title')}>
      <ol className="fired fired--steps">
        {alarms.map((alarm) => (
          <li key={alarm}>
            <strong>{t(`alarm.${alarm}`)}.</strong> {t(`act-now.${alarm}`)}
          </li>
        ))}
      </ol>
    </Notice>
  );
}
