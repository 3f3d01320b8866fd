import { useTranslation } from 'react-i18next';
import { Await, type FieldKind, type FormField } from '../../../../platform/shell/index.ts';
import { ChoiceField, SelectField, TextField } from '../../../../platform/ui/index.ts';
import { services } from '../../../partners/domain/index.ts';
import { useRead } from '../api.ts';
import { partnerFor } from './partnerFor.tsx';

/** Questions for the service that is asked for and the partner who is to give it. */
export function serviceFields(t: (key: string) => string, ward: string | null): readonly FormField[] {
  return [
    {
      name: 'service',
      kind: 'pick',
      label: t('services.service'),
      options: services.map((one) => [one, t(`partners:service.${one}`)]),
      required: true,
    },
    {
      name: 'organisation',
      of: 'service',
      when: ({ service }) => service !== '',
      kind: partnerFor(ward),
      label: t('services.partner'),
      required: true,
    },
  ];
}

type Told = Readonly<Record<string, string>>;
/** Those of which a text of several lines is told. */
const long = ['needs', 'safety', 'story', 'guardian'];

/** What the partner is told, field by field: only what the agreement allows is offered, and only what is ticked is sent. */
export const toldOf = (known: Told): FieldKind<Told> => ({
  from: (held) => (held ?? {}) as Told,
  answer: (told) => (Object.keys(told).length > 0 ? told : undefined),
  Control({ words, value, onChange, values }) {
    const { t } = useTranslation(['referrals', 'cases', 'partners']);
    const found = useRead('/api/partners/organisation/{id}', { id: String(values['organisation']) });
    return (
      <Await of={found} lines={3}>
        {({ shares }) => (
          <>
            <ChoiceField
              {...words}
              several
              value={Object.keys(value)}
              onChange={(chosen) => onChange(Object.fromEntries(chosen.map((field) => [field, value[field] ?? known[field] ?? ''])))}
              options={shares.map((field) => [field, t(`partners:shared.${field}`)] as const)}
            />
            {Object.entries(value).map(([field, text]) => {
              const common = {
                name: `${words.name}/${field}`,
                label: t(`partners:shared.${field}`),
                value: text,
                onChange: (next: string) => onChange({ ...value, [field]: next }),
              };
              if (field !== 'sex') return <TextField key={field} {...common} {...(long.includes(field) ? { lines: 3 } : {})} />;
              const sexes = ['female', 'male', 'other'].map((one) => [one, t(`sex.${one}`)] as const);
              return <SelectField key={field} {...common} options={[['', t('services.choose')], ...sexes]} />;
            })}
          </>
        )}
      </Await>
    );
  },
});

/** Whether something is ticked of which nothing is said. */
export const isUntold = (told: unknown) => Object.values(told as Told).some((text) => text.trim() === '');
