import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HistoryEntries, useFormat } from '../../../platform/shell/index.ts';
import { Timeline } from '../../../platform/ui/index.ts';
import type { Person } from '../contract/index.ts';

/** Dates of the person's life as the registers have them; below, for who asks, what was noted of the person when. */
export function PersonTimeline({ of: { id, life } }: { readonly of: Pick<Person, 'id' | 'life'> }) {
  const { t } = useTranslation('people');
  const { date } = useFormat();
  const [asked, setAsked] = useState(false);
  const entries = life.map(({ on, what, register, entry }) => ({
    key: `${on} ${what} ${entry}`,
    what: t(`registers:field.${what}`),
    when: t('person.happened', { when: date(on), register: t(`registers:register.${register}`) }),
  }));
  return (
    <>
      {life.length === 0 ? <p className="soft">{t('person.timeline-none')}</p> : <Timeline entries={entries} />}
      <details className="unfolds" onToggle={() => setAsked(true)}>
        <summary>{t('person.noted')}</summary>
        {asked && <HistoryEntries kind="people.person" id={id} />}
      </details>
    </>
  );
}
