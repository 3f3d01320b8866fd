import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { useCommand, useFormat, useSession } from '../../../platform/shell/index.ts';
import { Form, SelectField, TextField, useToast } from '../../../platform/ui/index.ts';
import { sources } from '../domain/index.ts';
import { emptyAction, type FirstSteps, FirstStepsFields, stepsOf } from './CaseFields.tsx';
import { Duplicates } from './Duplicates.tsx';

/** What is known of the child when the form opens. */
export interface KnownChild {
  readonly person: string | null;
  readonly name: string;
  readonly ward: string | null;
  readonly birthYear: number | null;
  readonly source: string;
}

export function OpenForm({ child }: { readonly child: KnownChild }) {
  const { t } = useTranslation('cases');
  const { user, city } = useSession();
  const { ward: wardName } = useFormat();
  const navigate = useNavigate();
  const say = useToast();
  const [id] = useState(() => uuidv7());
  const [name, setName] = useState(child.name);
  const [ward, setWard] = useState(child.ward ?? '');
  const [birthYear, setBirthYear] = useState(child.birthYear ? String(child.birthYear) : '');
  const [source, setSource] = useState(child.source);
  const [concern, setConcern] = useState('');
  const [steps, setSteps] = useState<FirstSteps>({ riskLevel: 'medium', worker: user.id, actions: [emptyAction()] });
  const known = child.person !== null;
  const command = useCommand('cases.case', () => {
    say(t('open.done'));
    void navigate({ to: '/cases/$id', params: { id } as never });
  });
  const input = {
    person: child.person,
    source,
    ward: ward.trim() || null,
    birthYear: /^\d{4}$/.test(birthYear) ? Number(birthYear) : null,
    name: name.trim(),
    concern,
    ...stepsOf(steps, user.id),
  };
  return (
    <Form
      onSubmit={() => command.mutate({ id, name: 'open', input })}
      submit={t('open.submit')}
      pending={command.isPending}
      refused={command.error ?? undefined}
      onCancel={() => history.back()}
    >
      {!known && (
        <>
          <TextField label={t('open.name')} name="name" hint={t('open.name-hint')} value={name} onChange={setName} required />
          <div className="form__row">
            <SelectField
              label={t('case.ward')}
              name="ward"
              value={ward}
              onChange={setWard}
              options={[['', t('open.not-known')], ...city.wards.map((one) => [one, wardName(one)] as const)]}
            />
            <TextField
              label={t('open.birth-year')}
              name="birthYear"
              hint={t('open.birth-year-hint')}
              value={birthYear}
              onChange={setBirthYear}
              inputMode="numeric"
            />
          </div>
          <SelectField
            label={t('case.source')}
            name="source"
            value={source}
            onChange={setSource}
            options={sources.map((one) => [one, t(`source.${one}`)] as const)}
          />
        </>
      )}
      <Duplicates
        question={{
          ...(child.person ? { person: child.person } : {}),
          ...(name.trim() ? { name: name.trim() } : {}),
          ...(input.birthYear ? { birthYear: input.birthYear } : {}),
        }}
      />
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
