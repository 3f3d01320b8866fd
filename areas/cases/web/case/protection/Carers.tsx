import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../../platform/shell/index.ts';
import { Badge, Badges, Empty, Facts, Name, Section } from '../../../../../platform/ui/index.ts';
import type { Protection } from '../../../contract/index.ts';
import type { useActs } from '../useActs.tsx';
import type { useProtectionActs } from './protectionActs.ts';

/** Who is around the child: with whom it is, who acts for it, who is a suspect. */
export function Carers({
  of,
  acts,
  may,
}: {
  readonly of: Protection;
  readonly acts: ReturnType<typeof useActs>;
  readonly may: ReturnType<typeof useProtectionActs>;
}) {
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
          ]}
        />
        <div className="buttons">
          {of.carers.some(({ suspect }) => !suspect) && acts.button(may.nameGuardian)}
          {guardian && acts.button(may.endGuardian)}
        </div>
      </Section>
      <Section title={t('protection.carers')} aside={acts.button(may.carer())}>
        {of.carers.length === 0 && <Empty title={t('protection.no-carers')}>{t('protection.no-carers-more')}</Empty>}
        <ul className="stack">
          {of.carers.map((carer) => (
            <li key={carer.id}>
              <strong>
                <Name>{carer.name}</Name>
              </strong>{' '}
              <span className="small soft">{t(`relation.${carer.relation}`)}</span>{' '}
              <Badges>
                {carer.livesWithChild && <Badge>{t('protection.lives-with-child')}</Badge>}
                {carer.suspect && <Badge tone="red">{t('protection.suspect')}</Badge>}
              </Badges>
              <div className="small">
                {carer.mayCall ? <bdi>{carer.contact}</bdi> : <Badge tone="red">{t('protection.do-not-call')}</Badge>}
              </div>
              <div className="buttons">
                {acts.button(may.carer(carer), { of: carer.name })}
                {acts.button(may.about(carer, carer.suspect ? 'clear-carer' : 'suspect-carer'), { of: carer.name })}
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
