import { useTranslation } from 'react-i18next';
import { type RecordActs, useFormat } from '../../../platform/shell/index.ts';
import { Badge, Entries, Entry, Facts, Name, Notice, Prose, Section } from '../../../platform/ui/index.ts';
import type { Proceedings } from '../contract/index.ts';
import type { useJusticeActs } from './justiceActs.ts';

/** What the child is accused of, what the law of the country says of it, and whether the child may stay. */
export function Accusations({
  of: { accusations, alarms, nonPunishment, residence },
  acts,
  may,
}: {
  readonly of: Proceedings;
  readonly acts: RecordActs;
  readonly may: ReturnType<typeof useJusticeActs>;
}) {
  const { t } = useTranslation('justice');
  const { date } = useFormat();
  return (
    <>
      <Section title={t('accusation.title')} aside={acts.button(may.accuse())}>
        {alarms.map(({ id, kind, on }) => (
          <Notice key={`${kind}${id}`} tone="red" title={`${t(`alarm.${kind}`)} · ${date(on)}`}>
            {t(`alarm-more.${kind}`)}
            {kind === 'accused-victim' && nonPunishment.length === 0 && <p>{t('accusation.no-general-rule')}</p>}
            {kind === 'accused-victim' && (
              <ul>
                {nonPunishment.map((rule) => (
                  <li key={rule.law}>
                    {t(`non-punishment-width.${rule.width}`)} {t(`non-punishment-force.${rule.force}`)}{' '}
                    {t(`non-punishment-office.${rule.office}`)} <bdi lang="en">({rule.law})</bdi>{' '}
                    {rule.mark !== 'V' && <Badge tone="orange">{t('proceedings.not-verified')}</Badge>}
                  </li>
                ))}
              </ul>
            )}
          </Notice>
        ))}
        <Entries of={accusations} none={[t('accusation.none'), t('accusation.none-more')]}>
          {(one) => (
            <Entry
              key={one.id}
              title={t(`offence.${one.offence}`)}
              marks={
                <>
                  {one.detained && !one.ended && <Badge tone="red">{t('accusation.detained')}</Badge>}{' '}
                  {one.ended && <Badge>{t(`accusation-end.${one.ended.how}`)}</Badge>}
                </>
              }
              about={<Name>{one.authority}</Name>}
              acts={
                !one.ended &&
                [may.raise, may.accuse, may.endAccusation].map((act) => acts.button(act(one), { of: t(`offence.${one.offence}`) }))
              }
            >
              <Facts
                facts={[
                  [t('accusation.on'), date(one.on)],
                  [t('accusation.act-on'), one.actOn && date(one.actOn)],
                  [t('accusation.window'), t(`window.${one.window}`)],
                  [t('accusation.raised-with'), one.raised && <Name key="raised">{one.raised.authority}</Name>],
                ]}
              />
              <Prose>{one.note}</Prose>
            </Entry>
          )}
        </Entries>
      </Section>
      <Section title={t('residence-of.status')} aside={acts.button(may.residence)}>
        {!residence && <p className="soft">{t('residence-of.none')}</p>}
        {residence && (
          <Facts
            facts={[
              [t('residence-of.status'), t(`residence.${residence.status}`)],
              [t('residence-of.until'), residence.until && date(residence.until)],
              [t('residence-of.protection'), residence.protection && <Name key="protection">{residence.protection}</Name>],
            ]}
          />
        )}
      </Section>
    </>
  );
}
