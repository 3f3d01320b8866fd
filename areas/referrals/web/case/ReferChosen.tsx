import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { isoOf } from '../../../../platform/decider/index.ts';
import { useFormat } from '../../../../platform/shell/index.ts';
import { useCommandMany } from '../../../../platform/shell/list/index.ts';
import { ChoiceField, Form, SelectField, TextField } from '../../../../platform/ui/index.ts';
import type { ChosenProps, ListedCase } from '../../../cases/web/index.ts';
import { serviceGroups } from '../../../partners/domain/index.ts';
import { PartnerChoice } from './PartnerChoice.tsx';

/** The chosen cases are referred to one partner. */
export default function ReferChosen({ picked, onDone, onClose }: ChosenProps) {
  const { t } = useTranslation(['referrals', 'cases']);
  const { ward } = useFormat();
  const [service, setService] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [because, setBecause] = useState('');
  const [tell, setTell] = useState<readonly string[]>(['name']);
  const [ids] = useState(() => new Map(picked.map(({ id }) => [id, uuidv7()])));
  const send = useCommandMany('/api/cases/list', 'refer', onDone);
  const toldOf = (one: ListedCase): Record<string, string> => ({
    ...(tell.includes('name') && one.name ? { name: one.name } : {}),
    ...(tell.includes('birth-date') && one.born ? { 'birth-date': isoOf(one.born) } : {}),
    ...(tell.includes('ward') && one.ward ? { ward: ward(one.ward) } : {}),
  });
  const inputOf = (one: ListedCase) => ({
    ...{ referral: ids.get(one.id)!, organisation, service, urgency: 'usual', handover: false, because: because.trim() },
    told: toldOf(one),
  });
  return (
    <Form
      onSubmit={() => send.mutate(picked.map((one) => ({ id: one.id, input: inputOf(one) })))}
      submit={t('services.submit')}
      pending={send.isPending}
      refused={send.error ?? undefined}
      onCancel={onClose}
    >
      <SelectField
        label={t('services.service')}
        value={service}
        onChange={(chosen) => {
          setService(chosen);
          setOrganisation('');
        }}
        options={[
          ['', t('bulk.choose')],
          ...Object.values(serviceGroups).flatMap((group) => group.map((one) => [one, t(`partners:service.${one}`)] as const)),
        ]}
        required
      />
      {service && <PartnerChoice service={service} ward={null} value={organisation} onChange={setOrganisation} />}
      <ChoiceField
        several
        label={t('services.told')}
        hint={t('bulk.told-hint')}
        value={tell}
        onChange={setTell}
        options={(['name', 'birth-date', 'ward'] as const).map((field) => [field, t(`partners:shared.${field}`)] as const)}
      />
      <TextField label={t('services.because')} hint={t('services.because-hint')} value={because} onChange={setBecause} lines={3} required />
    </Form>
  );
}
