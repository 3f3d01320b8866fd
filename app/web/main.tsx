import { createRoot } from 'react-dom/client';
import { AddSecondFactor } from '../../areas/accounts/web/AddSecondFactor.tsx';
import { ChangePassword } from '../../areas/accounts/web/ChangePassword.tsx';
import { SetUp } from '../../areas/accounts/web/SetUp.tsx';
import { SignIn } from '../../areas/accounts/web/SignIn.tsx';
import { applyTheme, currentTheme } from '../../platform/shell/device.ts';
import { startLanguage } from '../../platform/shell/language.ts';
import { routerOf, Shell } from '../../platform/shell/Shell.tsx';
import { areas } from './areas.ts';
import { catalogues } from './catalogues.ts';

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => applyTheme(currentTheme()));
const router = routerOf(areas);
await Promise.all([startLanguage(catalogues), router.load()]);
createRoot(document.getElementById('olle')!).render(<Shell router={router} door={{ SignIn, SetUp, ChangePassword, AddSecondFactor }} />);
if (import.meta.env.PROD) void navigator.serviceWorker?.register('/serviceWorker.js');
