import { useTranslation } from 'react-i18next';
import { useFormat, useParts } from '../../../../platform/shell/index.ts';
import { Name } from '../../../../platform/ui/index.ts';
import { Value } from '../../../registers/web/index.ts';
import type { Pair, SourceRow } from '../../contract/index.ts';
import { isLast, wordsOf } from './comparedColumns.ts';

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

/** How two values agree, said without colour. */
const signs = ['=', '≈', '≠'] as const;

/** The two rows that are asked about, each beside the other rows of its person. A field is marked by what linkage found of the two, not by its letters: two scripts may write one name. */
export function Comparison({ pair: { left, right, fields } }: { readonly pair: Pair }) {
  const { t } = useTranslation('people');
  const { number } = useFormat();
  const persons = useParts<{ person: string }>('people.reviewed-person');
  const rows = [left, right].flatMap((side) => side.rows.map((row, i) => ({ ...row, asked: i === 0 })));
  const othersOf = (entry: string) => [left, right].find((side) => side.rows[0]?.entry === entry)?.rows.slice(1) ?? [];
  const classOf = ({ asked }: { readonly asked: boolean }) => (asked ? 'comparison__asked' : undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys
    <section className="comparison" aria-label={t('review.table')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <td />
            {[left, right].map((side, i) => (
              <th key={side.rows[0]?.entry ?? i} scope="colgroup" colSpan={side.rows.length}>
                <Name>{side.name || t('search.no-name')}</Name>
                <span className="comparison__known">{t('review.known', { count: side.rows.length })}</span>
                {side.person && persons.map((part) => part.draw({ person: side.person! }))}
              </th>
            ))}
          </tr>
          <tr>
            <td />
            {rows.map(({ asked, ...row }) => (
              <th key={row.entry} scope="col" className={classOf({ asked })}>
                {t('review.row', { register: t(`registers:register.${row.register}`), row: number(row.row) })}
                {asked && <span className="comparison__known">{t('review.asked')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, word, column, of }) => {
            const values = rows.map((row) => said(of(row)));
            if (values.every((some) => some.length === 0)) return null;
            const found = fields.find((field) => field.column === column && field.level >= 0);
            const words = found && wordsOf(found);
            return (
              <tr key={key} className={found && found.level > 0 ? 'comparison__differs' : undefined}>
                <th scope="row">
                  {t(word)}{' '}
                  {words && (
                    <strong className="comparison__mark">
                      <span aria-hidden="true">{signs[found.level === 0 ? 0 : isLast(words.level) ? 2 : 1]}</span> {t(words.level)}
                    </strong>
                  )}
                </th>
                {rows.map((row, i) => (
                  <td key={row.entry} className={classOf(row)}>
                    <Said field={key} values={values[i]!} />
                    {row.asked && <OtherRows field={key} rows={othersOf(row.entry)} of={of} told={values[i]!} />}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** What other rows of a person say otherwise, under the row that is asked about: where there is no room for a column each. */
function OtherRows({
  field,
  rows,
  of,
  told,
}: {
  readonly field: string;
  readonly rows: readonly SourceRow[];
  readonly of: Line['of'];
  readonly told: readonly string[];
}) {
  const { t } = useTranslation('people');
  return (
    <div className="comparison__others">
      {rows.map((row) => {
        const values = said(of(row)).filter((value) => !told.includes(value));
        return (
          values.length > 0 && (
            <div key={row.entry} className="small">
              <span className="soft">{t(`registers:register.${row.register}`)}</span>
              <Said field={field} values={values} />
            </div>
          )
        );
      })}
    </div>
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
