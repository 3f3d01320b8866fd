import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { isoOf } from '../../../../platform/decider/index.ts';
import { Await, useCommand, useFormat } from '../../../../platform/shell/index.ts';
import { ChoiceField, DateField, Form, SelectField, TextField } from '../../../../platform/ui/index.ts';
import { urgencies } from '../../../cases/domain/index.ts';
import type { CaseHead } from '../../../cases/web/index.ts';
import { serviceGroups } from '../../../partners/domain/index.ts';
import { PartnerChoice } from '../../../partners/web/index.ts';
import { useRead } from '../api.ts';

/** What is asked for a referral: a service, a partner who offers it, what he is told, and until when he sees it. */
export function ReferForm({
  head,
  until: usual,
  onDone,
}: {
  readonly head: CaseHead;
  readonly until: string;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation(['referrals', 'cases']);
  const { today } = useFormat();
  const [referral] = useState(() => uuidv7());
  const [service, setService] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [urgency, setUrgency] = useState<string>('usual');
  const [because, setBecause] = useState('');
  const [until, setUntil] = useState(usual);
  const [handover, setHandover] = useState<readonly string[]>([]);
  const [told, setTold] = useState<Readonly<Record<string, string>>>({});
  // What one agreement allows to be told, another may not.
  const choose = (id: string) => {
    setOrganisation(id);
    setTold({});
  };
  const command = useCommand('cases.case', onDone);
  const input = {
    ...{ referral, organisation, service, urgency, because: because.trim(), handover: handover.length > 0 },
    // What the city shares for is not asked for again: it may be shortened by what consent allows.
    ...(until === usual ? {} : { until }),
    told: Object.fromEntries(Object.entries(told).flatMap(([field, text]) => (text.trim() ? [[field, text.trim()]] : []))),
  };
  return (
    <Form
      onSubmit={() => command.mutate({ id: head.id, name: 'refer', input })}
      submit={t('services.submit')}
      pending={command.isPending}
      refused={command.error ?? undefined}
      onCancel={() => history.back()}
    >
      <SelectField
        label={t('services.service')}
        name="service"
        value={service}
        onChange={(chosen) => {
          setService(chosen);
          choose('');
        }}
        options={[
          ['', t('services.choose')],
          ...Object.values(serviceGroups).flatMap((group) => group.map((one) => [one, t(`partners:service.${one}`)] as const)),
        ]}
        required
      />
      {service && <PartnerChoice service={service} ward={head.ward} value={organisation} onChange={choose} />}
      {organisation && <ToldFields key={organisation} head={head} organisation={organisation} value={told} onChange={setTold} />}
      <TextField
        label={t('services.because')}
        name="because"
        hint={t('services.because-hint')}
        value={because}
        onChange={setBecause}
        lines={3}
        required
      />
      <ChoiceField
        label={t('services.urgency')}
        value={[urgency]}
        onChange={([chosen]) => setUrgency(chosen!)}
        options={urgencies.map((one) => [one, t(`urgency.${one}`), t(`urgency-means.${one}`)] as const)}
      />
      <DateField
        label={t('services.until')}
        name="until"
        hint={t('services.until-hint')}
        value={until}
        min={today}
        onChange={setUntil}
        required
      />
      <ChoiceField
        several
        label={t('services.responsibility')}
        value={handover}
        onChange={setHandover}
        options={[['handover', t('services.hand-over'), t('services.hand-over-means')]]}
      />
    </Form>
  );
}

const long = ['needs', 'safety', 'story', 'guardian'];

/** What the partner is told, field by field: only what the agreement allows is offered, and only what is ticked is sent. */
function ToldFields({
  head,
  organisation,
  value,
  onChange,
}: {
  readonly head: CaseHead;
  readonly organisation: string;
  readonly value: Readonly<Record<string, string>>;
  readonly onChange: (told: Readonly<Record<string, string>>) => void;
}) {
  const { t } = useTranslation(['referrals', 'cases']);
  const { ward } = useFormat();
  const found = useRead('/api/partners/organisation/{id}', { id: organisation });
  const known: Readonly<Record<string, string>> = {
    name: head.name,
    'birth-date': head.born ? isoOf(head.born) : '',
    ward: head.ward ? ward(head.ward) : '',
  };
  const ticked = Object.keys(value);
  return (
    <Await of={found} lines={3}>
      {({ shares }) => (
        <>
          <ChoiceField
            several
            label={t('services.told')}
            hint={t('services.told-hint')}
            value={ticked.filter((field) => shares.includes(field))}
            onChange={(chosen) => onChange(Object.fromEntries(chosen.map((field) => [field, value[field] ?? known[field] ?? ''])))}
            options={shares.map((field) => [field, t(`partners:shared.${field}`)] as const)}
          />
          {ticked
            .filter((field) => shares.includes(field))
            .map((field) =>
              field === 'sex' ? (
                <SelectField
                  key={field}
                  label={t('partners:shared.sex')}
                  value={value[field] ?? ''}
                  onChange={(sex) => onChange({ ...value, sex })}
                  options={[
                    ['', t('services.choose')],
                    ...(['female', 'male', 'other'] as const).map((one) => [one, t(`sex.${one}`)] as const),
                  ]}
                  required
                />
              ) : (
                <TextField
                  key={field}
                  label={t(`partners:shared.${field}`)}
                  name={`told/${field}`}
                  value={value[field] ?? ''}
                  onChange={(text) => onChange({ ...value, [field]: text })}
                  {...(long.includes(field) ? { lines: 3 } : {})}
                  required
                />
              ),
            )}
        </>
      )}
    </Await>
  );
}
