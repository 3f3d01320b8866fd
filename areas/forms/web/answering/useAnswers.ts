import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, AnswerFault, Answers, AskedQuestion, Instrument } from '../../domain/index.ts';

/** What is answered on the page of a questionnaire, and what of that does not fit. */
export interface Answering {
  readonly instrument: Instrument;
  /** As it was typed; `counted`: to questions that are put, given the others. */
  readonly answers: Answers;
  readonly counted: Answers;
  set(given: Readonly<Record<string, Answer | undefined>>): void;
  /** What is wrong with an answer, in words: once somebody tried to send them. */
  wrong(question: AskedQuestion): string | undefined;
  /** The answers without those that do not fit: what is kept of them. */
  sound(): Answers;
  /** Whether all is answered; where it is not, what lacks is marked and shown. */
  isWhole(): boolean;
  /** What lacks or does not fit, once somebody tried to send them. */
  readonly lacks: number;
  readonly page: React.RefObject<HTMLDivElement | null>;
}

export function useAnswers(instrument: Instrument, starts: Answers): Answering {
  const { t } = useTranslation('forms');
  const [answers, setAnswers] = useState<Answers>(starts);
  const [checked, setChecked] = useState(false);
  const page = useRef<HTMLDivElement>(null);
  const counted = instrument.counted(answers);
  const faults = new Map(instrument.faults(counted, true).map(({ question, fault }) => [question, fault]));
  const words = (fault: AnswerFault, { least, most }: AskedQuestion) =>
    fault === 'out-of-range' && least !== undefined && most !== undefined
      ? t('answer-fault.between', { least, most })
      : t(`answer-fault.${fault}`);
  return {
    instrument,
    answers,
    counted,
    page,
    lacks: checked ? faults.size : 0,
    set: (given) =>
      setAnswers((before) =>
        Object.fromEntries(Object.entries({ ...before, ...given }).filter((one): one is [string, Answer] => one[1] !== undefined)),
      ),
    wrong(question) {
      const fault = faults.get(question.name);
      return checked && fault ? words(fault, question) : undefined;
    },
    sound() {
      const unfit = new Set(instrument.faults(counted, false).map(({ question }) => question));
      return Object.fromEntries(Object.entries(counted).filter(([name]) => !unfit.has(name)));
    },
    isWhole() {
      const [first] = faults.keys();
      if (first === undefined) return true;
      setChecked(true);
      const lacking = page.current?.querySelector<HTMLElement>(`[data-question="${CSS.escape(first)}"]`);
      const fold = lacking?.closest('details');
      if (fold) fold.open = true;
      lacking?.scrollIntoView({ block: 'center' });
      lacking?.querySelector<HTMLElement>('input, textarea, select')?.focus({ preventScroll: true });
      return false;
    },
  };
}
