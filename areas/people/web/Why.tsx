import { useTranslation } from 'react-i18next';
import { localeOf } from '../../../platform/decider/index.ts';
import type { FieldReason } from '../contract/index.ts';
import { leftToRight, wordsOf } from './review/comparedColumns.ts';
import './why.css';

/** Below this a field says as good as nothing. */
const telling = 0.1;

/** Field by field what speaks for two rows being one person and what against it: in words, as a bar, and last as a number. */
export function Why({ fields }: { readonly fields: readonly FieldReason[] }) {
  const { t, i18n } = useTranslation('people');
  const number = new Intl.NumberFormat(localeOf(i18n.language), { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const said = fields.filter(({ level }) => level >= 0).sort((a, b) => b.weight - a.weight);
  const heaviest = Math.max(1, ...said.map(({ weight }) => Math.abs(weight)));
  return (
    <ul className="why">
      {said.map(({ column, level, weight }) => {
        const side = Math.abs(weight) < telling ? 'neither' : weight > 0 ? 'for' : 'against';
        const words = wordsOf({ column, level });
        return (
          <li key={column}>
            <span>
              <strong>{t(words?.column ?? 'column.other')}</strong> {words && <span className="soft">{t(words.level)}</span>}
            </span>
            <span className="why__rail">
              <span className={`why__bar why__bar--${side}`} style={{ inlineSize: `${(50 * Math.abs(weight)) / heaviest}%` }} />
            </span>
            <span className="small soft">
              {t(`why.${side}`)} <span className="numeric">{t('why.weight', { n: leftToRight(number.format(weight)) })}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
