import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../../../platform/ui/index.ts';
import { useRead } from '../api.ts';

/** The way from a person's page to the reasons, where the person is a child at risk. */
export default function AtRiskLink({ person }: { readonly person: string }) {
  const { t } = useTranslation('risks');
  const { data } = useRead('/api/risks/person/{id}', { id: person });
  return data && data.reasons.length > 0 ? <LinkButton to={`/risks/${data.child}`}>{t('of-person.at-risk')}</LinkButton> : null;
}
