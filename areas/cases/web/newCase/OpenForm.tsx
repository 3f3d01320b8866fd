import caseInputs from 'virtual:record/cases.case';
import { useTranslation } from 'react-i18next';
import type { Born } from '../../../../platform/decider/index.ts';
import { CommandForm } from '../../../../platform/shell/index.ts';
import { useNavigate, useToast } from '../../../../platform/ui/index.ts';
import { Duplicates } from './Duplicates.tsx';
import { useChildFields, useFirstSteps } from './fields.tsx';

/** A child of whom the registers know. */
interface KnownChild {
  readonly person: string;
  readonly name: string;
  readonly ward: string | null;
  readonly born: Born | null;
  readonly source: string;
}

/** Opens a case: for a known child, or for one that somebody tells of. */
export default function OpenForm({ child }: { readonly child?: KnownChild }) {
  const { t } = useTranslation('cases');
  const navigate = useNavigate();
  const say = useToast();
  const told = useChildFields();
  const { fields, stepsOf } = useFirstSteps();
  return (
    <CommandForm
      kind={caseInputs}
      name="open"
      draft={child?.person ?? ''}
      target={child ?? { person: null }}
      fields={[...(child ? [] : told), { name: 'concern', label: t('open.concern'), hint: t('open.concern-hint'), lines: 5 }, ...fields]}
      input={stepsOf}
      about={child && <Duplicates question={{ person: child.person, name: child.name }} />}
      submit={t('open.submit')}
      onDone={(id) => {
        say(t('open.done'));
        void navigate({ to: '/cases/$id', params: { id } });
      }}
      onClose={() => history.back()}
    />
  );
}
