import { useTranslation } from 'react-i18next';
import { useOffice } from '../../../../platform/shell/index.ts';
import { Link } from '../../../../platform/ui/index.ts';
import { useAsk } from '../api.ts';

/** Which case a person has, and with whom: whoever joins rows should know that a case hangs on them. */
export default function CaseOfPerson({ person }: { readonly person: string }) {
  const { t } = useTranslation('cases');
  const { nameOf } = useOffice();
  const { data } = useAsk('/api/cases/of-persons', { persons: [person] });
  const [file] = data?.rows ?? [];
  if (!file) return null;
  const how = file.status === 'closed' ? 'closed' : file.worker ? 'open' : 'nobody';
  return (
    <span className="small">
      <Link to="/cases/$id" params={{ id: file.case }}>
        {t(`of-person.${how}`, { worker: `\u2068${nameOf(file.worker ?? '') ?? ''}\u2069` })}
      </Link>
    </span>
  );
}
