import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../../platform/shell/index.ts';
import { Badge, Badges, Buttons, Entries, Entry, Facts, Name, Section } from '../../../../../platform/ui/index.ts';
import type { ProtectionPart } from './protectionActs.ts';

/** Who is around the child: with whom it is, who acts for it, who is a suspect. */
export function Carers({ of, acts, may }: ProtectionPart) {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  const guardian = of.guardian;
  return (
    <>
      <Section title={t('protection.guardian')} aside={acts.button(may.situation)}>
        <Facts
          facts={[
            [t('protection.situation'), of.situation ? t(`situation.${of.situation}`) : t('protection.not-recorded')],
            [
              t('protection.guardian'),
              guardian ? (
                <Name key="guardian">{guardian.name}</Name>
              ) : (
                <Badge key="none" tone={of.lacksGuardian ? 'red' : 'plain'}>
                  {t('protection.no-guardian')}
                </Badge>
              ),
            ],
            [t('protection.basis'), guardian && t(`guardian-basis.${guardian.basis}`)],
            [t('protection.since'), guardian && date(guardian.since)],
            [t('protection.conflict'), of.conflict && date(of.conflict.on)],
          ]}
        />
        <Buttons>
          {of.carers.some(({ suspect }) => !suspect) && acts.button(may.nameGuardian)}
          {guardian && acts.button(may.endGuardian)}
          {acts.button(of.conflict ? may.endConflict : may.conflict)}
        </Buttons>
      </Section>
      <Section title={t('protection.carers')} aside={acts.button(may.carer())}>
        <Entries of={of.carers} none={[t('protection.no-carers'), t('protection.no-carers-more')]}>
          {(carer) => (
            <Entry
              key={carer.id}
              title={carer.name}
              marks={
                <>
                  <span className="small soft">{t(`relation.${carer.relation}`)}</span>{' '}
                  <Badges>
                    {carer.livesWithChild && <Badge>{t('protection.lives-with-child')}</Badge>}
                    {carer.suspect && <Badge tone="red">{t('protection.suspect')}</Badge>}
                    {carer.authorityTaken && <Badge tone="orange">{t('authority.taken')}</Badge>}
                    {of.child && !carer.suspect && (
                      <Badge tone={carer.mayConsent ? 'blue' : 'plain'}>
                        {t(`protection.${carer.mayConsent ? 'decides' : 'advises'}`)}
                      </Badge>
                    )}
                  </Badges>
                </>
              }
              acts={[
                may.carer(carer),
                may.about(carer, carer.suspect ? 'clear-carer' : 'suspect-carer'),
                ...(carer.relation === 'mother' || carer.relation === 'father' ? [may.authority(carer)] : []),
              ].map((act) => acts.button(act, { of: carer.name }))}
            >
              <div className="small">
                {carer.mayCall ? <Name>{carer.contact}</Name> : <Badge tone="red">{t('protection.do-not-call')}</Badge>}
              </div>
            </Entry>
          )}
        </Entries>
      </Section>
    </>
  );
}
