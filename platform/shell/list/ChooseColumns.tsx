import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Buttons, Form } from '../../ui/index.ts';

interface Props {
  /** The columns that the list may have besides the name of a row. */
  readonly offered: readonly { readonly key: string; readonly title: string }[];
  readonly chosen: readonly string[];
  readonly usual: readonly string[];
  readonly onChoose: (columns: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Which columns the list shows, and in which order. */
export function ChooseColumns({ offered, chosen, usual, onChoose, onClose }: Props) {
  const { t } = useTranslation('lists');
  const titles = new Map(offered.map(({ key, title }) => [key, title]));
  const [columns, setColumns] = useState(() => chosen.filter((one) => titles.has(one)));
  const move = (at: number, by: number) => {
    const next = columns.filter((_, i) => i !== at);
    next.splice(at + by, 0, columns[at]!);
    setColumns(next);
  };
  const all = [...columns, ...[...titles.keys()].filter((one) => !columns.includes(one))];
  return (
    <Form onSubmit={() => onChoose(columns)} submit={t('columns.submit')} onCancel={onClose}>
      <p className="soft small">{t('columns.hint')}</p>
      <ul className="columns-chosen">
        {all.map((key, i) => {
          const isChosen = i < columns.length;
          const column = titles.get(key)!;
          return (
            <li key={key}>
              <label className="choice">
                <input
                  type="checkbox"
                  checked={isChosen}
                  onChange={() => setColumns(isChosen ? columns.filter((one) => one !== key) : [...columns, key])}
                />
                <span>{column}</span>
              </label>
              {isChosen && (
                <Buttons>
                  <Button kind="quiet" label={t('columns.earlier', { column })} disabled={i === 0} onPress={() => move(i, -1)}>
                    ↑
                  </Button>
                  <Button
                    kind="quiet"
                    label={t('columns.later', { column })}
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
      <Button kind="quiet" onPress={() => setColumns([...usual])}>
        {t('columns.usual')}
      </Button>
    </Form>
  );
}
