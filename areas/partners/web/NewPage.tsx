import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { Page, useToast } from '../../../platform/ui/index.ts';
import { emptyProfile, OrganisationForm } from './OrganisationForm.tsx';

/** Takes an organisation into the directory. */
export default function NewPage() {
  const { t } = useTranslation('partners');
  const navigate = useNavigate();
  const say = useToast();
  const [id] = useState(() => uuidv7());
  return (
    <Page title={t('act.add')} back={{ to: '/partners', label: t('nav') }}>
      <OrganisationForm
        id={id}
        name="add"
        starts={emptyProfile}
        submit={t('act.submit-add')}
        onDone={() => {
          say(t('act.done'));
          void navigate({ to: '/partners/$id', params: { id } as never });
        }}
      />
    </Page>
  );
}
