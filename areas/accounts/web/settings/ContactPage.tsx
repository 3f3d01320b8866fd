import contactInputs from 'virtual:record/accounts.contact';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../../platform/contract/index.ts';
import { Await, CommandForm, RecordHistory } from '../../../../platform/shell/index.ts';
import { Page, Section, useToast } from '../../../../platform/ui/index.ts';
import type { readContact } from '../../contract/index.ts';
import { useRead } from '../api.ts';

/** The public page that says how the office is reached. */
export default function ContactPage() {
  const { t } = useTranslation('accounts');
  const kept = useRead('/api/accounts/contact');
  return (
    <Page title={t('contact.nav')} lead={t('contact.lead')}>
      <Await of={kept}>{(found) => <ContactForm key={found.version} kept={found} />}</Await>
      {kept.data && kept.data.version > 0 && <RecordHistory kind={contactInputs.kind} id={kept.data.id} />}
    </Page>
  );
}

/** Fields of the office are called as a refusal names them. */
const ofOffice = ['name', 'telephone', 'place', 'hours'] as const;

function ContactForm({ kept: { id, version, contact } }: { readonly kept: Answer<typeof readContact> }) {
  const { t } = useTranslation('accounts');
  const say = useToast();
  const office = ofOffice.map((field) => [`office/${field}`, contact?.office[field]] as const);
  const telephone = { kind: 'line', type: 'tel' } as const;
  return (
    <Section>
      {contact?.open && (
        <p>
          <a href={`/public/${contact.address}`}>{t('contact.see')}</a>
        </p>
      )}
      <CommandForm
        kind={contactInputs}
        id={id}
        name="publish"
        {...(version > 0 ? { version } : {})}
        held={contact ? { ...contact, ...Object.fromEntries(office), open: contact.open ? 'open' : 'closed' } : {}}
        fields={[
          { name: 'office/name', kind: 'line', label: t('contact.office'), required: true },
          { name: 'emergency', ...telephone, label: t('contact.emergency') },
          { name: 'helpline', ...telephone, label: t('contact.helpline'), beside: true },
          { name: 'office/telephone', ...telephone, label: t('contact.telephone') },
          { name: 'office/place', kind: 'text', lines: 2, label: t('contact.place') },
          { name: 'office/hours', kind: 'text', lines: 2, label: t('contact.hours') },
          { name: 'address', kind: 'line', label: t('contact.address'), hint: t('contact.address-hint'), required: true },
          {
            name: 'open',
            kind: 'one',
            label: t('contact.open'),
            options: [
              ['open', t('contact.everybody')],
              ['closed', t('contact.nobody')],
            ],
            required: true,
          },
        ]}
        input={({ address, open, emergency, helpline, ...answers }) => ({
          ...{ address, open: open === 'open', emergency, helpline },
          office: Object.fromEntries(ofOffice.map((field) => [field, answers[`office/${field}`]])),
        })}
        submit={t('contact.submit')}
        onDone={() => say(t('contact.done'))}
      />
    </Section>
  );
}
