import { useTranslation } from 'react-i18next';
import { localeOf } from '../decider/index.ts';

interface Bar {
  readonly key: string;
  readonly label: string;
  readonly n: number;
}

/** Counts as bars, the length of each against the longest. With `onChoose` each bar is a switch for a filter. */
export function Bars({
  bars,
  chosen,
  onChoose,
}: {
  readonly bars: readonly Bar[];
  readonly chosen?: string | undefined;
  readonly onChoose?: (key: string | undefined) => void;
}) {
  const { i18n } = useTranslation();
  const number = new Intl.NumberFormat(localeOf(i18n.language));
  const longest = Math.max(1, ...bars.map(({ n }) => n));
  return (
    <div className="bars">
      {bars.map(({ key, label, n }) => {
        const inside = (
          <>
            <bdi dir="auto">{label}</bdi>
            <span className="bar__rail">
              <span style={{ inlineSize: `${Math.max(1, (100 * n) / longest)}%` }} />
            </span>
            <span className="bar__n">{number.format(n)}</span>
          </>
        );
        return onChoose ? (
          <button
            key={key}
            type="button"
            className="bar"
            aria-pressed={chosen === key}
            onClick={() => onChoose(chosen === key ? undefined : key)}
          >
            {inside}
          </button>
        ) : (
          <div key={key} className="bar">
            {inside}
          </div>
        );
      })}
    </div>
  );
}
