import { type Find, mostFound } from '../../../platform/shell/index.ts';
import { call } from './api.ts';

/** People by a name in any script or a number. */
const find: Find = async (text, { t, date, ward: wardName }) => {
  const { rows } = await call('POST', '/api/people/search', { text, most: mostFound });
  return rows.map(({ id, name, birthDate, ward }) => ({
    key: id,
    name: name || t('people:search.no-name'),
    about: [birthDate && date(birthDate), ward && wardName(ward)].filter(Boolean).join(' · '),
    to: `/people/${id}`,
    icon: 'child',
  }));
};
export default find;
