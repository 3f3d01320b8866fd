import { useTranslation } from 'react-i18next';
import { languages } from '../../../../platform/decider/index.ts';
import { CommandForm, useSession } from '../../../../platform/shell/index.ts';
import { namesIn } from '../../../../platform/ui/names/names.ts';
import { categories } from '../../../partners/domain/index.ts';
import type { PrintInput } from '../../contract/index.ts';
import { letterSections, type PrintSection, printSections } from '../../domain/sections.ts';
import { callFile } from '../api.ts';

/** A summary or a letter as PDF: what it shows is chosen each time. A letter begins with what a partner needs; the case worker adds the rest. */
export function PrintCase({ id, onDone, onClose }: { readonly id: string; readonly onDone: () => void; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('papers');
  const { city } = useSession();
  const nameOf = namesIn(i18n.language, 'language');
  const isLetter = ({ as }: Readonly<Record<string, unknown>>) => as === 'letter';
  const chosenFrom = (sections: readonly PrintSection[]) =>
    ({
      kind: 'several',
      label: t('print.sections'),
      required: true,
      options: sections.map((one) => [one, t(`print.section.${one}`)] as const),
    }) as const;
  return (
    <CommandForm
      kind="cases.case"
      id={id}
      name="print"
      about={<p className="soft small">{t('print.lead')}</p>}
      fields={[
        {
          name: 'as',
          kind: 'one',
          label: t('print.as'),
          usual: 'summary',
          options: [
            ['summary', t('print.summary'), t('print.as-summary')],
            ['letter', t('print.letter'), t('print.as-letter')],
          ],
        },
        { name: 'letter/to', kind: 'line', label: t('print.to'), hint: t('print.to-hint'), required: true, maxLength: 200, when: isLetter },
        {
          name: 'letter/kind',
          kind: 'pick',
          label: t('print.kind'),
          options: categories.map((one) => [one, t(`partners:category.${one}`)] as const),
          when: isLetter,
        },
        { name: 'letter/until', kind: 'day', label: t('print.until'), min: city.today, required: true, when: isLetter },
        { name: 'letter/asks', kind: 'text', label: t('print.asks'), required: true, when: isLetter },
        {
          ...chosenFrom(printSections),
          name: 'sections',
          starts: ['child', 'concern', 'needs', 'goals', 'actions'],
          when: (answers) => !isLetter(answers),
        },
        { ...chosenFrom(letterSections), name: 'letter/sections', starts: ['child', 'concern', 'needs'], when: isLetter },
        {
          name: 'language',
          kind: 'pick',
          label: t('print.language'),
          usual: languages.find((one) => i18n.language.startsWith(one)) ?? 'en',
          options: languages.map((one) => [one, nameOf(one)] as const),
        },
        {
          name: 'format',
          kind: 'one',
          label: t('export.format'),
          usual: 'pdf',
          options: [
            ['pdf', t('print.pdf'), t('print.pdf-more')],
            ['html', t('print.html'), t('print.html-more')],
          ],
        },
      ]}
      input={({ as, language, format, sections: ofSummary, 'letter/sections': ofLetter, ...more }) => ({
        id,
        language,
        format,
        sections: ofLetter ?? ofSummary,
        ...(as === 'letter'
          ? { letter: Object.fromEntries(Object.entries(more).map(([name, said]) => [name.replace('letter/', ''), said])) }
          : {}),
      })}
      send={(input: PrintInput) => callFile('/api/papers/case/{id}/print', input)}
      submit={t('print.submit')}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
