import { useTranslation } from 'react-i18next';
import { type FieldKind, Rows, useColumns, useParam } from '../../../../platform/shell/index.ts';
import { usePicking } from '../../../../platform/shell/list/index.ts';
import { ChoiceField, Empty, nameColumn, Table } from '../../../../platform/ui/index.ts';
import { type ListedCase, Risk } from '../../../cases/web/index.ts';
import { usePages } from '../api.ts';

/** Cases that may be chosen one by one. */
const maxPicked = 1000;
type Chosen = readonly ListedCase[] | null;

/** All open cases of the worker whose page it is, sent as nothing; or those that are chosen. */
export const chosenCases: FieldKind<Chosen> = {
  from: () => null,
  answer: (chosen) => chosen?.map(({ id }) => id),
  Control({ words, value, onChange }) {
    const { t } = useTranslation('office');
    return (
      <>
        <ChoiceField
          {...words}
          value={[value ? 'chosen' : 'all']}
          onChange={([which]) => onChange(which === 'chosen' ? [] : null)}
          options={(['all', 'chosen'] as const).map((one) => [one, t(`leave.which-${one}`)] as const)}
        />
        {value && <Choose picked={value} onPick={onChange} />}
      </>
    );
  },
};

function Choose({ picked, onPick }: { readonly picked: readonly ListedCase[]; readonly onPick: (picked: Chosen) => void }) {
  const { t } = useTranslation(['office', 'cases']);
  const shown = useColumns();
  const list = usePages('/api/cases/list', { worker: useParam('worker') });
  const chosen = new Map(picked.map((one) => [one.id, one]));
  const nameOf = (one: ListedCase) => one.name || t('case.no-name');
  const { column } = usePicking(list.rows ?? [], chosen, (next) => onPick([...next.values()]), nameOf, maxPicked);
  return (
    <Rows of={list} empty={<Empty title={t('list.none-open')} />}>
      {(rows) => (
        <Table
          caption={t('leave.which-chosen')}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            column,
            nameColumn({ title: t('case.child'), to: '/cases/$id', name: nameOf }),
            { key: 'risk', title: t('case.risk'), cell: (one) => <Risk level={one.riskLevel} /> },
            shown.due('dueOn', t('case.due')),
          ]}
        />
      )}
    </Rows>
  );
}
