import ruleset from 'virtual:record/risks.ruleset';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, useActs, useFormat, useOffice, useSession } from '../../../platform/shell/index.ts';
import { Badge, Button, Dialog, Name, Notice, Page, Section, Table } from '../../../platform/ui/index.ts';
import type { HeldRule, Rules } from '../contract/index.ts';
import { useRead } from './api.ts';
import { RulesForm } from './RulesForm.tsx';

/** The rules that hold, in words a council can read, and those of before and to come. */
export default function RulesPage() {
  const { t } = useTranslation('risks');
  const { may } = useSession();
  const { date } = useFormat();
  const rules = useRead('/api/risks/rules');
  const [changing, setChanging] = useState(false);
  return (
    <Page
      title={t('rules.nav')}
      lead={t('rules.lead')}
      back={may('read', 'risks.child') ? { to: '/risks', label: t('nav') } : { to: '/', label: t('shell:today.nav') }}
      actions={may('set', 'risks.ruleset') && <Button onPress={() => setChanging(true)}>{t('rules.change')}</Button>}
    >
      <Notice tone="blue" title={t('rules.no-decision-title')}>
        {t('rules.no-decision')}
      </Notice>
      <Await of={rules}>
        {(held) => (
          <>
            <Section title={t('rules.since', { date: date(held.from) })}>
              <RuleTable rules={held.rules} />
            </Section>
            {held.history.length > 1 && <History held={held} />}
            <Dialog title={t('rules.change')} isOpen={changing} onClose={() => setChanging(false)}>
              <RulesForm held={held} onClose={() => setChanging(false)} />
            </Dialog>
          </>
        )}
      </Await>
    </Page>
  );
}

function RuleTable({ rules }: { readonly rules: readonly HeldRule[] }) {
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

function History({ held }: { readonly held: Rules }) {
  const { t } = useTranslation('risks');
  const { date, today } = useFormat();
  const { nameOf } = useOffice();
  const { may } = useSession();
  const acts = useActs({ id: held.id, next: may('withdraw', 'risks.ruleset') ? ['withdraw'] : [] }, ruleset, {
    name: () => t('rules.withdraw'),
    done: t('rules.done'),
  });
  return (
    <Section title={t('rules.history')}>
      {acts.dialog}
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
