import { useTranslation } from 'react-i18next';
import { useFormat, useOffice } from '../../../../../platform/shell/index.ts';
import { Badge, Badges, Empty, Name, Section } from '../../../../../platform/ui/index.ts';
import type { ConsentEntry, EmergencyEntry, Protection } from '../../../contract/index.ts';
import type { useActs } from '../useActs.tsx';
import type { Partners, useProtectionActs } from './protectionActs.ts';

const tones: Readonly<Record<string, 'blue' | 'orange' | 'red'>> = {
  valid: 'blue',
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
export function ConsentLedger({
  of,
  partners,
  acts,
  may,
}: {
  readonly of: Protection;
  readonly partners: Partners;
  readonly acts: ReturnType<typeof useActs>;
  readonly may: ReturnType<typeof useProtectionActs>;
}) {
  const { t } = useTranslation('cases');
  return (
    <>
      <Section title={t('consent.ledger')}>
        {of.consents.length === 0 && <Empty title={t('consent.none')}>{t('consent.none-more')}</Empty>}
        <ul className="stack">
          {of.consents.map((one) => (
            <li key={one.id}>
              <Entry one={one} partners={partners} />
              {!one.attachment && of.papers.length > 0 && acts.button(may.attach(one), { of: t(`consent-for.${one.purpose}`) })}
              {one.answer === 'given' &&
                one.standing === 'valid' &&
                acts.button(may.withdraw(one), { of: `${t(`consent-for.${one.purpose}`)} ${one.name || t('consent.child')}` })}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('consent.emergencies')} aside={acts.button(may.emergency)}>
        {of.emergencies.length === 0 && <Empty title={t('consent.no-emergencies')} />}
        <ul className="stack">
          {of.emergencies.map((one) => (
            <li key={one.id}>
              <Emergency one={one} />
              {!one.review && acts.button(may.review(one), { of: t(`consent-for.${one.purpose}`) })}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Entry({ one, partners }: { readonly one: ConsentEntry; readonly partners: Partners }) {
  const { t, i18n } = useTranslation('cases');
  const { date } = useFormat();
  const language = new Intl.DisplayNames([i18n.language], { type: 'language' }).of(one.language) ?? one.language;
  const partner =
    partners.find(({ id }) => id === one.partner)?.name ??
    (one.partner && i18n.exists(`partners:category.${one.partner}`) ? t(`partners:category.${one.partner}`) : '');
  return (
    <>
      <strong>{t(`consent-for.${one.purpose}`)}</strong> <Name>{partner}</Name>{' '}
      <Badges>
        {(one.answer !== 'given' || one.standing !== 'valid') && (
          <Badge tone={one.answer === 'refused' ? 'red' : 'plain'}>{t(`consent-answer.${one.answer}`)}</Badge>
        )}
        {one.standing !== 'refused' && !(one.answer === 'unable' && one.standing === 'valid') && (
          <Badge tone={tones[one.standing] ?? 'plain'}>{t(`consent-status.${one.standing}`)}</Badge>
        )}
      </Badges>
      <div className="small soft">
        {one.name ? <Name>{one.name}</Name> : t('consent.child')} · {t(`consent-way.${one.how}`)} · {language}
        {one.interpreter && ` · ${t('consent.through-interpreter')}`} ·{' '}
        {t('consent.from-until', { from: date(one.on), until: date(one.until) })}
        {one.attachment && ` · ${t('consent.has-paper')}`}
        {one.withdrawn && ` · ${t('consent.withdrawn-on', { date: date(one.withdrawn.on) })}`}
      </div>
      {one.told.length > 0 && (
        <div className="small soft">
          {t('consent.was-told')}: {one.told.map((what) => t(`telling.${what}`)).join(', ')}
        </div>
      )}
      {one.note && (
        <p className="small prose" dir="auto">
          {one.note}
        </p>
      )}
    </>
  );
}

function Emergency({ one }: { readonly one: EmergencyEntry }) {
  const { t } = useTranslation('cases');
  const { nameOf } = useOffice();
  const { date, isOver } = useFormat();
  const waits = !one.review;
  return (
    <>
      <strong>{t(`consent-for.${one.purpose}`)}</strong>{' '}
      <Badge tone={waits ? (isOver(one.reviewDue) ? 'red' : 'orange') : 'plain'}>
        {waits ? t('consent.review-due', { date: date(one.reviewDue) }) : t(`upheld.${one.review?.upheld ? 'yes' : 'no'}`)}
      </Badge>
      <div className="small soft">
        {t('consent.from-until', { from: date(one.on), until: date(one.until) })} · <Name>{nameOf(one.by)}</Name>
      </div>
      <p className="small prose" dir="auto">
        {one.because}
      </p>
    </>
  );
}
