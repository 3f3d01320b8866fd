import record from 'virtual:record/referrals.referral';
import { useTranslation } from 'react-i18next';
import { isPartialDate } from '../../../../platform/decider/index.ts';
import { type Act, RecordHistory, RecordPage, useFormat, useParam } from '../../../../platform/shell/index.ts';
import { Badge, Badges, Facts, Name, Notice, Prose, Section, Stack } from '../../../../platform/ui/index.ts';
import { sharedFields } from '../../../partners/domain/index.ts';
import type { PartnerReferral } from '../../contract/index.ts';
import { useRead } from '../api.ts';
import { Exchange } from '../Exchange.tsx';

/** What the partner may do, what comes next first. */
function useReferralActs(): (found: PartnerReferral) => readonly Act[] {
  const { t } = useTranslation('referrals');
  const { today } = useFormat();
  return ({ sentOn }) => [
    { name: 'accept', fields: [] },
    {
      name: 'report',
      held: { on: today },
      fields: [
        { name: 'on', label: t('referrals.on'), min: sentOn, max: today },
        { name: 'what', label: t('referrals.what') },
      ],
    },
    {
      name: 'decline',
      fields: [
        { name: 'reason', kind: 'one', label: t('partner.reason'), said: (one) => t(`partner.decline.${one}`) },
        { name: 'because', label: t('referrals.because') },
      ],
    },
    {
      name: 'complete',
      about: <p>{t('referrals.complete-means')}</p>,
      fields: [
        { name: 'outcome', kind: 'one', label: t('referrals.outcome'), said: (one) => t(`partner.outcome.${one}`) },
        { name: 'note', label: t('referrals.note') },
      ],
    },
    { name: 'ask', fields: [{ name: 'text', label: t('referrals.question') }] },
  ];
}

/** One child who was referred: what was told, what is to be done, and what was; of a referral that has ended, only that it has. */
export default function ReferralPage() {
  const { t } = useTranslation(['referrals', 'partners']);
  const actsOf = useReferralActs();
  const words = (act: string) => t(`partner.act.${act}`);
  return (
    <RecordPage
      of={useRead('/api/referrals/referral/{id}', { id: useParam('id') })}
      record={record}
      words={{ name: words, submit: words, done: t('referrals.told-office') }}
      head={(found) => {
        const { open, service, status, urgency } = found;
        const noName = t(open ? 'referrals.no-name' : 'referrals.one');
        return {
          title: open?.told['name'] ? <Name>{open.told['name']}</Name> : noName,
          windowTitle: t('referrals.one'),
          back: { to: '/referrals', label: t('referrals.title') },
          marks: (
            <Badges>
              <span>{t(`service.${service}`)}</span>
              {open && <Badge tone="blue">{t(`partner.status.${status}`)}</Badge>}
              {open && urgency === 'urgent' && <Badge tone="red">{t('referrals.urgent')}</Badge>}
            </Badges>
          ),
          acts: actsOf(found),
        };
      }}
    >
      {(found) => (found.open ? <Open found={found} open={found.open} /> : <Ended {...found} />)}
    </RecordPage>
  );
}

function Ended({ status, endedOn, until }: PartnerReferral) {
  const { t } = useTranslation('referrals');
  const { date } = useFormat();
  return (
    <Notice title={t('referrals.has-ended', { date: date(endedOn ?? until) })}>
      <p>{t(`partner.ended.${status}`)}</p>
      <p>{t('referrals.nothing-shown')}</p>
    </Notice>
  );
}

/** What is told in sentences. */
const long = ['needs', 'guardian', 'story'];

function Open({ found, open }: { readonly found: PartnerReferral; readonly open: NonNullable<PartnerReferral['open']> }) {
  const { t } = useTranslation(['referrals', 'partners']);
  const { date, isOver } = useFormat();
  return (
    <Stack>
      {found.status === 'sent' && (
        <Notice tone={isOver(open.answerBy) ? 'orange' : 'blue'} title={t('referrals.answer-by', { date: date(open.answerBy) })}>
          {open.handover && t('referrals.handover')}
        </Notice>
      )}
      {open.told['safety'] && (
        <Notice tone="orange" title={t('shared.safety')}>
          <Prose>{open.told['safety']}</Prose>
        </Notice>
      )}
      <Section title={t('referrals.asked-for')}>
        <Prose>{open.because}</Prose>
        {long
          .filter((field) => open.told[field])
          .map((field) => (
            <div key={field}>
              <h3 className="small soft">{t(`shared.${field}`)}</h3>
              <Prose>{open.told[field]}</Prose>
            </div>
          ))}
        <Facts
          facts={[
            ...sharedFields
              .filter((field) => ![...long, 'safety', 'name'].includes(field))
              .map((field) => {
                const text = open.told[field];
                if (field === 'sex') return [t(`shared.${field}`), text && t(`partner.child-sex.${text}`)] as const;
                // A date as the office typed it, or an age.
                const said = field === 'birth-date' && isPartialDate(text ?? '') ? date(text!) : text;
                return [t(`shared.${field}`), said && <Name key={field}>{said}</Name>] as const;
              }),
            [t('referrals.sent-on'), date(found.sentOn)],
            [
              t('referrals.rests-on'),
              open.rests && (
                <span key="rests">
                  {t(`referrals.rests.${open.rests}`)} <Name>{open.law}</Name>
                </span>
              ),
            ],
            [t('referrals.shown-until'), date(found.until)],
          ]}
        />
      </Section>
      {(open.delivered.length > 0 || open.said.length > 0) && (
        <Section title={t('referrals.happened')}>
          <Exchange of={open} says={(from) => t(`referrals.said-${from}`)} done={t('referrals.delivered')} newestFirst />
        </Section>
      )}
      <RecordHistory kind={record.kind} id={found.id} />
    </Stack>
  );
}
