import { type Find, mostFound } from '../../../../platform/shell/index.ts';
import { call } from '../api.ts';

/** Open cases by the child's name, of those that are open to who asks. */
const find: Find = async (text, { t, ward: wardName }) => {
  const { rows } = await call('POST', '/api/cases/list', { name: text, status: 'open', most: mostFound });
  return rows.map(({ id, name, ward }) => ({
    key: id,
    name: name || t('cases:case.no-name'),
    about: [t('cases:status.open'), ward && wardName(ward)].filter(Boolean).join(' · '),
    to: `/cases/${id}`,
    icon: 'cases',
  }));
};
export default find;
