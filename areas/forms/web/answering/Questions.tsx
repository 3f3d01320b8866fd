import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../platform/ui/index.ts';
import type { AskedQuestion, Words } from '../../domain/index.ts';
import { ActNow } from '../ActNow.tsx';
import { Choices, QuestionField } from './QuestionField.tsx';
import type { Answering } from './useAnswers.ts';

interface Props {
  readonly of: Answering;
  readonly questions: readonly AskedQuestion[];
  readonly say: (words: Words | undefined) => string;
  /** What stands beside a question: what was said the last time. */
  readonly beside?: (question: AskedQuestion) => ReactNode;
}

const isOfSafety = ({ type, unsafe }: AskedQuestion) => type === 'yes-no' && unsafe.length > 0;

/** Questions one below the other. Those of safety that stand together may all be answered at once, and a visit's two questions of whom was met. */
export function Questions({ of, questions, say, beside }: Props) {
  const { visit } = of.instrument;
  const safety = questions.filter(isOfSafety);
  return questions.map((question) => {
    if (question.name === visit?.alone) return null;
    if (question.name === visit?.seen) return <Met key={question.name} of={of} seen={question} />;
    return (
      <Fragment key={question.name}>
        {safety.length > 1 && question === safety[0] && <AllSafe of={of} questions={safety} />}
        <div data-question={question.name}>
          <QuestionField
            question={question}
            value={of.answers[question.name]}
            onChange={(value) => of.set({ [question.name]: value })}
            error={of.wrong(question)}
            say={say}
            beside={beside?.(question)}
          />
        </div>
        <ActNow alarms={of.instrument.alarmsAt(question.name, of.counted)} />
      </Fragment>
    );
  });
}

/** Says of each question of safety that nothing is wrong: a judgement, and one press where all were asked. */
function AllSafe({ of, questions }: { readonly of: Answering; readonly questions: readonly AskedQuestion[] }) {
  const { t } = useTranslation('forms');
  const safe = Object.fromEntries(questions.map(({ name, unsafe }) => [name, unsafe.includes('yes') ? 'no' : 'yes']));
  return (
    <div>
      <Button onPress={() => of.set(safe)}>{t('fill.all-safe', { count: questions.length })}</Button>
    </div>
  );
}

/** Whether the child was seen, and alone: one answer to both questions. */
function Met({ of, seen }: { readonly of: Answering; readonly seen: AskedQuestion }) {
  const { t } = useTranslation('forms');
  const { visit } = of.instrument;
  if (!visit) return null;
  const given = {
    alone: { [visit.seen]: 'yes', [visit.alone]: 'yes' },
    others: { [visit.seen]: 'yes', [visit.alone]: 'no' },
    nobody: { [visit.seen]: 'no', [visit.alone]: undefined },
  } as const;
  const kinds = Object.keys(given) as (keyof typeof given)[];
  const chosen = kinds.find((kind) => Object.entries(given[kind]).every(([name, answer]) => of.answers[name] === answer));
  const alone = of.instrument.question(visit.alone);
  return (
    <div data-question={seen.name}>
      <div data-question={visit.alone}>
        <Choices
          label={t('met.title')}
          row
          error={of.wrong(seen) ?? (alone && of.answers[visit.seen] === 'yes' ? of.wrong(alone) : undefined)}
          chosen={[chosen]}
          onChoose={(kind) => of.set(given[kind as keyof typeof given])}
          options={kinds.map((kind) => ({ value: kind, words: t(`met.${kind}`) }))}
        />
      </div>
    </div>
  );
}
