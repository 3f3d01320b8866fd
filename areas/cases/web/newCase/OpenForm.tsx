import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import type { Born } from '../../../../platform/decider/index.ts';
import { useCommand, useSession } from '../../../../platform/shell/index.ts';
import { Form, TextField, useNavigate, useToast } from '../../../../platform/ui/index.ts';
import { emptyAction, type FirstSteps, FirstStepsFields, stepsOf } from './CaseFields.tsx';
import { ChildFields, childOf, nothingTold, type ToldChild } from './ChildFields.tsx';
import { Duplicates } from './Duplicates.tsx';

/** A child of whom the registers know. */
export interface KnownChild {
  readonly person: string;
  readonly name: string;
  readonly ward: string | null;
  readonly born: Born | null;
  readonly source: string;
}

/** Opens a case: for a known child, or for one that somebody tells of. */
export function OpenForm({ child }: { readonly child?: KnownChild }) {
  const { t } = useTranslation('cases');
  const { user } = useSession();
  const navigate = useNavigate();
  const say = useToast();
  const [id] = useState(() => uuidv7());
  const [told, setTold] = useState<ToldChild>(nothingTold);
  const [concern, setConcern] = useState('');
  const [steps, setSteps] = useState<FirstSteps>({ riskLevel: 'medium', worker: user.id, actions: [emptyAction()] });
  const command = useCommand('cases.case', () => {
    say(t('open.done'));
    void navigate({ to: '/cases/$id', params: { id } });
  });
  const input = { ...(child ?? { person: null, ...childOf(told) }), concern, ...stepsOf(steps, user.id) };
  return (
    <Form
      onSubmit={() => command.mutate({ id, name: 'open', input })}
      submit={t('open.submit')}
      pending={command.isPending}
      refused={command.error ?? undefined}
      onCancel={() => history.back()}
    >
      {child ? <Duplicates question={{ person: child.person, name: child.name }} /> : <ChildFields value={told} onChange={setTold} />}
      <TextField
        label={t('open.concern')}
        name="concern"
        hint={t('open.concern-hint')}
        value={concern}
        onChange={setConcern}
        lines={5}
        required
      />
      <FirstStepsFields value={steps} onChange={setSteps} />
    </Form>
  );
}
