import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { Await } from '../../../../platform/shell/index.ts';
import { Button, Buttons, Notice, Page, Section, SelectField, Skeleton, useToast } from '../../../../platform/ui/index.ts';
import type { Proposal } from '../../contract/index.ts';
import { CheckStep } from './CheckStep.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { FileStep, type SentFile } from './FileStep.tsx';
import { type Chosen, planOf, profileOf } from './plan.ts';
import { RunStep } from './RunStep.tsx';
import './import.css';
import { useAsk, useCommand } from '../api.ts';

const steps = ['file', 'columns', 'check', 'run'] as const;
type Step = (typeof steps)[number];

/** From a file to rows in the register: nothing is written before the last step. */
export default function ImportPage() {
  const { t } = useTranslation('registers');
  const [file, setFile] = useState<SentFile>();
  const [chosen, setChosen] = useState<Chosen>({});
  const [checking, setChecking] = useState(false);
  const [started, setStarted] = useState<string>();
  const say = useToast();
  // Asked in the step before, and sent once the import has begun.
  const save = useCommand('registers.profile', () => say(t('wizard.remembered')));
  const step: Step = started ? 'run' : !file ? 'file' : checking ? 'check' : 'columns';
  const begin = () => {
    setFile(undefined);
    setChosen({});
    setChecking(false);
    setStarted(undefined);
    save.reset();
  };
  return (
    <Page title={t('wizard.title')} back={{ to: '/registers', label: t('wizard.back') }}>
      <Steps step={step} />
      {step === 'file' && (
        <FileStep
          onSent={(sent) => {
            begin();
            setFile(sent);
          }}
        />
      )}
      {file && !started && (
        <Planning
          key={JSON.stringify([file.id, chosen])}
          file={file}
          chosen={chosen}
          checking={checking}
          onChosen={setChosen}
          onChecking={setChecking}
          onAgain={begin}
          onStarted={(id, profile) => {
            setStarted(id);
            if (profile) save.mutate({ id: profile.id, name: 'save', input: profile.input });
          }}
        />
      )}
      {started && (
        <>
          {save.error && <Notice tone="red">{save.error.sentence}</Notice>}
          <RunStep id={started} onAnother={begin} />
        </>
      )}
    </Page>
  );
}

/** Where one is; each step begins here for those who hear the page. */
function Steps({ step }: { readonly step: Step }) {
  const { t } = useTranslation('registers');
  const at = steps.indexOf(step);
  const here = useRef<HTMLParagraphElement>(null);
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is what changes
  useEffect(() => {
    if (!first.current) {
      here.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    first.current = false;
  }, [step]);
  return (
    <div>
      <p ref={here} tabIndex={-1} className="steps__here">
        {t('wizard.step-now', { n: at + 1, name: t(`wizard.step.${step}`) })}
      </p>
      <ol className="steps" aria-label={t('wizard.steps')}>
        {steps.map((one, i) => (
          <li key={one} className={i < at ? 'steps__done' : undefined} aria-current={i === at ? 'step' : undefined}>
            {t(`wizard.step.${one}`)}
          </li>
        ))}
      </ol>
    </div>
  );
}

interface PlanningProps {
  readonly file: SentFile;
  readonly chosen: Chosen;
  readonly checking: boolean;
  readonly onChosen: (chosen: Chosen) => void;
  readonly onChecking: (checking: boolean) => void;
  readonly onAgain: () => void;
  readonly onStarted: (id: string, profile?: { id: string; input: ReturnType<typeof profileOf> }) => void;
}

/** What the file holds and what is to be made of it. */
function Planning(props: PlanningProps) {
  const { t } = useTranslation('registers');
  const { file, chosen, onAgain } = props;
  const proposal = useAsk('/api/registers/uploads/{id}/proposal', { id: file.id, ...chosen });
  if (proposal.isPending)
    return (
      <Section title={t('wizard.reading')}>
        <Skeleton />
      </Section>
    );
  return (
    <>
      <Await of={proposal}>{(found) => <Planned {...props} proposal={found} />}</Await>
      {proposal.error && !proposal.data && (
        <Buttons>
          <Button kind="primary" onPress={onAgain}>
            {t('wizard.another')}
          </Button>
        </Buttons>
      )}
    </>
  );
}

function Planned({
  file,
  chosen,
  proposal,
  checking,
  onChosen,
  onChecking,
  onAgain,
  onStarted,
}: PlanningProps & { readonly proposal: Proposal }) {
  const { t } = useTranslation('registers');
  const [plan, setPlan] = useState(() => planOf(proposal, chosen));
  if (checking)
    return (
      <CheckStep
        file={file}
        plan={plan}
        proposal={proposal}
        onBack={() => onChecking(false)}
        onWords={(words) => setPlan({ ...plan, words })}
        onStarted={(id, remember, words) =>
          onStarted(
            id,
            remember === undefined
              ? undefined
              : { id: proposal.profile?.id ?? uuidv7(), input: profileOf(remember, { ...plan, words }, proposal) },
          )
        }
      />
    );
  return (
    <>
      {proposal.sheets.length > 1 && (
        <Section>
          <SelectField
            label={t('wizard.sheet')}
            hint={t('wizard.sheet-hint')}
            value={proposal.sheet ?? ''}
            onChange={(sheet) => onChosen({ sheet })}
            options={proposal.sheets.map(({ name, hidden }) => [name, hidden ? t('wizard.sheet-hidden', { name }) : name] as const)}
          />
        </Section>
      )}
      <ColumnsStep
        plan={plan}
        proposal={proposal}
        onChange={setPlan}
        onEncoding={(encoding) => onChosen({ encoding })}
        onReady={() => onChecking(true)}
        onAgain={onAgain}
      />
    </>
  );
}
