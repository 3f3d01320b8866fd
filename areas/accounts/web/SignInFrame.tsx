import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { notReviewed } from '../../../platform/decider/index.ts';
import { type Language, languages } from '../../../platform/shell/device.ts';
import { switchLanguage } from '../../../platform/shell/language.ts';
import { Mark } from '../../../platform/ui/Icon.tsx';
import { Button, Section } from '../../../platform/ui/index.ts';

/** What stands around a form before anybody is signed in. */
export function SignInFrame({ title, lead, children }: { readonly title: string; readonly lead?: string; readonly children: ReactNode }) {
  const { t, i18n } = useTranslation('accounts');
  return (
    <main className="sign-in">
      <div className="sign-in__card">
        <div className="brand">
          <Mark size={44} />
          <span>
            {t('shell:name')}
            <small>{t('door.what')}</small>
          </span>
        </div>
        <Section>
          <h1>{title}</h1>
          {lead && <p className="soft">{lead}</p>}
          {children}
        </Section>
        <nav className="buttons" aria-label={t('shell:settings.language')}>
          {Object.entries(languages)
            .filter(([code]) => code !== i18n.language)
            .map(([code, name]) => (
              <Button key={code} kind="quiet" onPress={() => void switchLanguage(code as Language)}>
                <span lang={code}>{name}</span>
              </Button>
            ))}
        </nav>
        {notReviewed.has(i18n.language) && <p className="soft">{t('shell:settings.not-reviewed')}</p>}
      </div>
    </main>
  );
}
