import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Await, useParam, useRead } from '../../../platform/shell/index.ts';
import { Name, Page, useToast } from '../../../platform/ui/index.ts';
import type { Organisation, Profile } from './answers.ts';
import { emptyProfile, OrganisationForm } from './OrganisationForm.tsx';

const profileOf = (found: Organisation): Profile =>
  Object.fromEntries(Object.keys(emptyProfile).map((field) => [field, found[field as keyof Profile]])) as unknown as Profile;

/** Says anew what an organisation is and does. */
export default function EditPage() {
  const { t } = useTranslation('partners');
  const id = useParam('id');
  const navigate = useNavigate();
  const say = useToast();
  const found = useRead<Organisation>(`/api/partners/organisation/${id}`);
  return (
    <Await of={found}>
      {(organisation) => (
        <Page
          title={t('act.describe')}
          lead={<Name>{organisation.name}</Name>}
          back={{ to: `/partners/${organisation.id}`, label: t('organisation.title') }}
        >
          <OrganisationForm
            id={id}
            name="describe"
            starts={profileOf(organisation)}
            expectedVersion={organisation.version}
            submit={t('act.save')}
            onDone={() => {
              say(t('act.done'));
              void navigate({ to: '/partners/$id', params: { id } as never });
            }}
          />
        </Page>
      )}
    </Await>
  );
}
