import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../platform/shell/index.ts';
import { Section } from '../../../../platform/ui/index.ts';
import type { Answers, AskedQuestion, AskedSection, Words } from '../../domain/index.ts';
import { Choices } from './QuestionField.tsx';
import { Questions } from './Questions.tsx';
import type { Answering } from './useAnswers.ts';

/** What was said at the visit before. */
export interface LastSaid {
  readonly on: string;
  readonly answers: Answers;
}

/** What a visit is shown with: the domains that are asked about first, and what was said of all the last time. */
export interface Visited {
  readonly focus: readonly string[];
  readonly last: LastSaid | null;
}

/** How the child is doing, by domain. At a visit those of the plan and two others are asked about; the rest is as before or has changed. */
export function Domains({
  of,
  sections,
  say,
  visit,
}: {
  readonly of: Answering;
  readonly sections: readonly AskedSection[];
  readonly say: (words: Words | undefined) => string;
  readonly visit: Visited | undefined;
}) {
  const { t } = useTranslation('forms');
  const { date } = useFormat();
  const [rest, setRest] = useState<string>();
  const last = visit?.last;
  const asksOf = ({ domain }: { readonly domain: string }) => !visit || visit.focus.includes(domain);
  const inFocus = new Set(of.instrument.domains.filter(asksOf).map(({ section }) => section));
  const first = sections.filter(({ name }) => inFocus.has(name));
  const others = sections.filter(({ name }) => !inFocus.has(name));
  const scales = others.flatMap(({ questions }) => questions).filter(({ type }) => type === 'scale');
  const before = last && scales.some(({ name }) => last.answers[name] !== undefined) ? last : null;
  const beside = ({ name, type }: AskedQuestion) =>
    type === 'scale' && last?.answers[name] !== undefined && `${date(last.on)}: ${String(last.answers[name])}`;
  const asked = (some: readonly AskedSection[]) =>
    some.map(({ name, title, questions }) => {
      const details = questions.filter(({ detail }) => detail);
      const said = details.filter((question) => Object.hasOwn(of.counted, question.name)).length;
      return (
        <Fragment key={name}>
          <Questions of={of} questions={questions.filter(({ detail }) => !detail)} say={say} beside={beside} />
          {details.length > 0 && (
            <details data-section={name} open={said > 0}>
              <summary>
                {t('domains.more', { domain: say(title) })}{' '}
                <span className="small soft numeric">
                  {said}/{details.length}
                </span>
              </summary>
              <Questions of={of} questions={details} say={say} />
            </details>
          )}
        </Fragment>
      );
    });
  const choose = (how: string | number) => {
    setRest(String(how));
    if (how !== 'changed')
      of.set(Object.fromEntries(scales.map(({ name }) => [name, how === 'before' ? before?.answers[name] : undefined])));
  };
  return (
    <Section title={t('domains.how')}>
      <p className="small soft">{t(visit ? 'domains.zero-to-four' : 'domains.leave-out')}</p>
      {asked(first)}
      {others.length > 0 && (
        <Choices
          label={t('domains.others', { count: others.length })}
          hint={others.map(({ title }) => say(title)).join(', ')}
          row
          error={undefined}
          chosen={[rest]}
          onChoose={choose}
          options={[
            before
              ? { value: 'before', words: t('domains.as-before', { date: date(before.on) }) }
              : { value: 'not-asked', words: t('domains.not-asked') },
            { value: 'changed', words: t(before ? 'domains.changed' : 'domains.ask') },
          ]}
        />
      )}
      {rest === 'changed' && asked(others)}
    </Section>
  );
}
