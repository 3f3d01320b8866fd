import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestFile, useSend, useSession } from '../../../../platform/shell/index.ts';
import { ChoiceField, DateField, Form, SelectField, TextField } from '../../../../platform/ui/index.ts';
import { printSections } from '../../../cases/domain/index.ts';
import { categories } from '../../../partners/domain/index.ts';

/** What a partner needs to begin with; a case worker adds what else he must know. */
const forLetter = ['child', 'concern', 'needs'];
const languages = ['en', 'ko', 'ur'] as const;

/** A summary or a letter as PDF: what it shows is chosen each time. */
export function PrintCase({ id, onDone, onClose }: { readonly id: string; readonly onDone: () => void; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('papers');
  const { city } = useSession();
  const [as, setAs] = useState<'summary' | 'letter'>('summary');
  const [language, setLanguage] = useState<string>(languages.find((one) => i18n.language.startsWith(one)) ?? 'en');
  const [chosen, setChosen] = useState<readonly string[]>(['child', 'concern', 'needs', 'goals', 'actions']);
  const [to, setTo] = useState('');
  const [kind, setKind] = useState<string>('ngo');
  const [until, setUntil] = useState('');
  const [asks, setAsks] = useState('');
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const made = useSend<void>(
    () =>
      requestFile(`/api/papers/case/${id}/print`, {
        language,
        sections: chosen,
        ...(as === 'letter' ? { letter: { to: to.trim(), kind, until, asks: asks.trim() } } : {}),
      }),
    onDone,
  );
  return (
    <Form
      onSubmit={() => chosen.length > 0 && made.mutate()}
      submit={t('print.submit')}
      pending={made.isPending}
      refused={made.error ?? undefined}
      onCancel={onClose}
    >
      <p className="soft small">{t('print.lead')}</p>
      <ChoiceField
        label={t('print.as')}
        value={[as]}
        onChange={([one]) => {
          setAs(one as 'summary');
          if (one === 'letter') setChosen(forLetter);
        }}
        options={[
          ['summary', t('print.summary'), t('print.as-summary')],
          ['letter', t('print.letter'), t('print.as-letter')],
        ]}
      />
      {as === 'letter' && (
        <>
          <TextField label={t('print.to')} hint={t('print.to-hint')} name="letter/to" value={to} onChange={setTo} required />
          <SelectField
            label={t('print.kind')}
            name="letter/kind"
            value={kind}
            onChange={setKind}
            options={categories.map((one) => [one, t(`partners:category.${one}`)] as const)}
          />
          <DateField label={t('print.until')} name="letter/until" value={until} onChange={setUntil} min={city.today} required />
          <TextField label={t('print.asks')} value={asks} onChange={setAsks} lines={4} required />
        </>
      )}
      <ChoiceField
        label={t('print.sections')}
        several
        value={chosen}
        onChange={setChosen}
        options={printSections.map((one) => [one, t(`print.section.${one}`)] as const)}
      />
      <SelectField
        label={t('print.language')}
        value={language}
        onChange={setLanguage}
        options={languages.map((one) => [one, names.of(one) ?? one] as const)}
      />
    </Form>
  );
}
