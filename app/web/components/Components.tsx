import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  Badge,
  Badges,
  Band,
  Button,
  Buttons,
  Chain,
  Chart,
  type ChartSpec,
  ChoiceField,
  Columns,
  Counts,
  Empty,
  Entries,
  Entry,
  type Estimate,
  Facts,
  Figure,
  Figures,
  FilterPill,
  FilterPills,
  HiddenCell,
  Household,
  Light,
  Line,
  Lineage,
  LinkButton,
  Loop,
  lightOf,
  Name,
  Notice,
  OfflineStrip,
  Page,
  Paper,
  Progress,
  Prose,
  Queue,
  RecordHead,
  SafetyStrip,
  Section,
  Segment,
  Stack,
  StageBar,
  Step,
  Steps,
  Table,
  Tabs,
  Timeline,
} from '../../../platform/ui/index.ts';
import en from './en.json';
import ur from './ur.json';

/** Made up, as everybody here. */
const people = ['Sarita Basnet', 'Indira Koirala', 'Supriya Tamang', 'Hira Regmi', 'Sabina Magar', 'Nisa Sah', 'Bimala Tamang'];

const shares = [
  { ward: '1', value: 86, low: 72, high: 95 },
  { ward: '4', value: 54, low: 41, high: 67 },
  { ward: '8', value: 91, low: 81, high: 97 },
];
type Words = typeof en;
const estimates = (s: Words): Estimate[] =>
  shares.map(({ ward, value, low, high }) => ({
    key: ward,
    label: `${s['ward-n']} ${ward}`,
    value,
    low,
    high,
    says: `${value} % (${low}–${high})`,
    ...(high < 80 ? { tone: 'orange' as const } : low < 80 ? { tone: 'grey' as const } : {}),
  }));
const dots = (s: Words): ChartSpec => ({ kind: 'dots', rows: estimates(s), most: 100, target: { value: 80, label: s.target } });
const bars = (s: Words): ChartSpec => ({ kind: 'bars', rows: estimates(s), most: 100 });
const trend = (s: Words): ChartSpec => ({
  kind: 'trend',
  least: 40,
  most: 90,
  format: (value) => `${value} %`,
  target: { value: 80, label: '80 %' },
  points: [48, 49, 52, 51, 55, 61, 66, 68, 70, 71].map((value, i) => ({
    label: s.months[i === 0 ? 0 : 1]!,
    value,
    low: value - 4,
    high: value + 3,
  })),
});

export function Components() {
  const { i18n } = useTranslation('ui');
  const s = i18n.language === 'ur' ? ur : en;
  const [seen, setSeen] = useState<string>();
  const [tier, setTier] = useState('now');
  const [ward, setWard] = useState(true);
  const [choice, setChoice] = useState<string[]>([]);
  return (
    <main style={{ padding: 'var(--space-4)' }}>
      <Page title={s.title} lead={s.lead}>
        <OfflineStrip says={s.offline} see={{ to: '/settings', label: s.see }}>
          {s['offline-more']}
        </OfflineStrip>
        <Section title={s.child}>
          <RecordHead
            back={{ to: '/cases', label: s.back }}
            number="SUR-83-0147"
            title={s.child}
            aside={
              <Button kind="quiet" small>
                {s['show-name']}
              </Button>
            }
            marks={
              <>
                <Badge tone="orange">{s.suspected}</Badge>
                <span>{s.worker}</span>
              </>
            }
            act={<Button kind="primary">{s['find-bed']}</Button>}
          >
            <SafetyStrip
              tone="red"
              says={s.unsafe}
              because={s['unsafe-why']}
              source={s.source}
              change={{ to: '/cases', label: s.change }}
            />
            <Facts
              facts={[
                [s.carer, s.nobody],
                [s.phone, s['phone-who']],
              ]}
            />
            <StageBar label={s.stage} stages={s.stages} now={2} />
          </RecordHead>
          <Tabs
            label={s.tabs}
            current="tab-0"
            tabs={s.tab.map((label, i) => ({
              key: `tab-${i}`,
              to: ['/cases', '/risks', '/people', '/partners', '/settings'][i]!,
              label,
              waits: i === 1 ? s.waits : undefined,
            }))}
          />
          <Columns>
            <Stack>
              <Section title={s.steps} aside={<Button small>{s.plain}</Button>}>
                <Steps>
                  <Step what={s['find-bed']} to="/cases" when={s.now} tone="red" by={<Name>{people[0]}</Name>} />
                  <Step what={s.step} when={s.day} by={<Name>{people[1]}</Name>} />
                </Steps>
              </Section>
              <Section title={s.history}>
                <Timeline
                  entries={[
                    { key: 'b', what: s.suspected, when: s.source, tone: 'red' },
                    { key: 'a', what: s.opened, when: s['opened-when'], text: s['opened-text'] },
                  ]}
                />
              </Section>
            </Stack>
            <Section>
              <Facts
                layout="one"
                facts={[
                  [s.carer, s.nobody],
                  [s.phone, s['phone-who']],
                ]}
              />
            </Section>
          </Columns>
        </Section>
        <Queue>
          <Band title={s.now} note={s['in-danger']}>
            <Line
              tone="red"
              who={<Name>{people[6]}</Name>}
              about={s.girl}
              to="/cases"
              what={s['unsafe-why']}
              when={s.now}
              act={
                <LinkButton small kind="primary" to="/cases">
                  {s.open}
                </LinkButton>
              }
            />
          </Band>
          <Band title={s.today} note="2" more={{ to: '/cases', label: s.more }}>
            <Line who={<Name>{people[2]}</Name>} to="/cases" what={s.visit} when="10:30" act={<Button small>{s.call}</Button>} />
            <Line tone="orange" who={<Name>{people[3]}</Name>} about={s.girl} to="/cases" what={s.late} when={s.past} />
          </Band>
          <Counts counts={[{ n: '71', label: s['open-cases'], to: '/cases' }]} />
        </Queue>
        <Segment
          label={s.tiers}
          labelHidden
          value={tier}
          onChange={setTier}
          options={[
            { value: 'now', label: s['see-now'], n: '38' },
            { value: 'soon', label: s.soon, n: '64' },
            { value: 'watch', label: s.watch, n: '690' },
          ]}
        />
        <FilterPills label={s.filters}>
          <FilterPill on={ward} onPress={() => setWard(!ward)}>
            {s.ward}
          </FilterPill>
          <FilterPill opens onPress={() => undefined}>
            {s.age}
          </FilterPill>
          <FilterPill to="/risks" on>
            {s.watch}
          </FilterPill>
        </FilterPills>
        <Household
          title={s.household}
          about={s['household-about']}
          assigned={s.unassigned}
          acts={
            <>
              <Button small>{s.call}</Button>
              <Button small>{s['plan-visit']}</Button>
            </>
          }
        >
          {[
            {
              key: 'a',
              name: <Name>{people[4]}</Name>,
              about: s.girl,
              reasons: [
                { key: 'a', says: s.reason, heavy: true },
                { key: 'b', says: s['reason-2'] },
              ],
            },
          ]}
        </Household>
        <Entries of={[people[0]!, people[1]!]}>
          {(name) => (
            <Entry
              key={name}
              title={name}
              marks={<Badge tone="orange">{s.unassigned}</Badge>}
              about={s['household-about']}
              acts={<Button>{s['plan-visit']}</Button>}
            >
              <Prose small>{s['reason-2']}</Prose>
            </Entry>
          )}
        </Entries>
        <Section title={s.buttons}>
          <Buttons>
            <Button kind="primary">{s.primary}</Button>
            <Button>{s.plain}</Button>
            <Button kind="quiet">{s.quiet}</Button>
            <Button kind="grave">{s.grave}</Button>
            <Button kind="ink">{s.ink}</Button>
          </Buttons>
          <Segment
            label={s.seen}
            hint={s['seen-hint']}
            value={seen}
            onChange={setSeen}
            options={s['seen-options'].map((label, i) => ({
              value: String(i),
              label,
              tone: i === 1 ? 'orange' : i === 3 ? 'red' : undefined,
            }))}
          />
          <ChoiceField
            label={s.seen}
            value={choice}
            onChange={setChoice}
            options={s['seen-options'].map((label, i) => [String(i), label])}
          />
          <Notice tone="orange">{s.notice}</Notice>
          <Notice tone="blue" title={s.evidence}>
            {s.notice}
          </Notice>
          <Progress label={s.visit} done={3} total={7} />
        </Section>
        <Section title={s.law}>
          <Chain
            links={[
              { key: 'law', kind: s.law, title: s['law-title'], tone: 'blue', aside: s.holds },
              { key: 'duty', kind: s.duty, title: s['duty-title'], about: s.worker },
              { key: 'evidence', kind: s.evidence, title: s['evidence-title'], tone: 'orange', aside: s.lapsed },
            ]}
          />
          <Loop
            label={s.loop}
            steps={[
              { key: 'asked', title: s.asked, when: '09:20', state: 'done' },
              { key: 'answered', title: s.answered, when: s.past, state: 'late' },
              { key: 'helped', title: s.helped, state: 'ahead' },
            ]}
          />
          <Lineage
            nodes={[
              {
                key: 'first',
                title: s.city,
                mark: <Badge tone="blue">{s.level}</Badge>,
                from: [{ key: 'second', title: s.adapted, about: s.visit, mark: <Light state="cannot-tell">{s['cannot-tell']}</Light> }],
              },
            ]}
          />
        </Section>
        <Section title={s.figures}>
          <Figures>
            <Figure n="38" label={s['see-now']} to="/risks" tone="orange" />
            <Figure n="71" label={s['open-cases']} />
          </Figures>
          <Table
            caption={s.figures}
            rows={[
              { ward: '4', low: 41, high: 67 },
              { ward: '8', low: 81, high: 97 },
              { ward: '9', low: undefined, high: undefined },
            ]}
            keyOf={({ ward }) => ward}
            columns={[
              { key: 'ward', title: s['ward-column'], main: true, cell: ({ ward }) => ward },
              {
                key: 'share',
                title: s.share,
                end: true,
                cell: ({ low, high }) => (low === undefined ? <HiddenCell>{s.hidden}</HiddenCell> : `${low}–${high} %`),
              },
              {
                key: 'state',
                title: s.stage,
                cell: ({ low, high }) => {
                  const state = low === undefined ? 'cannot-tell' : lightOf(low, high, 80);
                  return <Light state={state}>{{ 'on-track': s.better, behind: s.behind, 'cannot-tell': s['cannot-tell'] }[state]}</Light>;
                },
              },
            ]}
          />
        </Section>
        <Section>
          <Chart title={s.chart} caption={s['chart-caption']} spec={dots(s)}>
            <Table
              caption={s.chart}
              rows={shares}
              keyOf={({ ward }) => ward}
              columns={[
                { key: 'ward', title: s['ward-column'], main: true, cell: ({ ward }) => ward },
                { key: 'share', title: s.share, end: true, cell: ({ value, low, high }) => `${value} % (${low}–${high})` },
              ]}
            />
          </Chart>
          <Chart title={s['chart-bars']} caption={s['chart-caption']} spec={bars(s)}>
            {s.hidden}
          </Chart>
          <Chart title={s['chart-trend']} caption={s['chart-caption']} spec={trend(s)}>
            {s.hidden}
          </Chart>
        </Section>
        <Paper
          head={s['paper-head']}
          title={s['paper-title']}
          facts={[
            [s.name, <Name key="name">{people[5]}</Name>],
            [s.born, s['born-on']],
          ]}
        />
        <Badges>
          <Badge>{s.level}</Badge>
          <Badge tone="blue">{s.level}</Badge>
          <Badge tone="orange">{s.level}</Badge>
          <Badge tone="red">{s.level}</Badge>
        </Badges>
        <Empty title={s.empty} action={<Button>{s.plain}</Button>} />
      </Page>
    </main>
  );
}
