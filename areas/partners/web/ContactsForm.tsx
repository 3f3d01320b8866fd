import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../platform/shell/index.ts';
import { Button, ChoiceField, Form, TextField } from '../../../platform/ui/index.ts';
import type { Contact, Organisation } from './answers.ts';

let made = 0;
const empty: Contact = { name: '', role: '', phone: '', email: '', emergency: false };
const keyed = (contact: Contact) => ({ ...contact, key: ++made });

/** Whom to ask in an organisation: all of them in one list, as they stand from now on. */
export function ContactsForm({
  found,
  onDone,
  onClose,
}: {
  readonly found: Organisation;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('partners');
  const [rows, setRows] = useState(() => (found.contacts.length > 0 ? found.contacts : [empty]).map(keyed));
  const command = useCommand('partners.organisation', onDone);
  const change = (key: number, more: Partial<Contact>) => setRows(rows.map((row) => (row.key === key ? { ...row, ...more } : row)));
  const contacts = rows
    .filter(({ name }) => name.trim() !== '')
    .map(({ key: _, name, role, phone, email, ...rest }) => ({
      ...rest,
      name: name.trim(),
      role: role.trim(),
      phone: phone.trim(),
      email: email.trim(),
    }));
  return (
    <Form
      onSubmit={() => command.mutate({ id: found.id, name: 'list-contacts', input: { contacts }, expectedVersion: found.version })}
      submit={t('act.save')}
      pending={command.isPending}
      refused={command.error ?? undefined}
      onCancel={onClose}
    >
      {rows.map(({ key, name, role, phone, email, emergency }, i) => (
        <fieldset key={key} className="stack" style={{ border: 0, margin: 0, padding: 0 }}>
          <legend className="field__label" style={{ padding: 0 }}>
            {t('contact.one', { n: i + 1 })}
          </legend>
          <TextField label={t('contact.name')} value={name} onChange={(text) => change(key, { name: text })} />
          <TextField label={t('contact.role')} value={role} onChange={(text) => change(key, { role: text })} />
          <TextField label={t('contact.phone')} type="tel" value={phone} onChange={(text) => change(key, { phone: text })} />
          <TextField label={t('contact.email')} type="email" value={email} onChange={(text) => change(key, { email: text })} />
          <ChoiceField
            several
            label={t('contact.when')}
            value={emergency ? ['emergency'] : []}
            onChange={(chosen) => change(key, { emergency: chosen.length > 0 })}
            options={[['emergency', t('contact.emergency')]]}
          />
          <div>
            <Button kind="quiet" onPress={() => setRows(rows.filter((row) => row.key !== key))}>
              {t('form.remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button onPress={() => setRows([...rows, keyed(empty)])}>{t('contact.add')}</Button>
      </div>
    </Form>
  );
}
