import { useTranslation } from 'react-i18next';
import type { Act } from '../../../../platform/shell/index.ts';
import { useFormat } from '../../../../platform/shell/index.ts';
import { Badge, Badges, Buttons, Facts, LinkButton, Name, Notice, Stack, Timeline } from '../../../../platform/ui/index.ts';
import type { CaseHead } from '../../../cases/contract/index.ts';
import { useActs } from '../../../cases/web/index.ts';
import { useOrganisations } from '../../../partners/web/index.ts';
import type { CaseReferral } from '../../contract/index.ts';

const tones = { sent: 'orange', accepted: 'blue', over: 'orange', declined: 'plain', completed: 'plain', revoked: 'plain' } as const;

/** One referral: whom the child was sent to and for what, what was told, on what it rests, and what came of it. */
export function ReferralCard({ head, referral }: { readonly head: CaseHead; readonly referral: CaseReferral }) {
  const { t } = useTranslation(['referrals', 'cases']);
  const { date, isOver, today } = useFormat();
  const { nameOf } = useOrganisations();
  const { dialog, button } = useActs(head);
  const { id, status, basis } = referral;
  const live = status === 'sent' || status === 'accepted';
  const of = nameOf(referral.organisation);
  const tell: Act = {
    name: 'tell-partner',
    fields: [{ name: 'text', kind: 'text', lines: 4, label: t('services.tell-text'), hint: t('services.tell-hint'), required: true }],
    input: (answers) => ({ referral: id, ...answers }),
  };
  const extend: Act = {
    name: 'extend-referral',
    fields: [{ name: 'until', kind: 'day', label: t('services.until'), min: today, starts: referral.until, required: true }],
    input: (answers) => ({ referral: id, ...answers }),
  };
  const revoke: Act = {
    name: 'revoke-referral',
    about: <p>{t('services.revoke-means')}</p>,
    fields: [{ name: 'because', kind: 'text', lines: 3, label: t('act.because'), required: true }],
    input: (answers) => ({ referral: id, ...answers }),
  };
  const settleLoss: Act = {
    name: 'settle-loss',
    about: <p>{t('services.lost-means')}</p>,
    fields: [{ name: 'because', kind: 'text', lines: 3, label: t('services.instead'), required: true }],
    input: (answers) => ({ referral: id, ...answers }),
  };
  const late = status === 'sent' && isOver(referral.answerBy);
  return (
    <Notice tone={live ? 'blue' : status === 'over' || referral.lost ? 'orange' : 'plain'}>
      <Stack>
        <Badges>
          <strong>
            <Name>{of}</Name>
          </strong>
          <Badge tone={tones[status]}>{t(`referral-status.${status}`)}</Badge>
          {referral.urgency === 'urgent' && live && <Badge tone="red">{t('urgency.urgent')}</Badge>}
          {late && <Badge tone="orange">{t('services.answer-late')}</Badge>}
          {referral.lost && <Badge tone="orange">{t('services.lost')}</Badge>}
          {referral.asked && live && <Badge tone="orange">{t('services.asks')}</Badge>}
        </Badges>
        <p>
          {t(`partners:service.${referral.service}`)}
          {referral.handover && ` · ${t('services.handover')}`}
        </p>
        <p className="prose" dir="auto">
          {referral.because}
        </p>
        <Facts
          facts={[
            [t('services.made'), date(referral.on)],
            [t('services.answer-by'), status === 'sent' && date(referral.answerBy)],
            [t('services.until'), date(referral.until)],
            [t('services.told'), referral.shares.map((field) => t(`partners:shared.${field}`)).join(', ')],
            [
              t('services.rests-on'),
              basis && (
                <span key="basis">
                  {t(basis.kind === 'consent' ? 'services.consent-of' : 'services.emergency-of', { date: date(basis.on) })}
                  {basis.kind === 'consent' && (
                    <>
                      {' · '}
                      {basis.who ? <Name>{basis.who}</Name> : t('services.the-child')}
                    </>
                  )}
                </span>
              ),
            ],
            [t('services.outcome'), referral.outcome && t(`outcome.${referral.outcome}`)],
            [t('services.declined'), referral.declined && t(`decline.${referral.declined.reason}`)],
            [t('services.ended-on'), referral.endedOn && date(referral.endedOn)],
          ]}
        />
        {referral.declined?.because && (
          <p className="prose" dir="auto">
            {referral.declined.because}
          </p>
        )}
        {(referral.said.length > 0 || referral.delivered.length > 0) && (
          <Timeline
            entries={[
              ...referral.said.map(({ from, on, text }, i) => ({
                key: `s${i}`,
                what: t(`services.said-${from}`),
                when: date(on),
                text,
                on,
              })),
              ...referral.delivered.map(({ on, what }, i) => ({
                key: `d${i}`,
                what: t('services.delivered'),
                when: date(on),
                text: what,
                on,
              })),
            ].sort((a, b) => a.on.localeCompare(b.on))}
          />
        )}
        {(live || status === 'over') && (
          <Buttons>
            {live && button(tell, { of, primary: referral.asked })}
            {button(extend, { of })}
            {button(revoke, { of })}
          </Buttons>
        )}
        {referral.lost && (
          <Buttons>
            <LinkButton to={`/referrals/case/${head.id}/refer`}>{t('services.refer')}</LinkButton>
            {button(settleLoss, { of })}
          </Buttons>
        )}
      </Stack>
      {dialog}
    </Notice>
  );
}
