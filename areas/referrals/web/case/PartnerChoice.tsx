import { useTranslation } from 'react-i18next';
import { Await, useFormat } from '../../../../platform/shell/index.ts';
import { ChoiceField, Notice } from '../../../../platform/ui/index.ts';
import { useAsk } from '../api.ts';

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
