import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../platform/shell/index.ts';
import { Value } from '../../../registers/web/index.ts';
import type { Pair, SourceRow } from '../../contract/index.ts';
import { wordsOf } from './comparedColumns.ts';

interface Line {
  readonly key: string;
  /** The catalogue's key of its word. */
  readonly word: string;
  /** The column by which linkage compared it; none for what only helps to remember who this is. */
  readonly column?: string;
  readonly of: (row: SourceRow) => readonly (string | undefined)[];
}

const line = (field: string, column?: string): Line => ({
  key: field,
  word: `registers:field.${field}`,
  ...(column ? { column } : {}),
  of: ({ values }) => [values[field]],
});

/** What two rows say, those fields first that tell people apart. */
const lines: readonly Line[] = [
  { key: 'name', word: 'review.name', column: 'name', of: ({ name, values }) => [name, values['other_name']] },
  line('sex', 'sex'),
  line('birth_date', 'birth'),
  line('age_years', 'age'),
  line('mother_name', 'mother'),
  { key: 'father', word: 'review.father', column: 'father', of: ({ values }) => [values['father_name'] ?? values['guardian_name']] },
  line('national_id', 'national_id'),
  line('birth_registration_no', 'birth_no'),
  line('phone', 'phone'),
  line('ward', 'ward'),
  line('address', 'address'),
  line('suburb', 'suburb'),
  line('postcode', 'postcode'),
  line('household_id', 'household'),
  line('relationship_to_head'),
  line('school_name'),
  line('grade'),
  line('enrolment_status'),
  line('last_visit_date'),
];

/** Two rows side by side. A field is marked by what linkage found, not by its letters: two scripts may write one name. */
export function Comparison({ pair: { left, right, fields } }: { readonly pair: Pair }) {
  const { t } = useTranslation('people');
  const { number } = useFormat();
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
        {lines.map(({ key, word, column, of }) => {
          const [a, b] = [said(of(left)), said(of(right))];
          if (a.length === 0 && b.length === 0) return null;
          const found = fields.find((field) => field.column === column);
          const differs = found !== undefined && found.level > 0;
          const words = differs ? wordsOf(found) : undefined;
          return (
            <tr key={key} className={differs ? 'comparison__differs' : undefined}>
              <th scope="row">
                {t(word)} {words && <strong className="comparison__mark">{t(words.level)}</strong>}
              </th>
              <td>
                <Said field={key} values={a} />
              </td>
              <td>
                <Said field={key} values={b} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const said = (values: readonly (string | undefined)[]) => [...new Set(values.flatMap((value) => value || []))];

function Said({ field, values }: { readonly field: string; readonly values: readonly string[] }) {
  const { t } = useTranslation('people');
  if (values.length === 0) return <span className="soft small">{t('review.empty')}</span>;
  return values.map((value) => (
    <div key={value}>
      <Value field={field} value={value} />
    </div>
  ));
}
