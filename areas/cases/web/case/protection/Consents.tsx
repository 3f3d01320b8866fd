import { useTranslation } from 'react-i18next';
import { useFormat, useOffice } from '../../../../../platform/shell/index.ts';
import { Badge, Badges, Entries, Entry, Name, Prose, Section } from '../../../../../platform/ui/index.ts';
import type { ConsentEntry, Protection } from '../../../contract/index.ts';
import { useLanguageName } from '../languages.ts';
import type { Partners, ProtectionPart } from './protectionActs.ts';

const tones: Readonly<Record<string, 'blue' | 'orange' | 'red'>> = {
  valid: 'blue',
  'court-order': 'blue',
  'legal-duty': 'blue',
  emergency: 'orange',
  expired: 'orange',
  refused: 'red',
  withdrawn: 'red',
  'void-because-suspect': 'red',
};

/** Whether there is consent today, by purpose: what may be done at a glance. */
export function Purposes({ purposes }: Pick<Protection, 'purposes'>) {
  const { t } = useTranslation('cases');
  return (
    <ul className="consents">
      {purposes.map(({ purpose, status, of }) => (
        <li key={purpose}>
          <span>{t(`consent-for.${purpose}`)}</span>
          <Badge tone={tones[status] ?? 'plain'}>
            {t(`consent-status.${status}`)}
            {of && ` (${t(`consent-of.${of}`)})`}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

/** Everything that was asked and answered, the latest first, and what was done without. */
export function ConsentLedger({ of, partners, acts, may }: ProtectionPart & { readonly partners: Partners }) {
  const { t, i18n } = useTranslation('cases');
  const { nameOf } = useOffice();
  const { date, isOver } = useFormat();
  const languageOf = useLanguageName();
  const partnerOf = ({ partner }: ConsentEntry) =>
    partners.find(({ id }) => id === partner)?.name ??
    (partner && i18n.exists(`partners:category.${partner}`) ? t(`partners:category.${partner}`) : '');
  return (
    <>
      <Section title={t('consent.ledger')}>
        <Entries of={of.consents} none={[t('consent.none'), t('consent.none-more')]}>
          {(one) => (
            <Entry
              key={one.id}
              title={t(`consent-for.${one.purpose}`)}
              marks={
                <>
                  <Name>{partnerOf(one)}</Name> <Standing of={one} />
                </>
              }
              about={
                <>
                  <Name>{one.name || t('consent.child')}</Name> · {t(`consent-way.${one.how}`)} · {languageOf(one.language)}
                  {one.interpreter && ` · ${t('consent.through-interpreter')}`} ·{' '}
                  {t('consent.from-until', { from: date(one.on), until: date(one.until) })}
                  {one.attachment && ` · ${t('consent.has-paper')}`}
                  {one.withdrawn && ` · ${t('consent.withdrawn-on', { date: date(one.withdrawn.on) })}`}
                </>
              }
              acts={
                <>
                  {!one.attachment && of.papers.length > 0 && acts.button(may.attach(one), { of: t(`consent-for.${one.purpose}`) })}
                  {one.answer === 'given' &&
                    one.standing === 'valid' &&
                    acts.button(may.withdraw(one), { of: `${t(`consent-for.${one.purpose}`)} ${one.name || t('consent.child')}` })}
                </>
              }
            >
              {one.told.length > 0 && (
                <div className="small soft">
                  {t('consent.was-told')}: {one.told.map((what) => t(`telling.${what}`)).join(', ')}
                </div>
              )}
              <Prose small>{one.note}</Prose>
            </Entry>
          )}
        </Entries>
      </Section>
      <BasesRecorded of={of} partners={partners} acts={acts} may={may} />
      <Section title={t('consent.emergencies')} aside={acts.button(may.emergency)}>
        <Entries of={of.emergencies} none={[t('consent.no-emergencies')]}>
          {(one) => (
            <Entry
              key={one.id}
              title={t(`consent-for.${one.purpose}`)}
              marks={
                one.review ? (
                  <Badge>{t(`upheld.${one.review.upheld ? 'yes' : 'no'}`)}</Badge>
                ) : (
                  <Badge tone={isOver(one.reviewDue) ? 'red' : 'orange'}>{t('consent.review-due', { date: date(one.reviewDue) })}</Badge>
                )
              }
              about={
                <>
                  {t('consent.from-until', { from: date(one.on), until: date(one.until) })} · <Name>{nameOf(one.by)}</Name>
                </>
              }
              acts={!one.review && acts.button(may.review(one), { of: t(`consent-for.${one.purpose}`) })}
            >
              <Prose small>{one.because}</Prose>
            </Entry>
          )}
        </Entries>
      </Section>
    </>
  );
}

/** Duties by law and orders of a court on which the office acts without consent. */
function BasesRecorded({ of, partners, acts, may }: ProtectionPart & { readonly partners: Partners }) {
  const { t, i18n } = useTranslation('cases');
  const { nameOf } = useOffice();
  const { date, isOver } = useFormat();
  const partnerOf = (partner: string) =>
    partners.find(({ id }) => id === partner)?.name ??
    (i18n.exists(`partners:category.${partner}`) ? t(`partners:category.${partner}`) : '');
  return (
    <Section title={t('basis.sections')} aside={acts.button(may.basis)}>
      <Entries of={of.bases} none={[t('basis.none'), t('basis.none-more')]}>
        {(one) => (
          <Entry
            key={one.id}
            title={t(`basis.${one.kind}`)}
            marks={
              <Badges>
                <Badge tone={one.stands ? 'blue' : 'plain'}>{t(one.stands ? 'basis.stands' : 'basis.does-not-stand')}</Badge>
                {one.mark && one.mark !== 'V' && <Badge tone="orange">{t('basis.unverified')}</Badge>}
                {!one.review && !one.ended && (
                  <Badge tone={isOver(one.reviewDue) ? 'red' : 'orange'}>{t('consent.review-due', { date: date(one.reviewDue) })}</Badge>
                )}
              </Badges>
            }
            about={
              <>
                <Name>{one.by}</Name> · {one.purposes.map((what) => t(`consent-for.${what}`)).join(', ')}
                {one.partner && (
                  <>
                    {' · '}
                    <Name>{partnerOf(one.partner)}</Name>
                  </>
                )}
                {' · '}
                {one.ended
                  ? t('basis.ended-on', { date: date(one.ended) })
                  : t('consent.from-until', { from: date(one.on), until: date(one.until) })}
                {' · '}
                <Name>{nameOf(one.recordedBy)}</Name>
              </>
            }
            acts={
              <>
                {!one.review && acts.button(may.reviewBasis(one), { of: t(`basis.${one.kind}`) })}
                {!one.ended && acts.button(may.endBasis(one), { of: t(`basis.${one.kind}`) })}
              </>
            }
          >
            <Prose small>{one.because}</Prose>
          </Entry>
        )}
      </Entries>
    </Section>
  );
}

/** What was answered, and what that is worth today. */
function Standing({ of: { answer, standing } }: { readonly of: ConsentEntry }) {
  const { t } = useTranslation('cases');
  const holds = standing === 'valid';
  return (
    <Badges>
      {(answer !== 'given' || !holds) && <Badge tone={answer === 'refused' ? 'red' : 'plain'}>{t(`consent-answer.${answer}`)}</Badge>}
      {standing !== 'refused' && !(answer === 'unable' && holds) && (
        <Badge tone={tones[standing] ?? 'plain'}>{t(`consent-status.${standing}`)}</Badge>
      )}
    </Badges>
  );
}
