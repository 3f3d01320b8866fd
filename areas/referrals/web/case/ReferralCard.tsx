import { useTranslation } from 'react-i18next';
import { type Act, type RecordActs, useFormat } from '../../../../platform/shell/index.ts';
import { Badge, Badges, Buttons, Facts, LinkButton, Name, Notice, Prose, Stack } from '../../../../platform/ui/index.ts';
import type { CaseHead } from '../../../cases/contract/index.ts';
import { useOrganisations } from '../../../partners/web/index.ts';
import type { CaseReferral } from '../../contract/index.ts';
import { Exchange } from '../Exchange.tsx';

const tones = { sent: 'orange', accepted: 'blue', over: 'orange', declined: 'plain', completed: 'plain', revoked: 'plain' } as const;

/** One referral: whom the child was sent to and for what, what was told, on what it rests, and what came of it. */
export function ReferralCard({
  head,
  referral,
  acts: { button },
}: {
  readonly head: CaseHead;
  readonly referral: CaseReferral;
  readonly acts: RecordActs;
}) {
  const { t } = useTranslation(['referrals', 'cases']);
  const { date, isOver, today } = useFormat();
  const { nameOf } = useOrganisations();
  const { id, status, basis } = referral;
  const live = status === 'sent' || status === 'accepted';
  const of = nameOf(referral.organisation);
  const act = (one: Pick<Act, 'name' | 'about' | 'held' | 'fields'>): Act => ({ ...one, target: { referral: id } });
  const tell = act({ name: 'tell-partner', fields: [{ name: 'text', label: t('services.tell-text'), hint: t('services.tell-hint') }] });
  const extend = act({ name: 'extend-referral', held: referral, fields: [{ name: 'until', label: t('services.until'), min: today }] });
  const revoke = act({
    name: 'revoke-referral',
    about: <p>{t('services.revoke-means')}</p>,
    fields: [{ name: 'because', label: t('act.because') }],
  });
  const settleLoss = act({
    name: 'settle-loss',
    about: <p>{t('services.lost-means')}</p>,
    fields: [{ name: 'because', label: t('services.instead') }],
  });
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
        <Prose>{referral.because}</Prose>
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
                  {t(`services.rests.${basis.kind}`, { date: date(basis.on) })}
                  {basis.by && (
                    <>
                      {' · '}
                      <Name>{basis.by}</Name>
                    </>
                  )}
                  {basis.mark && basis.mark !== 'V' && ` (${t('services.unverified')})`}
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
        {referral.declined?.because && <Prose>{referral.declined.because}</Prose>}
        <Exchange of={referral} says={(from) => t(`services.said-${from}`)} done={t('services.delivered')} />
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
    </Notice>
  );
}
