import accounts from '../../areas/accounts/locales/en.json';
import cases from '../../areas/cases/locales/en.json';
import forms from '../../areas/forms/locales/en.json';
import office from '../../areas/office/locales/en.json';
import papers from '../../areas/papers/locales/en.json';
import partners from '../../areas/partners/locales/en.json';
import people from '../../areas/people/locales/en.json';
import protection from '../../areas/protection/locales/en.json';
import referrals from '../../areas/referrals/locales/en.json';
import registers from '../../areas/registers/locales/en.json';
import risks from '../../areas/risks/locales/en.json';
import suspects from '../../areas/suspects/locales/en.json';
import shell from '../../platform/shell/locales/en.json';
import ui from '../../platform/ui/locales/en.json';

export default { accounts, cases, forms, office, papers, partners, people, protection, referrals, registers, risks, shell, suspects, ui };
