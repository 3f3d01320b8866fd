import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk, useFormat, useOffice } from '../../../../platform/shell/index.ts';
import { Button, Buttons, DateField, SelectField } from '../../../../platform/ui/index.ts';
import { dwellings, phases, riskLevels, sources } from '../../domain/index.ts';
import type { Counts, Shown } from './answers.ts';
import { addressOf, which as whichLists, whichOf } from './narrowed.ts';
import { useNarrowedWords } from './words.ts';

const referrals = ['sent', 'accepted', 'declined', 'completed', 'revoked'] as const;
const oldest = 25;
const notSeenFor = [14, 30, 60, 90, 180];
/** What other pages narrow the list to: said, and taken away with a press. */
const fromElsewhere = ['lack', 'person', 'household'] as const;

interface Props {
  readonly shown: Shown;
  /** Everything the list is asked for, a name that is searched for with it: what is counted beside the filters. */
  readonly question: object;
  readonly narrow: (more: Readonly<Record<string, string | number>>) => void;
}

/** By what the list is narrowed, with how many cases each choice would show. */
export function Filters({ shown, question, narrow }: Props) {
  const { t, i18n } = useTranslation('cases');
  const { nameOf } = useOffice();
  const { number, ward } = useFormat();
  const words = useNarrowedWords();
  const address = addressOf(shown);
  const at = (key: string) => String(address[key] ?? '');
  const [unfolded, setUnfolded] = useState(false);
  const counts = useAsk<Counts>('/api/cases/list/counts', { ...question, ...(unfolded ? { all: true } : {}) }).data?.counts ?? {};
  /** A value with how many cases it would show. */
  const withCount = (filter: string, value: string, label: string, key = value) =>
    [key, `${label} (${number(counts[filter]?.[value] ?? 0)})`] as const;
  const any = ['', t('list.any')] as const;
  /** Values that some case has, and the one that is chosen, though no case has it any more. */
  const found = (filter: string, value: string) => [...new Set([...Object.keys(counts[filter] ?? {}), ...(value ? [value] : [])])];
  const choice = (key: string, label: string, options: readonly (readonly [string, string])[]) => (
    <SelectField label={label} value={at(key)} onChange={(value) => narrow({ [key]: value })} options={[any, ...options]} />
  );
  const day = (key: string, label: string) => <DateField label={label} value={at(key)} onChange={(value) => narrow({ [key]: value })} />;
  // Each kind of task has its words.
  const kinds = Object.keys((i18n.getResource(i18n.language, 'cases', 'task') ?? {}) as object);
  const ages = Array.from({ length: oldest + 1 }, (_, age) => [String(age), number(age)] as const);
  const more = ['ward', 'worker', 'source', 'trafficking', 'referral', 'consent', 'phase', 'lives', 'ageFrom', 'ageTo', 'notSeenDays'];
  const rest = ['openedFrom', 'openedUntil', 'closedFrom', 'closedUntil', 'late', 'task'];
  const chosenMore = [...more, ...rest].filter((key) => at(key)).length;
  const chosen = whichOf(shown);
  const elsewhere = { lack: words.lack(at('lack')), person: t('list.one-person'), household: t('list.one-household') };
  return (
    <>
      <div className="filters">
        <SelectField
          label={t('list.which')}
          value={chosen}
          onChange={(value) => narrow({ which: value === 'open' ? '' : value })}
          options={Object.keys(whichLists).map((key) =>
            key === 'flagged' ? withCount(key, 'true', t('list.flagged'), key) : ([key, t(`list.${key}`)] as const),
          )}
        />
        {choice(
          'risk',
          t('case.risk'),
          riskLevels.map((level) => withCount('riskLevel', level, t(`risk.${level}`))),
        )}
        <SelectField
          label={t('list.sort')}
          value={at('sort')}
          onChange={(sort) => narrow({ sort })}
          options={[
            ['', t('list.sort-due')],
            ['opened', t('list.sort-opened')],
          ]}
        />
      </div>
      <Buttons>
        {fromElsewhere
          .filter((key) => at(key))
          .map((key) => (
            <Button key={key} kind="quiet" onPress={() => narrow({ [key]: '' })}>
              × {elsewhere[key]}
            </Button>
          ))}
      </Buttons>
      <details onToggle={(event) => setUnfolded(event.currentTarget.open)}>
        <summary>{chosenMore > 0 ? t('list.more-chosen', { count: chosenMore, n: number(chosenMore) }) : t('list.more')}</summary>
        <div className="filters">
          {choice(
            'ward',
            t('case.ward'),
            found('ward', at('ward'))
              .sort((one, other) => one.localeCompare(other, undefined, { numeric: true }))
              .map((one) => withCount('ward', one, ward(one))),
          )}
          {choice(
            'worker',
            t('case.worker'),
            found('worker', at('worker')).map((one) => withCount('worker', one, nameOf(one))),
          )}
          {choice('ageFrom', t('list.age-from'), ages)}
          {choice('ageTo', t('list.age-to'), ages)}
          {choice(
            'phase',
            t('column.phase'),
            phases.slice(0, -1).map((one) => withCount('phase', one, t(`phase.${one}`))),
          )}
          {choice(
            'lives',
            t('column.lives'),
            dwellings.map((one) => withCount('lives', one, t(`stay.${one}`))),
          )}
          {choice(
            'notSeenDays',
            t('list.not-seen'),
            notSeenFor.map((days) => [String(days), t('list.days', { n: number(days) })] as const),
          )}
          {choice(
            'late',
            t('list.late'),
            kinds.map((kind) => [kind, t(`task.${kind}`)] as const),
          )}
          {choice(
            'task',
            t('list.waits'),
            kinds.map((kind) => [kind, t(`task.${kind}`)] as const),
          )}
          {choice(
            'source',
            t('case.source'),
            sources.map((one) => withCount('source', one, t(`source.${one}`))),
          )}
          {choice(
            'trafficking',
            t('list.trafficking'),
            (['suspected', 'identified'] as const).map((one) => withCount('trafficking', one, t(`list.${one}`))),
          )}
          {choice(
            'referral',
            t('list.referral'),
            referrals.map((one) => [one, t(`list.referral-${one}`)] as const),
          )}
          {choice('consent', t('list.consent'), [
            ['with', t('list.consent-with')],
            ['without', t('list.consent-without')],
          ])}
          {day('openedFrom', t('list.opened-from'))}
          {day('openedUntil', t('list.opened-until'))}
          {chosen === 'closed' && day('closedFrom', t('list.closed-from'))}
          {chosen === 'closed' && day('closedUntil', t('list.closed-until'))}
        </div>
      </details>
    </>
  );
}
