import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../platform/shell/index.ts';
import { Badge, Button, Name, Section } from '../../../platform/ui/index.ts';
import type { Pair, SourceRow, Verdict } from './answers.ts';
import { Why } from './Why.tsx';
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
const verdicts = ['same', 'not-same', 'later'] as const;

/** Two rows side by side, why they are in doubt, and the three answers. Keys work while the focus is inside, and nowhere else. */
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
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
    const verdict = keys[event.code];
    if (verdict) onAnswer(pair, verdict);
    else if (event.code === 'KeyU') onUndo();
    else return;
    event.preventDefault();
  };
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  const weight = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const likely = pair.probability >= 0.66 ? 'high' : pair.probability >= 0.33 ? 'even' : 'low';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are a second way to press the buttons inside
    <div ref={card} className="pair" tabIndex={-1} onKeyDown={press}>
      <Section title={t('review.pair')}>
        <Comparison left={pair.left} right={pair.right} />
        <div className="pair__answers">
          {verdicts.map((verdict, i) => (
            <Button key={verdict} onPress={() => onAnswer(pair, verdict)}>
              <kbd>{i + 1}</kbd> {t(`review.${verdict}`)}
            </Button>
          ))}
        </div>
        <p className="soft small pair__keys">{t('review.keys')}</p>
      </Section>
      <Section title={t('review.why')}>
        <p>
          {t(`review.likely.${likely}`)}{' '}
          <span className="soft">{t('review.odds', { share: percent.format(pair.probability), n: weight.format(pair.weight) })}</span>
        </p>
        <Why fields={pair.fields} />
      </Section>
    </div>
  );
}

/** Fields worth comparing, those first that tell people apart. */
const order = [
  'full_name',
  'given_name',
  'family_name',
  'other_name',
  'sex',
  'birth_date',
  'age_years',
  'mother_name',
  'father_name',
  'guardian_name',
  'national_id',
  'birth_registration_no',
  'phone',
  'ward',
  'address',
  'suburb',
  'postcode',
  'household_id',
  'relationship_to_head',
  'school_name',
  'grade',
  'enrolment_status',
  'registration_date',
  'last_visit_date',
];

function Comparison({ left, right }: { readonly left: SourceRow; readonly right: SourceRow }) {
  const { t } = useTranslation('people');
  const { number } = useFormat();
  const shown = order.filter((field) => left.values[field] || right.values[field]);
  const heading = ({ register, row }: SourceRow) => t('review.row', { register: t(`registers:register.${register}`), row: number(row) });
  return (
    <table className="comparison">
      <thead>
        <tr>
          <td />
          <th scope="col">{heading(left)}</th>
          <th scope="col">{heading(right)}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((field) => {
          const [a, b] = [left.values[field], right.values[field]];
          const differs = a !== undefined && b !== undefined && a !== b;
          return (
            <tr key={field} className={differs ? 'comparison__differs' : undefined}>
              <th scope="row">
                {t(`registers:field.${field}`)} {differs && <Badge tone="orange">{t('review.differs')}</Badge>}
              </th>
              <td>
                <CellValue field={field} value={a} />
              </td>
              <td>
                <CellValue field={field} value={b} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function CellValue({ field, value }: { readonly field: string; readonly value: string | undefined }) {
  const { t, i18n } = useTranslation('people');
  const { date } = useFormat();
  if (!value) return <span className="soft small">{t('review.empty')}</span>;
  if (field.endsWith('_date')) return date(value);
  const key = `registers:value.${field}.${value}`;
  return i18n.exists(key) ? t(key) : <Name>{value}</Name>;
}
