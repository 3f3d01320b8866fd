import { useTranslation } from 'react-i18next';
import { Button, Section } from '../../ui/index.ts';
import { isMissing } from './answers.ts';
import type { FormField, FormValues } from './field.ts';

const goTo = (name: string) =>
  document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"] :is(input, select, textarea, button)`)?.focus();

/** What is still needed before a form can be sent; each leads to its field. */
export function Missing({ fields, values }: { readonly fields: readonly FormField[]; readonly values: FormValues }) {
  const { t } = useTranslation('shell');
  const missing = fields.filter((field) => isMissing(field, values[field.name]));
  if (missing.length === 0) return null;
  return (
    <Section title={t('form.missing', { count: missing.length })}>
      <ul className="form-missing">
        {missing.map(({ name, label }) => (
          <li key={name}>
            <Button kind="quiet" onPress={() => goTo(name)}>
              {label}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
