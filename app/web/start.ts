// Small, and so the first to run: what the page at this address needs is under way while the app itself is still being fetched and read.
import { catalogues } from 'virtual:catalogues';
import { applyTheme, currentTheme, firstLanguage } from '../../platform/shell/device.ts';
import { prefetchPage } from '../../platform/shell/prefetchPage.ts';
import { areas } from './areas.ts';
import '../../platform/ui/ui.css';

applyTheme(currentTheme());
prefetchPage(areas, location.pathname, firstLanguage(), catalogues);
void import('./main.tsx');
