import { useTranslation } from 'react-i18next';
import { Name } from '../../../platform/ui/index.ts';
import type { FieldReason } from './answers.ts';
import './why.css';

/** How each column is compared, which says what its levels mean. */
const kinds: Readonly<Record<string, string>> = {
  name: 'name',
  mother: 'name',
  father: 'name',
  birth: 'date',
  age: 'span',
  national_id: 'identifier',
  birth_no: 'identifier',
  phone: 'identifier',
  sex: 'code',
  household: 'code',
  ward: 'code',
  postcode: 'code',
  address: 'text',
  suburb: 'text',
};

/** Below this a field says as good as nothing. */
const telling = 0.1;

/** Field by field what speaks for two rows being one person and what against it: in words, as a bar, and last as a number. */
export function Why({ fields }: { readonly fields: readonly FieldReason[] }) {
  const { t, i18n } = useTranslation('people');
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const said = fields.filter(({ level }) => level >= 0).sort((a, b) => b.weight - a.weight);
  const heaviest = Math.max(1, ...said.map(({ weight }) => Math.abs(weight)));
  return (
    <ul className="why">
      {said.map(({ column, level, weight }) => {
        const side = Math.abs(weight) < telling ? 'neither' : weight > 0 ? 'for' : 'against';
        const kind = kinds[column];
        return (
          <li key={column}>
            <span>
              <strong>{t(`column.${kind ? column : 'other'}`)}</strong> <Name>{kind ? t(`level.${kind}.${level}`) : ''}</Name>
            </span>
            <span className="why__rail">
              <span className={`why__bar why__bar--${side}`} style={{ inlineSize: `${(50 * Math.abs(weight)) / heaviest}%` }} />
            </span>
            <span className="why__words small soft">
              {t(`why.${side}`)} <span className="numeric">{t('why.weight', { n: number.format(weight) })}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
