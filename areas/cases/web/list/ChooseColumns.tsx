import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Buttons, Form } from '../../../../platform/ui/index.ts';
import { listColumns, usualColumns } from '../../domain/index.ts';
import { useColumnTitle } from './columns.tsx';

/** Which columns stand in the list, and in which order. */
export function ChooseColumns({
  chosen,
  onChoose,
  onClose,
}: {
  readonly chosen: readonly string[];
  readonly onChoose: (columns: readonly string[]) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('cases');
  const title = useColumnTitle();
  const [columns, setColumns] = useState(chosen);
  const move = (at: number, by: number) => {
    const next = columns.filter((_, i) => i !== at);
    next.splice(at + by, 0, columns[at]!);
    setColumns(next);
  };
  const all = [...columns, ...listColumns.filter((one) => !columns.includes(one))];
  return (
    <Form onSubmit={() => onChoose(columns)} submit={t('columns.submit')} onCancel={onClose}>
      <p className="soft small">{t('columns.hint')}</p>
      <ul className="columns-chosen">
        {all.map((column, i) => {
          const isChosen = i < columns.length;
          return (
            <li key={column}>
              <label className="choice">
                <input
                  type="checkbox"
                  checked={isChosen}
                  onChange={() => setColumns(isChosen ? columns.filter((one) => one !== column) : [...columns, column])}
                />
                <span>{title(column)}</span>
              </label>
              {isChosen && (
                <Buttons>
                  <Button
                    kind="quiet"
                    label={t('columns.earlier', { column: title(column) })}
                    disabled={i === 0}
                    onPress={() => move(i, -1)}
                  >
                    ↑
                  </Button>
                  <Button
                    kind="quiet"
                    label={t('columns.later', { column: title(column) })}
                    disabled={i === columns.length - 1}
                    onPress={() => move(i, 1)}
                  >
                    ↓
                  </Button>
                </Buttons>
              )}
            </li>
          );
        })}
      </ul>
      <Button kind="quiet" onPress={() => setColumns(usualColumns)}>
        {t('columns.usual')}
      </Button>
    </Form>
  );
}
