import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../../platform/contract/index.ts';
import { Await, useCommand } from '../../../../platform/shell/index.ts';
import { Form, Page, Section, Segment, TextField, useToast } from '../../../../platform/ui/index.ts';
import type { readContact } from '../../contract/index.ts';
import { useRead } from '../api.ts';

type Kept = Answer<typeof readContact>;
const said = (text: string) => text.trim() || undefined;

/** The public page that says how the office is reached. */
export default function ContactPage() {
  const { t } = useTranslation('accounts');
  const kept = useRead('/api/accounts/contact');
  return (
    <Page title={t('contact.nav')} lead={t('contact.lead')}>
      <Await of={kept}>{(found) => <ContactForm key={found.version} kept={found} />}</Await>
    </Page>
  );
}

function ContactForm({ kept: { id, version, contact } }: { readonly kept: Kept }) {
  const { t } = useTranslation('accounts');
  const say = useToast();
  const [address, setAddress] = useState(contact?.address ?? '');
  const [open, setOpen] = useState(contact && (contact.open ? 'open' : 'closed'));
  const [emergency, setEmergency] = useState(contact?.emergency ?? '');
  const [helpline, setHelpline] = useState(contact?.helpline ?? '');
  const [name, setName] = useState(contact?.office.name ?? '');
  const [telephone, setTelephone] = useState(contact?.office.telephone ?? '');
  const [place, setPlace] = useState(contact?.office.place ?? '');
  const [hours, setHours] = useState(contact?.office.hours ?? '');
  const command = useCommand('accounts.contact', () => say(t('contact.done')));
  const input = {
    address: address.trim(),
    open: open === 'open',
    emergency: said(emergency),
    helpline: said(helpline),
    office: { name: name.trim(), telephone: said(telephone), place: said(place), hours: said(hours) },
  };
  return (
    <Section>
      {contact?.open && (
        <p>
          <a href={`/public/${contact.address}`}>{t('contact.see')}</a>
        </p>
      )}
      <Form
        onSubmit={() => command.mutate({ id, name: 'publish', input, expectedVersion: version || undefined })}
        submit={t('contact.submit')}
        pending={command.isPending}
        refused={command.error ?? undefined}
      >
        <TextField label={t('contact.office')} name="office/name" value={name} onChange={setName} required />
        <div className="form__row">
          <TextField label={t('contact.emergency')} name="emergency" type="tel" value={emergency} onChange={setEmergency} />
          <TextField label={t('contact.helpline')} name="helpline" type="tel" value={helpline} onChange={setHelpline} />
        </div>
        <TextField label={t('contact.telephone')} name="office/telephone" type="tel" value={telephone} onChange={setTelephone} />
        <TextField label={t('contact.place')} name="office/place" value={place} onChange={setPlace} lines={2} />
        <TextField label={t('contact.hours')} name="office/hours" value={hours} onChange={setHours} lines={2} />
        <TextField
          label={t('contact.address')}
          hint={t('contact.address-hint')}
          name="address"
          value={address}
          onChange={setAddress}
          required
        />
        <Segment
          label={t('contact.open')}
          value={open ?? undefined}
          onChange={setOpen}
          required
          options={[
            { value: 'open', label: t('contact.everybody') },
            { value: 'closed', label: t('contact.nobody') },
          ]}
        />
      </Form>
    </Section>
  );
}
