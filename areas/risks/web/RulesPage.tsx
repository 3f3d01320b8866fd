import ruleset from 'virtual:record/risks.ruleset';
import { useTranslation } from 'react-i18next';
import { type RecordActs, RecordHistory, RecordPage, useFormat, useOffice, useSession } from '../../../platform/shell/index.ts';
import { Badge, LinkButton, Name, Notice, Section, Table } from '../../../platform/ui/index.ts';
import type { Rules } from '../contract/index.ts';
import { useRead } from './api.ts';
import { useSetRules } from './setRules.tsx';

/** The rules that hold, in words a council can read, and those of before and to come. */
export default function RulesPage() {
  const { t } = useTranslation('risks');
  const { may } = useSession();
  const { date } = useFormat();
  const set = useSetRules();
  return (
    <RecordPage
      of={useRead('/api/risks/ruleset')}
      record={ruleset}
      words={{ done: t('rules.done') }}
      head={(held) => ({
        title: t('rules.nav'),
        windowTitle: t('rules.nav'),
        back: may('read', 'risks.child') ? { to: '/risks', label: t('nav') } : { to: '/', label: t('shell:today.nav') },
        marks: t('rules.lead'),
        actions: may('see-groups', ruleset.kind) && <LinkButton to="/risks/groups">{t('groups.nav')}</LinkButton>,
        acts: [set(held)],
      })}
    >
      {(held, acts) => (
        <>
          <Notice tone="blue" title={t('rules.no-decision-title')}>
            {t('rules.no-decision')}
          </Notice>
          {held.undecided.length > 0 && (
            <Notice tone="orange" title={t('rules.undecided-title')}>
              {t('rules.undecided', { rules: held.undecided.map((id) => t(`rule.${id}.name`)).join(' · ') })}
            </Notice>
          )}
          <Section title={t('rules.since', { date: date(held.from) })}>
            <RuleTable rules={held.rules} />
          </Section>
          <Evidence held={held} />
          {held.sources.length > 0 && <Sources held={held} />}
          {held.history.length > 1 && <Versions held={held} acts={acts} />}
          {held.version > 0 && <RecordHistory kind={ruleset.kind} id={held.id} />}
        </>
      )}
    </RecordPage>
  );
}

function RuleTable({ rules }: { readonly rules: Rules['rules'] }) {
  const { t } = useTranslation('risks');
  return (
    <Table
      caption={t('rules.nav')}
      rows={rules}
      keyOf={({ id }) => id}
      columns={[
        { key: 'rule', title: t('rules.rule'), main: true, cell: ({ id }) => t(`rule.${id}.name`) },
        { key: 'words', title: t('rules.words'), cell: ({ id, parameters }) => t(`rule.${id}.says`, parameters) },
        {
          key: 'weight',
          title: t('rules.weight'),
          end: true,
          cell: ({ weight, active }) => (active ? weight : <Badge>{t('rules.inactive')}</Badge>),
        },
      ]}
    />
  );
}

/** What is known of each sign; the weight comes from no study. */
function Evidence({ held }: { readonly held: Rules }) {
  const { t } = useTranslation('risks');
  return (
    <Section title={t('rules.evidence')}>
      <p className="soft">{t('rules.evidence-lead')}</p>
      <Table
        caption={t('rules.evidence')}
        rows={held.rules}
        keyOf={({ id }) => id}
        columns={[
          { key: 'rule', title: t('rules.rule'), main: true, cell: ({ id }) => t(`rule.${id}.name`) },
          { key: 'source', title: t('rules.source'), cell: ({ id }) => held.about[id]?.source },
          { key: 'mark', title: t('rules.mark'), cell: ({ id }) => <Mark of={held.about[id]?.mark ?? 'M'} /> },
        ]}
      />
    </Section>
  );
}

function Mark({ of }: { readonly of: string }) {
  const { t } = useTranslation('risks');
  return of === 'V' ? t('rules.mark-V') : <Badge tone="orange">{t(`rules.mark-${of}`)}</Badge>;
}

/** From what law or schedule each number of the country was taken; what nobody verified is said to be so. */
function Sources({ held }: { readonly held: Rules }) {
  const { t } = useTranslation('risks');
  return (
    <Section title={t('rules.sources')}>
      <p className="soft">{t('rules.sources-lead')}</p>
      <Table
        caption={t('rules.sources')}
        rows={held.sources}
        keyOf={({ parameters }) => parameters.join()}
        columns={[
          { key: 'rule', title: t('rules.rule'), main: true, cell: ({ rule }) => t(`rule.${rule}.name`) },
          {
            key: 'numbers',
            title: t('rules.numbers'),
            cell: ({ parameters }) => parameters.map((one) => t(`parameter.${one}`)).join(' · '),
          },
          { key: 'source', title: t('rules.source'), cell: ({ source }) => source },
          {
            key: 'mark',
            title: t('rules.mark'),
            cell: ({ mark }) => <Mark of={mark} />,
          },
        ]}
      />
    </Section>
  );
}

function Versions({ held, acts }: { readonly held: Rules; readonly acts: RecordActs }) {
  const { t } = useTranslation('risks');
  const { date, today } = useFormat();
  const { nameOf } = useOffice();
  return (
    <Section title={t('rules.history')}>
      {held.history.map(({ from, by, because, inForce, rules }) => (
        <details key={`${from}${by ?? ''}`}>
          <summary>
            {date(from)} {inForce && <Badge tone="blue">{t('rules.now')}</Badge>}{' '}
            {from > today && <Badge tone="orange">{t('rules.to-come')}</Badge>}{' '}
            <span className="soft">{because ? <Name>{because}</Name> : t('rules.start')}</span> {by && <Name>{nameOf(by)}</Name>}
          </summary>
          <RuleTable rules={rules} />
          {from > today && acts.button({ name: 'withdraw', target: { from }, fields: [], atOnce: true }, { of: date(from) })}
        </details>
      ))}
    </Section>
  );
}
