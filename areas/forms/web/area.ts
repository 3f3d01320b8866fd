import type { WebArea } from '../../../platform/shell/index.ts';

export const forms: WebArea = {
  name: 'forms',
  group: 'office',
  words: ['cases'],
  pages: [
    { path: '/forms/questionnaires', load: () => import('./QuestionnairesPage.tsx'), may: ['read', 'forms.questionnaire'] },
    { path: '/forms/questionnaires/new', load: () => import('./TakeInPage.tsx'), may: ['take-in', 'forms.questionnaire'] },
    { path: '/forms/questionnaires/$name/$version', load: () => import('./PreviewPage.tsx'), may: ['read', 'forms.questionnaire'] },
  ],
  nav: [
    {
      to: '/forms/questionnaires',
      icon: 'questionnaires',
      words: 'questionnaires.nav',
      may: ['take-in', 'forms.questionnaire'],
    },
  ],
};
