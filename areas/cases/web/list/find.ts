import { type Find, request } from '../../../../platform/shell/index.ts';
import type { ListedCase } from './useManyActs.tsx';

/** Open cases by the child's name, of those that are open to who asks. */
const find: Find = async (text, { t, ward: wardName }) => {
  const { rows } = await request<{ rows: readonly ListedCase[] }>('POST', '/api/cases/list', { name: text, status: 'open' });
  return rows.map(({ id, name, ward }) => ({
    key: id,
    name: name || t('cases:case.no-name'),
    about: [t('cases:status.open'), ward && wardName(ward)].filter(Boolean).join(' · '),
    to: `/cases/${id}`,
    icon: 'cases',
  }));
};
export default find;
