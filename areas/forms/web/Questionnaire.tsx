import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Buttons, Notice, Progress, Section, SelectField } from '../../../platform/ui/index.ts';
import type { Answer, AnswerFault, Answers, AskedQuestion, AskedSection, Instrument } from '../domain/index.ts';
import { ActNow } from './ActNow.tsx';
import { QuestionField } from './QuestionField.tsx';
import { useWords } from './useInstrument.ts';
import './questionnaire.css';

interface Props {
  readonly instrument: Instrument;
  readonly starts: Answers;
  /** Answers free of faults, whenever a section is left or is to be: to be kept as a draft. */
  readonly onSection?: (answers: Answers) => void;
  /** What follows the last section: the complete answers, and the way back. */
  readonly end: (answers: Answers, back: () => void) => ReactNode;
  /** What stands in the place of a section's questions as long as they may not be put. */
  readonly gate?: (section: AskedSection) => ReactNode;
  /** Below the way on: what is said of the draft, and a way to leave with the answers that are free of faults. */
  readonly aside?: (answers: Answers) => ReactNode;
}

/** A questionnaire of any kind, one section a screen: conditions live, errors at their questions, the answers kept from section to section. */
export function Questionnaire({ instrument, starts, onSection, end, gate, aside }: Props) {
  const { t, i18n } = useTranslation('forms');
  const [language, setLanguage] = useState<string>();
  const say = useWords(instrument.languages, language);
  const [answers, setAnswers] = useState<Answers>(starts);
  const [at, setAt] = useState(0);
  const [checked, setChecked] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const sections = instrument.asked(answers);
  // A condition may have taken away sections behind the one on screen.
  const index = Math.min(at, sections.length);
  const section = sections[index];
  const closed = section && gate?.(section);
  const counted = instrument.counted(answers);
  const { alarms } = instrument.outcome(counted);
  const faults = new Map(instrument.faults(counted, true).map(({ question, fault }) => [question, fault]));

  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    top.current?.scrollIntoView({ block: 'start' });
    top.current?.focus({ preventScroll: true });
  });
  const sound = (): Answers => {
    const wrong = new Set(instrument.faults(counted, false).map(({ question }) => question));
    return Object.fromEntries(Object.entries(counted).filter(([name]) => !wrong.has(name)));
  };
  const go = (to: number) => {
    setChecked(false);
    moved.current = true;
    setAt(to);
    onSection?.(sound());
  };
  const set = (name: string, value: Answer | undefined) =>
    setAnswers(({ [name]: _, ...others }) => (value === undefined ? others : { ...others, [name]: value }));
  const faulty = section?.questions.filter(({ name }) => faults.has(name)) ?? [];
  const onward = () => {
    if (faulty.length === 0) return go(index + 1);
    onSection?.(sound());
    setChecked(true);
    top.current?.scrollIntoView({ block: 'start' });
  };
  const faultWords = (fault: AnswerFault, { least, most }: AskedQuestion) =>
    fault === 'out-of-range' && least !== undefined && most !== undefined
      ? t('answer-fault.between', { least, most })
      : t(`answer-fault.${fault}`);
  const firstFaulty = sections.findIndex(({ questions }) => questions.some(({ name }) => faults.has(name)));
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const known = instrument.languages.includes(i18n.language) ? i18n.language : instrument.languages[0]!;

  return (
    <div className="questionnaire" ref={top} tabIndex={-1}>
      <Progress label={section ? say(section.title) : t('fill.end')} done={index} total={sections.length} />
      <details className="questionnaire__more">
        <summary>{t('fill.more')}</summary>
        <div className="form__row">
          <SelectField
            label={t('fill.section')}
            value={String(index)}
            onChange={(to) => go(Number(to))}
            options={[
              ...sections.map(({ title, questions }, i) => {
                const done = questions.filter(({ name }) => Object.hasOwn(counted, name)).length;
                return [String(i), `${i + 1}. ${say(title)} (${done}/${questions.length})`] as const;
              }),
              [String(sections.length), t('fill.end')],
            ]}
          />
          {instrument.languages.length > 1 && (
            <SelectField
              label={t('fill.language')}
              value={language ?? known}
              onChange={setLanguage}
              options={instrument.languages.map((one) => [one, names.of(one) ?? one] as const)}
            />
          )}
        </div>
      </details>
      {index === 0 && instrument.lead && <p dir="auto">{say(instrument.lead)}</p>}
      {index === 0 && <Script title={t('fill.say-first')} steps={instrument.script.begin.map(say)} />}
      {section && (
        <Section title={<span dir="auto">{say(section.title)}</span>}>
          {closed}
          {!closed && section.lead && <p dir="auto">{say(section.lead)}</p>}
          {checked && faulty.length > 0 && <Notice tone="red">{t('fill.faults', { count: faulty.length })}</Notice>}
          {(closed ? [] : section.questions).map((question) => {
            const fault = faults.get(question.name);
            return (
              <Fragment key={question.name}>
                <QuestionField
                  question={question}
                  value={answers[question.name]}
                  onChange={(value) => set(question.name, value)}
                  error={checked && fault ? faultWords(fault, question) : undefined}
                  say={say}
                />
                <ActNow alarms={instrument.alarmsAt(question.name, counted)} />
              </Fragment>
            );
          })}
          {onSection && alarms.length > 0 && (
            <Notice tone="red" title={t('fill.untold')}>
              <Button kind="primary" onPress={() => go(sections.length)}>
                {t('fill.tell-now')}
              </Button>
            </Notice>
          )}
          <Buttons>
            {!closed && (
              <Button kind="primary" onPress={onward}>
                {t('fill.next')}
              </Button>
            )}
            {index > 0 && <Button onPress={() => go(index - 1)}>{t('fill.back')}</Button>}
          </Buttons>
          {aside?.(sound())}
        </Section>
      )}
      {index === 0 && instrument.source && (
        <p className="small soft" dir="auto">
          {say(instrument.source)}
        </p>
      )}
      {!section && <ActNow alarms={alarms} />}
      {!section && firstFaulty < 0 && <Script title={t('fill.say-last')} steps={instrument.script.end.map(say)} />}
      {!section &&
        (firstFaulty < 0 ? (
          end(counted, () => go(sections.length - 1))
        ) : (
          <Notice tone="orange" title={t('fill.incomplete', { section: say(sections[firstFaulty]!.title) })}>
            <Button
              kind="primary"
              onPress={() => {
                go(firstFaulty);
                setChecked(true);
              }}
            >
              {t('fill.go-there')}
            </Button>
          </Notice>
        ))}
    </div>
  );
}

/** What the interviewer says, step by step. */
function Script({ title, steps }: { readonly title: string; readonly steps: readonly string[] }) {
  if (steps.length === 0) return null;
  return (
    <Notice tone="blue" title={title}>
      <ul className="fired">
        {steps.map((step) => (
          <li key={step} dir="auto">
            {step}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
