import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../platform/shell/index.ts';
import { Timeline } from '../../../platform/ui/index.ts';
import type { Happened } from '../contract/index.ts';

/** Dates of the person's life as the registers have them; below, for who asks, what was noted of the person when. */
export function PersonTimeline({ happened }: { readonly happened: readonly Happened[] }) {
  const { t } = useTranslation('people');
  const { date, moment } = useFormat();
  const life = happened.filter(({ kind }) => kind === 'life');
  const noted = happened.filter(({ kind }) => kind === 'record');
  const entriesOf = (some: readonly Happened[]) =>
    some.map(({ on, kind, what, register, entry }, i) => {
      const when = kind === 'life' ? date(on) : moment(on);
      return {
        key: `${on} ${what} ${entry} ${i}`,
        what: t(kind === 'life' ? `registers:field.${what}` : `event.${what}`),
        when: register ? t('person.happened', { when, register: t(`registers:register.${register}`) }) : when,
      };
    });
  return (
    <>
      {life.length === 0 ? <p className="soft">{t('person.timeline-none')}</p> : <Timeline entries={entriesOf(life)} />}
      {noted.length > 0 && (
        <details className="unfolds">
          <summary>{t('person.noted')}</summary>
          <Timeline entries={entriesOf(noted)} />
        </details>
      )}
    </>
  );
}
