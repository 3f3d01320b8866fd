import ruleset from 'virtual:record/risks.ruleset';
import { fewest } from '@olle/estimation';
import { useTranslation } from 'react-i18next';
import { Await, RecordPage, useFormat } from '../../../platform/shell/index.ts';
import { Badge, Badges, Empty, Notice, Section, Stack, Table } from '../../../platform/ui/index.ts';
import type { Groups, Rules } from '../contract/index.ts';
import { useRead } from './api.ts';
import { isToTurnOn, useTurnOn } from './setRules.tsx';

/** Whom each rule lists or would list, by group: read before a rule that may hit a group is turned on. */
export default function GroupsPage() {
  const { t } = useTranslation('risks');
  const { date } = useFormat();
  const groups = useRead('/api/risks/groups');
  const turnOn = useTurnOn();
  return (
    <RecordPage
      of={useRead('/api/risks/ruleset')}
      record={ruleset}
      words={{ done: t('rules.done') }}
      head={() => ({
        title: t('groups.nav'),
        windowTitle: t('groups.nav'),
        back: { to: '/risks/rules', label: t('rules.nav') },
        marks: t('groups.lead'),
      })}
    >
      {(held, acts) => (
        <Await of={groups}>
          {({ countedOn, counts }) =>
            countedOn === null ? (
              <Empty title={t('groups.none')}>{t('list.none-more')}</Empty>
            ) : (
              <Stack>
                <Notice tone="blue" title={t('groups.counted', { date: date(countedOn) })}>
                  {t('groups.not-known')}
                </Notice>
                {inOrder(held).map((rule) => (
                  <Section key={rule.id} title={t(`rule.${rule.id}.name`)}>
                    <About held={held} rule={rule} />
                    <details open={isToDecide(held, rule)}>
                      <summary>{t('groups.see')}</summary>
                      <GroupTable rule={rule.id} counts={counts} />
                    </details>
                    {isToDecide(held, rule) &&
                      acts.button(turnOn(held, rule.id, <GroupTable rule={rule.id} counts={counts} />), {
                        of: t(`rule.${rule.id}.name`),
                      })}
                  </Section>
                ))}
              </Stack>
            )
          }
        </Await>
      )}
    </RecordPage>
  );
}

type RuleHeld = Rules['rules'][number];
/** Whether the council decides on it beside whom it lists: it may hit a group, and is not in use, or in use from the start. */
const isToDecide = (held: Rules, rule: RuleHeld) => isToTurnOn(held, rule) || held.undecided.includes(rule.id);
/** Rules that may hit groups stand first, of these those not in use. */
const inOrder = (held: Rules) => {
  const rank = (rule: RuleHeld) => (isToTurnOn(held, rule) ? 0 : held.about[rule.id]?.hits.length ? 1 : 2);
  return [...held.rules].sort((a, b) => rank(a) - rank(b));
};

/** Whether a rule is in use, and whom it may hit for what they are. */
function About({ held, rule: { id, active, parameters } }: { readonly held: Rules; readonly rule: RuleHeld }) {
  const { t } = useTranslation('risks');
  const hits = held.about[id]?.hits ?? [];
  return (
    <>
      <p>{t(`rule.${id}.says`, parameters)}</p>
      <p>
        {!active && <Badge>{t('rules.inactive')}</Badge>} {hits.length > 0 && <span className="soft">{t('groups.may-hit')} </span>}
        <Badges of={hits.map((one) => t(`groups.hit.${one}`))} />
      </p>
    </>
  );
}

function GroupTable({ rule, counts }: { readonly rule: string; readonly counts: Groups['counts'] }) {
  const { t } = useTranslation('risks');
  const { number } = useFormat();
  const percent = (share: number) => number(Math.round(share * 1000) / 10);
  const of = counts.filter((one) => one.rule === rule);
  const nameOf = ({ by, group }: (typeof of)[number]) => t(`groups.of.${by}.${group}`);
  const hidden = of.filter(({ n }) => n === null);
  return (
    <Stack>
      <Table
        caption={t('groups.table', { rule: t(`rule.${rule}.name`) })}
        rows={of.filter(({ n }) => n !== null)}
        keyOf={({ by, group }) => `${by} ${group}`}
        columns={[
          { key: 'group', title: t('groups.group'), main: true, cell: nameOf },
          { key: 'n', title: t('groups.listed'), end: true, cell: ({ n }) => number(n!) },
          { key: 'of', title: t('groups.known'), end: true, cell: ({ of }) => number(of!) },
          {
            key: 'share',
            title: t('groups.share'),
            end: true,
            cell: ({ interval }) =>
              interval &&
              t('groups.interval', { share: percent(interval.share), low: percent(interval.low), high: percent(interval.high) }),
          },
        ]}
      />
      {hidden.length > 0 && (
        <p className="small soft">
          {t('groups.hidden', { groups: hidden.map(nameOf).join(' · '), children: number(fewest.group), part: number(fewest.part) })}
        </p>
      )}
    </Stack>
  );
}
