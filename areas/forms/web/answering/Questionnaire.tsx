import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, Section, SelectField } from '../../../../platform/ui/index.ts';
import { namesIn } from '../../../../platform/ui/names/names.ts';
import type { AskedSection, Words } from '../../domain/index.ts';
import { useWords } from '../useInstrument.ts';
import { Domains, type LastSaid } from './Domains.tsx';
import { Questions } from './Questions.tsx';
import type { Answering } from './useAnswers.ts';
import '../questionnaire.css';

interface Props {
  readonly of: Answering;
  /** What stands in the place of the questions beyond safety as long as they may not be put. */
  readonly gate?: ReactNode;
  /** At a visit: the domains that are asked about first, and what was said of all the last time. */
  readonly visit?: { readonly focus: readonly string[]; readonly last: LastSaid | null };
  /** What follows the questions: when and by whose words, and the act that records them. */
  readonly children: ReactNode;
}

/** A questionnaire of any kind on one page: conditions live, errors at their questions; sections that need no answer are folded. */
export function Questionnaire({ of, gate, visit, children }: Props) {
  const { instrument } = of;
  const { t, i18n } = useTranslation('forms');
  const [language, setLanguage] = useState<string>();
  const say = useWords(instrument.languages, language);
  const sections = instrument.asked(of.answers).filter(({ safety }) => !gate || safety);
  const domains = new Set(instrument.domains.map(({ section }) => section));
  // Domains that are one step each stand together; those of which a city asks more are sections like any other.
  const isBrief = sections.every(({ name, questions }) => !domains.has(name) || questions.filter(({ detail }) => !detail).length === 1);
  const scored = visit || isBrief ? domains : new Set<string>();
  const firstScored = sections.find(({ name }) => scored.has(name));
  const nameOf = namesIn(i18n.language, 'language');
  const known = instrument.languages.includes(i18n.language) ? i18n.language : instrument.languages[0]!;
  return (
    <div className="questionnaire" ref={of.page}>
      <details className="questionnaire__more">
        <summary>{t('fill.more')}</summary>
        {instrument.lead && <p dir="auto">{say(instrument.lead)}</p>}
        <Script title={t('fill.say-first')} steps={instrument.script.begin.map(say)} />
        <Script title={t('fill.say-last')} steps={instrument.script.end.map(say)} />
        {instrument.languages.length > 1 && (
          <SelectField
            label={t('fill.language')}
            value={language ?? known}
            onChange={setLanguage}
            options={instrument.languages.map((one) => [one, nameOf(one)] as const)}
          />
        )}
        {instrument.source && (
          <p className="small soft" dir="auto">
            {say(instrument.source)}
          </p>
        )}
      </details>
      {sections.map((section) => {
        if (section === firstScored)
          return <Domains key="domains" of={of} sections={sections.filter(({ name }) => scored.has(name))} say={say} visit={visit} />;
        return !scored.has(section.name) && <OneSection key={section.name} of={of} section={section} say={say} />;
      })}
      {gate}
      {of.lacks > 0 && <Notice tone="orange">{t('fill.faults', { count: of.lacks })}</Notice>}
      {children}
    </div>
  );
}

/** A section: open where something in it must be answered, or was. */
function OneSection({
  of,
  section: { name, title, lead, questions },
  say,
}: {
  readonly of: Answering;
  readonly section: AskedSection;
  readonly say: (words: Words | undefined) => string;
}) {
  const done = questions.filter((question) => Object.hasOwn(of.counted, question.name)).length;
  const [opens] = useState(() => done > 0 || questions.some(({ required }) => required));
  const asked = (
    <>
      {lead && <p dir="auto">{say(lead)}</p>}
      <Questions of={of} questions={questions} say={say} />
    </>
  );
  if (opens) return <Section title={<span dir="auto">{say(title)}</span>}>{asked}</Section>;
  return (
    <details className="section questionnaire__fold" data-section={name}>
      <summary>
        <span dir="auto">{say(title)}</span>{' '}
        <span className="small soft numeric">
          {done}/{questions.length}
        </span>
      </summary>
      <div className="stack">{asked}</div>
    </details>
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
