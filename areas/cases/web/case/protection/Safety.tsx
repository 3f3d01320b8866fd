import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../../platform/shell/index.ts';
import { Badge, Name, Notice, Section } from '../../../../../platform/ui/index.ts';
import type { Protection } from '../../../contract/index.ts';

/** Red only where the child is in danger now. */
export const safetyTones: Readonly<Record<string, 'blue' | 'orange' | 'red'>> = {
  safe: 'blue',
  'safe-with-conditions': 'orange',
  'not-assessed': 'orange',
  'out-of-date': 'orange',
  unknown: 'orange',
  'no-danger-found': 'orange',
  'danger-found': 'red',
  'not-safe': 'red',
  away: 'red',
  'with-suspect': 'red',
  detention: 'red',
  street: 'red',
  'with-employer': 'red',
};

/** What an assessment is worth, as a mark. */
export function SafetyMark({ safety }: { readonly safety: string }) {
  const { t } = useTranslation('cases');
  return <Badge tone={safetyTones[safety] ?? 'plain'}>{t(`safety.${safety}`)}</Badge>;
}

/** What must be known before anything is done, on one screen of a phone: is it safe, whom may I call, what was agreed, what must I not do. */
export function AtAGlance({ of }: { readonly of: Protection }) {
  const { t } = useTranslation('cases');
  const { date, isOver } = useFormat();
  const { safety, stay, contact, purposes, forbids, interview, carers } = of;
  const saying = (...status: string[]) =>
    purposes
      .filter((one) => status.includes(one.status))
      .map(({ purpose }) => t(`consent-for.${purpose}`))
      .join(', ');
  const agreed = saying('valid');
  const inDanger = saying('emergency');
  const byLaw = saying('court-order', 'legal-duty');
  const refused = saying('refused', 'withdrawn', 'void-because-suspect');
  const suspects = carers.filter(({ suspect }) => suspect);
  return (
    <Section>
      {safety === 'not-safe' && <Notice tone="red">{t(`safety-more.${safety}`)}</Notice>}
      <dl className="glance">
        <dt>{t('protection.where')}</dt>
        <dd>
          <SafetyMark safety={safety} /> {stay ? t(`stay.${stay.kind}`) : t('protection.where-unknown')}{' '}
          {stay?.name && <Name>{stay.name}</Name>}
          {stay?.emergencyUntil && safety === 'not-assessed' && (
            <Badge tone={isOver(stay.emergencyUntil) ? 'red' : 'orange'}>{t('care.emergency', { date: date(stay.emergencyUntil) })}</Badge>
          )}
        </dd>
        <dt>{t('protection.calls')}</dt>
        <dd>
          {!contact && t('protection.not-asked')}
          {contact?.numbers.length === 0 && <Badge tone="red">{t('protection.no-number')}</Badge>}
          {contact?.numbers.map(({ number, whose, times }) => (
            <div key={number}>
              <strong dir="ltr">{number}</strong> <bdi>{whose}</bdi>, <bdi>{times || t('protection.any-time')}</bdi>
            </div>
          ))}
        </dd>
        <dt>{t('consent.title')}</dt>
        <dd>
          {agreed ? t('consent.agreed-to', { what: agreed }) : t('consent.agreed-to-nothing')}
          {byLaw && ` ${t('basis.by-law', { what: byLaw })}`}
          {inDanger && ` ${t('consent.in-danger', { what: inDanger })}`}
          {refused && (
            <>
              {' '}
              <span className="glance__no">{t('consent.not-to', { what: refused })}</span>
            </>
          )}
        </dd>
        <dt>{t('protection.forbidden')}</dt>
        <dd className="glance__no">
          {forbids.length === 0 && suspects.length === 0 && <span className="soft">{t('protection.nothing-forbidden')}</span>}
          <ul>
            {forbids.map((one) => (
              <li key={one}>{t(`forbids-more.${one}`)}</li>
            ))}
            {interview && <li>{t(`problem.${interview.replace('cases.', '')}`)}</li>}
            {suspects.map(({ id, name }) => (
              <li key={id}>
                <Name>{name}</Name>: {t('protection.suspect-more')}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </Section>
  );
}
