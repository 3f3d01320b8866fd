// Small, and so the first to run: what the page at this address needs is under way while the app itself is still being fetched and read.
import { beginPage } from '../../platform/shell/begin.ts';
import { applyTheme, currentTheme, firstLanguage } from '../../platform/shell/device.ts';
import { areas } from './areas.ts';
import { catalogues } from './catalogues.ts';

applyTheme(currentTheme());
const language = firstLanguage();
beginPage(areas, location.pathname, language);
void catalogues(language).catch(() => undefined);
void import('./main.tsx');
