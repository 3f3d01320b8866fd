import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notReviewed } from '../../decider/index.ts';
import { Buttons, ChoiceField, LinkButton, Page, Section, Stack } from '../../ui/index.ts';
import { useReadAnew } from '../data/reading.ts';
import { applyTheme, currentTheme, type Language, languages, type Theme } from '../device.ts';
import { switchLanguage } from '../language.ts';
import { useSession } from '../session.tsx';

/** What a person sets for this device. */
export function SettingsPage() {
  const { t, i18n } = useTranslation('shell');
  const { may } = useSession();
  const [theme, setTheme] = useState<Theme>(currentTheme());
  const readAnew = useReadAnew();
  const choose = (chosen: Theme) => {
    setTheme(chosen);
    applyTheme(chosen);
  };
  return (
    <Page title={t('settings.nav')} lead={t('settings.lead')}>
      <Stack>
        <Section>
          <ChoiceField
            label={t('settings.language')}
            value={[i18n.language]}
            // Some answers are sentences.
            onChange={([language]) => void switchLanguage(language as Language).then(readAnew)}
            options={Object.entries(languages)}
            {...(notReviewed.has(i18n.language) && { hint: t('settings.not-reviewed') })}
          />
        </Section>
        <Section>
          <ChoiceField
            label={t('settings.theme')}
            value={[theme]}
            onChange={([chosen]) => choose(chosen as Theme)}
            options={[
              ['system', t('settings.theme-system')],
              ['light', t('settings.theme-light')],
              ['dark', t('settings.theme-dark')],
            ]}
          />
        </Section>
        {may('choose', 'office.choice') && (
          <Section title={t('settings.notices')}>
            <p className="soft">{t('settings.notices-lead')}</p>
            <Buttons>
              <LinkButton to="/office/notices">{t('settings.notices-open')}</LinkButton>
              {may('make', 'office.calendar') && <LinkButton to="/office/notices/calendar">{t('settings.calendar-open')}</LinkButton>}
            </Buttons>
          </Section>
        )}
        <Section title={t('settings.password')}>
          <p className="soft">{t('settings.password-lead')}</p>
          <div>
            <LinkButton to="/accounts/password">{t('settings.change-password')}</LinkButton>
          </div>
        </Section>
        <Section title={t('settings.factor')}>
          <p className="soft">{t('settings.factor-lead')}</p>
          <div>
            <LinkButton to="/accounts/second-factor">{t('settings.factor-open')}</LinkButton>
          </div>
        </Section>
      </Stack>
    </Page>
  );
}
