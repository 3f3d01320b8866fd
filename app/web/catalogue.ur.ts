import accounts from '../../areas/accounts/locales/ur.json';
import cases from '../../areas/cases/locales/ur.json';
import notices from '../../areas/notices/locales/ur.json';
import partners from '../../areas/partners/locales/ur.json';
import people from '../../areas/people/locales/ur.json';
import protection from '../../areas/protection/locales/ur.json';
import registers from '../../areas/registers/locales/ur.json';
import risks from '../../areas/risks/locales/ur.json';
import shell from '../../platform/shell/locales/ur.json';
import ui from '../../platform/ui/locales/ur.json';

export default { accounts, cases, notices, partners, people, protection, registers, risks, shell, ui };
