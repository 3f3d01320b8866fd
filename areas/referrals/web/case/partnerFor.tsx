import { useTranslation } from 'react-i18next';
import { Await, type FieldKind, useFormat } from '../../../../platform/shell/index.ts';
import { ChoiceField, Notice } from '../../../../platform/ui/index.ts';
import { useAsk } from '../api.ts';

/** A field for a partner who offers the service that was chosen, for a child of that ward; those with an agreement in force, with what helps to choose. */
export const partnerFor = (ward: string | null): FieldKind<string> => ({
  from: (held) => (held ?? '') as string,
  answer: (id) => id || undefined,
  Control({ words, value, onChange, values }) {
    const { t } = useTranslation('partners');
    const { number } = useFormat();
    const found = useAsk('/api/partners/list', { service: String(values['service']), ...(ward ? { ward } : {}) });
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
  },
});
