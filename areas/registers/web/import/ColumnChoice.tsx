import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarNames } from '../../../../platform/calendar/definition.ts';
import { useFormat } from '../../../../platform/shell/index.ts';
import { Badge, Name, SelectField } from '../../../../platform/ui/index.ts';
import type { Proposal } from '../../contract/index.ts';
import type { CanonicalField } from '../../domain/index.ts';
import { isDateField } from '../../domain/names.ts';
import { useAsk } from '../api.ts';
import { fieldGroups } from '../registerFields.ts';
import type { PlannedColumn } from './plan.ts';

const orders = ['day-first', 'month-first'] as const satisfies readonly Proposal['dateOrder'][];

/** Dates that begin with the year leave no doubt which part is the month. */
const yearFirst = ({ examples }: PlannedColumn) => examples.length > 0 && examples.every((example) => /^\p{Nd}{4}\P{Nd}/u.test(example));

/** One column of the file: its heading, what stands in it, and what it means. */
export function ColumnChoice({ column, onChange }: { readonly column: PlannedColumn; readonly onChange: (column: PlannedColumn) => void }) {
  const { t } = useTranslation('registers');
  const { number } = useFormat();
  const id = useId();
  const header = column.header || t('wizard.column-nameless', { n: number(column.column + 1) });
  const isDate = isDateField(column.field);
  const choose = (field: CanonicalField | '') => onChange({ ...column, field, sure: field === '' ? 'out' : 'yours' });
  return (
    <li className="meaning">
      <div className="meaning__theirs">
        <strong>
          <Name>{header}</Name>
        </strong>
        <span className="soft small">{column.examples.length === 0 ? t('wizard.no-examples') : <Examples values={column.examples} />}</span>
      </div>
      <div className="meaning__ours">
        <label className="hidden-visually" htmlFor={id}>
          {t('wizard.column-of', { header })}
        </label>
        <select id={id} className="input" value={column.field} onChange={({ target }) => choose(target.value as CanonicalField | '')}>
          <option value="">{t('wizard.not-used')}</option>
          {Object.entries(fieldGroups).map(([group, fields]) => (
            <optgroup key={group} label={t(`group.${group}`)}>
              {fields.map((field) => (
                <option key={field} value={field}>
                  {t(`field.${field}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        {column.sure === 'check' || column.sure === 'yours' ? (
          <span>
            <Badge tone={column.sure === 'check' ? 'orange' : 'blue'}>{t(`wizard.sure.${column.sure}`)}</Badge>
          </span>
        ) : (
          <span className="soft small">{t(`wizard.sure.${column.sure}`)}</span>
        )}
      </div>
      {column.counts && <p className={column.field === 'source_id' ? 'meaning__unsure small' : 'soft small'}>{t('wizard.counts')}</p>}
      {column.metadata && <p className={column.field === '' ? 'soft small' : 'meaning__unsure small'}>{t('wizard.metadata')}</p>}
      {isDate && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a cell of the grid in every browser
        <div className="meaning__dates" role="group" aria-label={header}>
          {!yearFirst(column) && (
            <SelectField
              label={t('wizard.date-order')}
              value={column.dateOrder}
              onChange={(dateOrder) => onChange({ ...column, dateOrder: dateOrder as Proposal['dateOrder'], doubt: null })}
              options={orders.map((order) => [order, t(`wizard.order.${order}`)] as const)}
            />
          )}
          <SelectField
            label={t('wizard.calendar-of')}
            value={column.calendar}
            onChange={(calendar) => onChange({ ...column, calendar: calendar as Proposal['calendar'], doubt: null })}
            options={calendarNames.map((calendar) => [calendar, t(`wizard.calendar.${calendar}`)] as const)}
          />
          <ReadAs column={column} />
          {column.doubt && <p className="meaning__unsure small">{t(`wizard.doubt.${column.doubt}`)}</p>}
        </div>
      )}
    </li>
  );
}

function Examples({ values }: { readonly values: readonly string[] }) {
  const { t } = useTranslation('registers');
  return (
    <>
      <span className="hidden-visually">{t('wizard.examples')}</span>
      {values.map((value, i) => (
        <span key={value}>
          {i > 0 && ' · '}
          <Name>{value}</Name>
        </span>
      ))}
    </>
  );
}

/** The column's own dates, as they will be understood. */
function ReadAs({ column: { examples, dateOrder, calendar } }: { readonly column: PlannedColumn }) {
  const { t } = useTranslation('registers');
  const { date } = useFormat();
  const cells = examples.slice(0, 2).map((cell) => cell.slice(0, 100));
  const read = useAsk('/api/registers/read-dates', { cells, dateOrder, calendar }, { enabled: cells.length > 0 });
  if (cells.length === 0 || !read.data) return null;
  return (
    <ul className="small" aria-live="polite">
      {cells.map((cell, i) => {
        const found = read.data.dates[i];
        return (
          <li key={cell}>
            <Name>{cell}</Name> {found ? t('wizard.read-as') : ''}{' '}
            {found ? <strong>{date(found)}</strong> : <strong className="meaning__unsure">{t('wizard.unreadable')}</strong>}
          </li>
        );
      })}
    </ul>
  );
}
