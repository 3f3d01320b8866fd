import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf } from '../../../../platform/decider/index.ts';
import { Button, Notice, Section } from '../../../../platform/ui/index.ts';
import type { Pair, Verdict } from '../../contract/index.ts';
import { Why } from '../Why.tsx';
import { Comparison } from './Comparison.tsx';
import { Competing, Consequence } from './Consequences.tsx';
import { leftToRight } from './comparedColumns.ts';
import './review.css';

// By the key's place, not its letter: it is the same on a Korean and an Urdu keyboard.
const keys: Readonly<Record<string, Verdict>> = {
  Digit1: 'same',
  Numpad1: 'same',
  Digit2: 'not-same',
  Numpad2: 'not-same',
  Digit3: 'later',
  Numpad3: 'later',
};
// From nine in ten on linkage joins rows by itself: what is asked nevertheless was in the way of another row.
const likelihoods = [
  [0.9, 'refused'],
  [0.6, 'high'],
  [0.4, 'even'],
] as const;
const verdicts = ['same', 'not-same', 'later'] as const;

/** The two persons side by side, why their rows are in doubt, and the three answers with what each would do. Keys work while the focus is inside, and nowhere else. */
export function PairCard({
  pair,
  focus,
  onAnswer,
  onUndo,
}: {
  readonly pair: Pair;
  readonly focus: boolean;
  readonly onAnswer: (pair: Pair, verdict: Verdict) => void;
  readonly onUndo: () => void;
}) {
  const { t, i18n } = useTranslation('people');
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) card.current?.focus({ preventScroll: true });
  }, [focus]);
  // No `useActs`: an answer is sent while the next pair stands there, and keys give it too.
  const answers = pair.next.includes('judge');
  const press = (event: KeyboardEvent) => {
    if (!answers || event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
    const verdict = keys[event.code];
    if (verdict) onAnswer(pair, verdict);
    else if (event.code === 'KeyU') onUndo();
    else return;
    event.preventDefault();
  };
  const percent = new Intl.NumberFormat(localeOf(i18n.language), { style: 'percent', maximumFractionDigits: 0 });
  const weight = new Intl.NumberFormat(localeOf(i18n.language), { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const likely = likelihoods.find(([least]) => pair.probability >= least)?.[1] ?? 'low';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are a second way to press the buttons inside
    <div ref={card} className="pair" tabIndex={-1} onKeyDown={press}>
      <Section title={t('review.pair')}>
        {pair.pendingReasons.length > 0 && (
          <Notice tone="orange" title={t('review.pending-reasons')}>
            {new Intl.ListFormat(i18n.language).format(pair.pendingReasons.map((rule) => t(`risks:rule.${rule}.name`)))}
          </Notice>
        )}
        <Comparison pair={pair} />
        <Competing pairs={pair.competing} />
        {answers && (
          <>
            <dl className="pair__would">
              {verdicts.map((verdict) => (
                <div key={verdict}>
                  <dt>{t(`review.${verdict}`)}</dt>
                  <dd>
                    <Consequence pair={pair} verdict={verdict} />
                  </dd>
                </div>
              ))}
            </dl>
            <div className="pair__answers">
              {verdicts.map((verdict, i) => (
                <Button key={verdict} onPress={() => onAnswer(pair, verdict)}>
                  <kbd>{i + 1}</kbd> {t(`review.${verdict}`)}
                </Button>
              ))}
            </div>
            <p className="soft small pair__keys">{t('review.keys')}</p>
          </>
        )}
      </Section>
      <Section title={t('review.why')}>
        {pair.fields.length === 0 ? (
          <p>{t('review.left-apart')}</p>
        ) : (
          <>
            <p>
              {t(`review.likely.${likely}`)}{' '}
              <span className="soft">
                {t('review.odds', { share: percent.format(Math.min(0.99, pair.probability)), n: leftToRight(weight.format(pair.weight)) })}
              </span>
            </p>
            <Why fields={pair.fields} />
          </>
        )}
      </Section>
    </div>
  );
}
