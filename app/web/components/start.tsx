// A page with every component of the design system, built by e2e/components.test.ts alone.
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import i18next from 'i18next';
import { createRoot } from 'react-dom/client';
import { initReactI18next } from 'react-i18next';
import { applyTheme, currentTheme, firstLanguage } from '../../../platform/shell/device.ts';
import en from '../../../platform/ui/locales/en.json';
import ur from '../../../platform/ui/locales/ur.json';
import '../../../platform/ui/ui.css';
import { Components } from './Components.tsx';

applyTheme(currentTheme());
const language = firstLanguage();
document.documentElement.lang = language;
document.documentElement.dir = language === 'ur' ? 'rtl' : 'ltr';
await i18next.use(initReactI18next).init({
  lng: language,
  fallbackLng: 'en',
  resources: { en: { ui: en }, ur: { ui: ur } },
  defaultNS: 'ui',
  interpolation: { escapeValue: false },
});
const router = createRouter({
  routeTree: createRootRoute({ component: Components, notFoundComponent: Components }),
  history: createMemoryHistory(),
});
createRoot(document.getElementById('olle')!).render(<RouterProvider router={router} />);
