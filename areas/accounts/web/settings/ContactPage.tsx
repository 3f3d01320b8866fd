import contactInputs from 'virtual:record/accounts.contact';
import { useTranslation } from 'react-i18next';
import { ActForm, Await, RecordHistory } from '../../../../platform/shell/index.ts';
import { Page, Section } from '../../../../platform/ui/index.ts';
import { useRead } from '../api.ts';

const publicWord = (open: boolean) => (open ? 'open' : 'closed');

/** Fields of the office are called as a refusal names them. */
const ofOffice = ['name', 'telephone', 'place', 'hours'] as const;

/** The public page that says how the office is reached. */
export default function ContactPage() {
  const { t } = useTranslation('accounts');
  const kept = useRead('/api/accounts/contact');
  const telephone = { kind: 'line', type: 'tel' } as const;
  return (
    <Page title={t('contact.nav')} lead={t('contact.lead')}>
      <Await of={kept}>
        {({ contact, ...record }) => (
          <>
            <Section>
              {contact?.open && (
                <p>
                  <a href={`/public/${contact.address}`}>{t('contact.see')}</a>
                </p>
              )}
              <ActForm
                of={record}
                record={contactInputs}
                name="publish"
                held={
                  contact
                    ? {
                        ...contact,
                        ...Object.fromEntries(ofOffice.map((field) => [`office/${field}`, contact.office[field]])),
                        open: publicWord(contact.open),
                      }
                    : {}
                }
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
              />
            </Section>
            {record.version > 0 && <RecordHistory kind={contactInputs.kind} id={record.id} />}
          </>
        )}
      </Await>
    </Page>
  );
}
