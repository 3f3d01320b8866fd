import { useTranslation } from 'react-i18next';
import { Await, choiceFrom, useFormat, useSession } from '../../../platform/shell/index.ts';
import { ChoiceField, Notice } from '../../../platform/ui/index.ts';
import { useAsk, useRead } from './api.ts';

/** The organisations of the directory, and what each is called by its id. */
export function useOrganisations() {
  const { may } = useSession();
  const { data } = useRead('/api/partners/names', {}, { enabled: may('read', 'partners.organisation') });
  const all = data?.organisations ?? [];
  return { all, nameOf: (id: string) => all.find((one) => one.id === id)?.name ?? '…' };
}

/** An organisation that the city works with: one is chosen from the directory. */
export const organisationChoice = choiceFrom(() => {
  const { all, nameOf } = useOrganisations();
  return { offered: all.flatMap(({ id, name, status }) => (status === 'active' ? [[id, name] as const] : [])), nameOf };
});

/** The partners who offer a service, those with an agreement in force first; with what helps to choose. */
export function PartnerChoice({
  words = {},
  service,
  ward,
  value,
  onChange,
}: {
  readonly words?: { readonly name?: string; readonly required?: boolean };
  readonly service: string;
  readonly ward: string | null;
  readonly value: string;
  readonly onChange: (id: string) => void;
}) {
  const { t } = useTranslation('partners');
  const { number } = useFormat();
  const found = useAsk('/api/partners/list', { service, ...(ward ? { ward } : {}) });
  return (
    <Await of={found} lines={2}>
      {({ rows }) => {
        const offered = rows.filter(({ agreed }) => agreed);
        if (offered.length === 0)
          return (
            <Notice tone="orange" title={t('choice.nobody-offers')}>
              {t('choice.nobody-offers-more')}
            </Notice>
          );
        return (
          <ChoiceField
            {...words}
            label={t('choice.partner')}
            value={[value]}
            onChange={([chosen]) => onChange(chosen!)}
            options={offered.map((one) => [
              one.id,
              one.name,
              [
                one.places !== null && t('choice.free', { n: number(Math.max(0, one.places - one.taken)) }),
                one.reachable && t(one.open ? 'choice.open-now' : 'choice.emergency-now'),
              ]
                .filter(Boolean)
                .join(' · '),
            ])}
          />
        );
      }}
    </Await>
  );
}
