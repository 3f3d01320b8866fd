import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { Await, useFormat, useSession } from '../../../../platform/shell/index.ts';
import {
  Button,
  Buttons,
  ChoiceField,
  Figure,
  Figures,
  Name,
  Notice,
  Progress,
  Section,
  Skeleton,
  Table,
  TextField,
} from '../../../../platform/ui/index.ts';
import type { DryRun, Proposal } from '../../contract/index.ts';
import { useAskLong, useCommand, useRead } from '../api.ts';
import type { SentFile } from './FileStep.tsx';
import { type Plan, readingOf, saying } from './plan.ts';
import { Misread, type OnSaid, UnreadWords } from './UnreadWords.tsx';

const outcomes = ['added', 'changed', 'unchanged', 'gone', 'unread', 'setAside'] as const;

/** What the import would do, before it does it. */
export function CheckStep({
  file,
  plan,
  proposal,
  onBack,
  onWords,
  onStarted,
}: {
  readonly file: SentFile;
  readonly plan: Plan;
  readonly proposal: Proposal;
  readonly onBack: () => void;
  readonly onWords: (words: Plan['words']) => void;
  readonly onStarted: (id: string, remember: string | undefined, words: Plan['words']) => void;
}) {
  const { t } = useTranslation('registers');
  const { number } = useFormat();
  const { may } = useSession();
  const [id] = useState(() => uuidv7());
  const [remember, setRemember] = useState(false);
  const [said, setSaid] = useState(plan.words);
  const [name, setName] = useState(proposal.profile?.name ?? t(`register.${plan.register}`));
  const reading = readingOf(plan, proposal);
  const say: OnSaid = (word, meaning) => {
    setSaid(saying(said, word, meaning));
    setRemember(may('save', 'registers.profile') && !proposal.mended);
  };
  const dryRun = useAskLong('/api/registers/uploads/{id}/dry-run', { id: file.id, ...reading });
  // No form of a command: what is agreed to is the dry run, and the plan of the steps before is sent.
  const start = useCommand('registers.import', () => onStarted(id, remember && name.trim() ? name.trim().slice(0, 200) : undefined, said));
  const back = <Button onPress={onBack}>{t('wizard.previous')}</Button>;
  if (dryRun.isPending)
    return (
      <Section title={t('wizard.checking')}>
        {dryRun.underWay ? (
          <>
            <Progress
              label={t(dryRun.underWay.stage === 'gone' ? 'stage.gone' : 'stage.trying')}
              done={dryRun.underWay.done}
              total={dryRun.underWay.total}
            />
            <Buttons>
              <Button onPress={onBack}>{t('wizard.check-cancel')}</Button>
            </Buttons>
          </>
        ) : (
          <Skeleton />
        )}
      </Section>
    );
  return (
    <>
      <Await of={dryRun}>
        {({ counts, setAside, unread, unreadOthers }) => (
          <>
            <Section title={t('wizard.check-lead', { register: t(`register.${plan.register}`) })}>
              <Figures>
                {outcomes.map((outcome) => (
                  <Figure
                    key={outcome}
                    n={number(counts[outcome] ?? 0)}
                    label={t(`wizard.will.${outcome}`)}
                    {...((outcome === 'setAside' || outcome === 'unread') && (counts[outcome] ?? 0) > 0 ? { tone: 'orange' as const } : {})}
                  />
                ))}
              </Figures>
              {(counts.recognised ?? 0) > 0 && <p className="soft">{t('wizard.recognised', { n: number(counts.recognised!) })}</p>}
              <Warnings counts={counts} plan={plan} />
              <Misread unread={unread} rows={counts.rows} />
            </Section>
            <UnreadWords unread={unread} others={unreadOthers} said={said} onSaid={say}>
              {said !== plan.words && <Button onPress={() => onWords(said)}>{t('words.check-again')}</Button>}
            </UnreadWords>
            {setAside.length > 0 && (
              <Section title={t('wizard.aside')}>
                <p className="soft">
                  {t('wizard.aside-lead')} {setAside.length < counts.setAside && t('wizard.aside-some', { n: number(setAside.length) })}
                </p>
                <Table
                  caption={t('wizard.aside')}
                  rows={setAside}
                  keyOf={({ row }) => String(row)}
                  columns={[
                    {
                      key: 'row',
                      title: t('wizard.aside-row'),
                      main: true,
                      cell: ({ row }) => t('wizard.aside-row-n', { row, n: number(row) }),
                    },
                    { key: 'column', title: t('wizard.aside-column'), cell: ({ column }) => <Name>{column}</Name> },
                    { key: 'cell', title: t('wizard.aside-cell'), cell: ({ cell }) => cell && <Name>{cell}</Name> },
                    { key: 'reason', title: t('wizard.aside-reason'), cell: ({ reason }) => t(`mend.${reason}`, reason) },
                  ]}
                />
              </Section>
            )}
            {may('save', 'registers.profile') && !proposal.mended && (
              <Section>
                <ChoiceField
                  several
                  label={t('wizard.remember')}
                  value={remember ? ['yes'] : []}
                  onChange={(value) => setRemember(value.length > 0)}
                  options={[['yes', t('wizard.remember-hint')]]}
                />
                {remember && <TextField label={t('wizard.remember-name')} value={name} onChange={setName} required />}
              </Section>
            )}
            {start.error && <Notice tone="red">{start.error.sentence}</Notice>}
            <Buttons>
              <Button
                kind="primary"
                pending={start.isPending}
                onPress={() =>
                  start.mutate({
                    id,
                    name: 'start',
                    input: { upload: file.id, fileName: file.name.slice(0, 200), ...readingOf({ ...plan, words: said }, proposal) },
                  })
                }
              >
                {t('wizard.start', { count: counts.rows - counts.setAside, n: number(counts.rows - counts.setAside) })}
              </Button>
              {back}
            </Buttons>
          </>
        )}
      </Await>
      {dryRun.error && !dryRun.data && <Buttons>{back}</Buttons>}
    </>
  );
}

/** A share of rows gone at once that nobody should pass over. */
const manyGone = 0.2;

function Warnings({ counts, plan }: { readonly counts: DryRun['counts']; readonly plan: Plan }) {
  const { t } = useTranslation('registers');
  const { number } = useFormat();
  const summary = useRead('/api/registers/summary');
  const present = summary.data?.registers.find(({ register }) => register === plan.register)?.present ?? 0;
  const news = counts.added + counts.changed + counts.gone + counts.setAside;
  return (
    <>
      {counts.gone > present * manyGone && present > 0 && (
        <Notice tone="orange">{t('wizard.many-gone', { gone: number(counts.gone), present: number(present) })}</Notice>
      )}
      {counts.rows > 0 && counts.setAside === counts.rows && <Notice tone="orange">{t('wizard.all-aside')}</Notice>}
      {news === 0 && <Notice>{t('wizard.nothing-new')}</Notice>}
    </>
  );
}
