import { useTranslation } from 'react-i18next';
import { Button, Notice } from '../../ui/index.ts';
import { answerOf, same } from './answers.ts';
import type { FormField } from './field.ts';

/** What somebody else wrote to a question while this form was open, beside what stands in it. */
export function Meanwhile({
  field,
  theirs,
  mine,
  onTake,
}: {
  readonly field: FormField;
  readonly theirs: unknown;
  readonly mine: unknown;
  readonly onTake: () => void;
}) {
  const { t } = useTranslation('shell');
  if (same(field, theirs, mine)) return <p className="small soft">{t('meanwhile.taken')}</p>;
  const answer = answerOf(field, theirs);
  const wordOf = (value: unknown): string => {
    if (typeof value === 'boolean') return t(value ? 'meanwhile.yes' : 'meanwhile.no');
    if (Array.isArray(value)) return value.map(wordOf).join(', ');
    if (value && typeof value === 'object') return Object.values(value).map(wordOf).filter(Boolean).join(' · ');
    return ('options' in field && field.options.find(([key]) => key === value)?.[1]) || String(value ?? '');
  };
  return (
    <Notice tone="orange" title={t('meanwhile.theirs')}>
      <p dir="auto" className="prose">
        {wordOf(answer) || t('meanwhile.nothing')}
      </p>
      <Button label={`${t('meanwhile.take')}: ${field.label}`} onPress={onTake}>
        {t('meanwhile.take')}
      </Button>
    </Notice>
  );
}
