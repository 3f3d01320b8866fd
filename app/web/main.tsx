import { catalogues } from 'virtual:catalogues';
import { createRoot } from 'react-dom/client';
import { applyTheme, currentTheme } from '../../platform/shell/device.ts';
import { startLanguage } from '../../platform/shell/language.ts';
import { routerOf, Shell, signInScreens } from '../../platform/shell/Shell.tsx';
import { areas } from './areas.ts';

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => applyTheme(currentTheme()));
const router = routerOf(areas);
await Promise.all([startLanguage(catalogues), router.load()]);
const screens = signInScreens('accounts', {
  SignIn: async () => (await import('../../areas/accounts/web/SignIn.tsx')).SignIn,
  SetUp: async () => (await import('../../areas/accounts/web/SetUp.tsx')).SetUp,
  ChangePassword: async () => (await import('../../areas/accounts/web/ChangePassword.tsx')).ChangePassword,
  AddSecondFactor: async () => (await import('../../areas/accounts/web/AddSecondFactor.tsx')).AddSecondFactor,
});
createRoot(document.getElementById('olle')!).render(<Shell router={router} screens={screens} />);
setTimeout(() => void import('./fonts.ts'));
if (import.meta.env.PROD && navigator.serviceWorker) {
  void navigator.serviceWorker.register('/serviceWorker.js');
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
}
