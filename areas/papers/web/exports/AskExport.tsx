import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import type { Language } from '../../../../platform/decider/index.ts';
import { CommandForm, useFormat, useSession } from '../../../../platform/shell/index.ts';
import { useNavigate } from '../../../../platform/ui/index.ts';
import { riskLevels } from '../../../cases/domain/index.ts';
import type { ListedProps } from '../../../cases/web/index.ts';
import { categories } from '../../../partners/domain/index.ts';
import { useOrganisations } from '../../../partners/web/index.ts';
import { exportFormats, exportTables } from '../../domain/index.ts';

/** A file of cases is asked for: of which, for whom, what for. Without `of` it asks which. */
export function AskExport({ of, onClose }: { readonly of?: Omit<ListedProps, 'onClose'>; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation(['papers', 'cases']);
  const { city } = useSession();
  const { ward } = useFormat();
  const { all } = useOrganisations();
  const navigate = useNavigate();
  const [id] = useState(() => uuidv7());
  const pick = (name: string, label: string, usual: string, options: readonly (readonly [string, string])[]) =>
    ({ name, kind: 'pick', label, usual, options }) as const;
  const anyOr = (options: readonly (readonly [string, string])[]) => [['', t('lists:any')] as const, ...options];
  const outside = ({ forWhom }: Readonly<Record<string, unknown>>) => forWhom === 'outside';
  return (
    <CommandForm
      kind="papers.export"
      id={id}
      name="ask"
      submit={t('export.submit')}
      onDone={() => {
        onClose();
        void navigate({ to: '/papers/exports' });
      }}
      onClose={onClose}
      {...(of ? { about: <p>{of.says}</p> } : {})}
      fields={[
        ...(of
          ? []
          : [
              pick('which', t('export.which'), 'open', [
                ['open', t('list.open')],
                ['overdue', t('list.overdue')],
                ['unassigned', t('list.unassigned')],
                ['closed', t('list.closed')],
                ['all', t('export.all')],
              ]),
              pick('riskLevel', t('case.risk'), '', anyOr(riskLevels.map((one) => [one, t(`risk.${one}`)]))),
              pick('ward', t('case.ward'), '', anyOr(city.wards.map((one) => [one, ward(one)]))),
            ]),
        {
          name: 'forWhom',
          kind: 'one',
          label: t('export.for-whom'),
          options: (['office', 'outside'] as const).map((one) => [one, t(`export.for.${one}`), t(`export.for-more.${one}`)] as const),
          required: true,
        },
        {
          name: 'recipient',
          kind: 'pick',
          label: t('export.recipient'),
          when: outside,
          required: true,
          options: [
            ...all.map((one) => [one.id, one.name] as const),
            ...categories.map((kind) => [kind, t('export.of-kind', { kind: t(`partners:category.${kind}`) })] as const),
          ],
        },
        {
          name: 'table',
          kind: 'pick',
          label: t('export.table'),
          options: exportTables.map((one) => [one, t(`export.of-table.${one}`)] as const),
          usual: 'cases',
          when: (values) => !outside(values),
        },
        {
          name: 'format',
          kind: 'one',
          label: t('export.format'),
          options: exportFormats.map((one) => [one, t(`export.of-format.${one}`)] as const),
          usual: 'xlsx',
        },
        { name: 'because', kind: 'text', label: t('export.because'), hint: t('export.because-hint'), required: true },
      ]}
      input={({ which, riskLevel, ward: chosen, recipient, ...asked }) => ({
        ...asked,
        language: i18n.language as Language,
        ...(recipient ? { [all.some((one) => one.id === recipient) ? 'organisation' : 'kind']: recipient } : {}),
        ...(of?.search ? { search: of.search } : {}),
        criteria: of?.criteria ?? {
          ...(which === 'closed' ? { status: 'closed' } : which === 'all' ? {} : { status: 'open' }),
          ...(which === 'overdue' ? { overdue: true } : {}),
          ...(which === 'unassigned' ? { unassigned: true } : {}),
          ...(riskLevel ? { riskLevel } : {}),
          ...(chosen ? { ward: chosen } : {}),
        },
      })}
    />
  );
}
