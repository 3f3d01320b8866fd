import accounts from '../../areas/accounts/locales/ur.json';
import cases from '../../areas/cases/locales/ur.json';
import forms from '../../areas/forms/locales/ur.json';
import office from '../../areas/office/locales/ur.json';
import papers from '../../areas/papers/locales/ur.json';
import partners from '../../areas/partners/locales/ur.json';
import people from '../../areas/people/locales/ur.json';
import protection from '../../areas/protection/locales/ur.json';
import referrals from '../../areas/referrals/locales/ur.json';
import registers from '../../areas/registers/locales/ur.json';
import risks from '../../areas/risks/locales/ur.json';
import suspects from '../../areas/suspects/locales/ur.json';
import shell from '../../platform/shell/locales/ur.json';
import ui from '../../platform/ui/locales/ur.json';

export default { accounts, cases, forms, office, papers, partners, people, protection, referrals, registers, risks, shell, suspects, ui };
