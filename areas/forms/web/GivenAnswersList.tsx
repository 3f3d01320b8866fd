import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../platform/shell/index.ts';
import type { Answer, Answers, AskedQuestion, Instrument, Words } from '../domain/index.ts';
import { useWords } from './useInstrument.ts';

/** What was answered, question by question, in the order in which it was asked. */
export function GivenAnswersList({ instrument, answers }: { readonly instrument: Instrument; readonly answers: Answers }) {
  const { t } = useTranslation('forms');
  const { date } = useFormat();
  const say = useWords(instrument.languages);
  return (
    <div className="stack">
      {instrument.asked(answers).map(({ name, title, questions }) => {
        const answered = questions.filter((question) => answers[question.name] !== undefined);
        if (answered.length === 0) return null;
        return (
          <div key={name}>
            <h3 dir="auto">{say(title)}</h3>
            <dl className="stack">
              {answered.map((question) => (
                <div key={question.name}>
                  <dt className="small soft" dir="auto">
                    {say(question.label)}
                  </dt>
                  <dd className="prose" dir="auto">
                    {answerWords(question, answers[question.name]!, say, t, date)}
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        );
      })}
    </div>
  );
}

function answerWords(
  { type, choices, steps, least = 0 }: AskedQuestion,
  answer: Answer,
  say: (words: Words | undefined) => string,
  t: (key: string) => string,
  date: (iso: string) => string,
): string {
  const choice = (name: string) => say(choices.find((one) => one.name === name)?.label) || name;
  switch (type) {
    case 'yes-no':
      return t(`fill.${String(answer)}`);
    case 'one':
      return choice(String(answer));
    case 'several':
      return (answer as readonly string[]).map(choice).join(', ');
    case 'date':
      return date(String(answer));
    case 'scale':
      return `${answer} ${say(steps[Number(answer) - least])}`;
    default:
      return String(answer);
  }
}
