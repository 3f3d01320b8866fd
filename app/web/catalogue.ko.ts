import accounts from '../../areas/accounts/locales/ko.json';
import cases from '../../areas/cases/locales/ko.json';
import forms from '../../areas/forms/locales/ko.json';
import office from '../../areas/office/locales/ko.json';
import papers from '../../areas/papers/locales/ko.json';
import partners from '../../areas/partners/locales/ko.json';
import people from '../../areas/people/locales/ko.json';
import protection from '../../areas/protection/locales/ko.json';
import referrals from '../../areas/referrals/locales/ko.json';
import registers from '../../areas/registers/locales/ko.json';
import risks from '../../areas/risks/locales/ko.json';
import suspects from '../../areas/suspects/locales/ko.json';
import shell from '../../platform/shell/locales/ko.json';
import ui from '../../platform/ui/locales/ko.json';

export default { accounts, cases, forms, office, papers, partners, people, protection, referrals, registers, risks, shell, suspects, ui };
