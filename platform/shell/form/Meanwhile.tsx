import { useTranslation } from 'react-i18next';
import { Button, Notice } from '../../ui/index.ts';
import { answerOf, same } from './answers.ts';
import type { FormField } from './field.ts';
import { useShown } from './Shown.tsx';

/** What somebody else entered in a field while this form was open, beside the present value. */
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
  const shown = useShown();
  if (same(field, theirs, mine)) return <p className="small soft">{t('meanwhile.taken')}</p>;
  return (
    <Notice tone="orange" title={t('meanwhile.theirs')}>
      <div dir="auto" className="prose">
        {shown({ ...field, none: t('meanwhile.nothing') }, answerOf(field, theirs))}
      </div>
      <Button label={`${t('meanwhile.take')}: ${field.label}`} onPress={onTake}>
        {t('meanwhile.take')}
      </Button>
    </Notice>
  );
}
