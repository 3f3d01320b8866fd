import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, CommandForm, type FormField, useFormat, useParam } from '../../../../platform/shell/index.ts';
import {
  Badge,
  Badges,
  Button,
  Dialog,
  Facts,
  Name,
  Notice,
  Page,
  Section,
  Stack,
  Timeline,
  useToast,
} from '../../../../platform/ui/index.ts';
import { declineReasons, outcomes } from '../../../cases/domain/index.ts';
import { sharedFields } from '../../../partners/domain/index.ts';
import type { PartnerReferral } from '../../contract/index.ts';
import { useRead } from '../api.ts';

/** One child who was referred: what was told, what is to be done, and what was. */
export default function ReferralPage() {
  const found = useRead('/api/referrals/referral/{id}', { id: useParam('id') });
  return (
    <Await of={found}>{(data) => (data.open ? <OpenReferral found={data} open={data.open} /> : <EndedReferral found={data} />)}</Await>
  );
}

function EndedReferral({ found }: { readonly found: PartnerReferral }) {
  const { t } = useTranslation(['referrals', 'partners']);
  const { date } = useFormat();
  return (
    <Page title={t('referrals.one')} back={{ to: '/referrals', label: t('referrals.title') }} lead={t(`service.${found.service}`)}>
      <Notice title={t('referrals.has-ended', { date: date(found.endedOn ?? found.until) })}>
        <p>{t(`partner.ended.${found.status}`)}</p>
        <p>{t('referrals.nothing-shown')}</p>
      </Notice>
    </Page>
  );
}

interface Act {
  readonly name: string;
  readonly fields: readonly FormField[];
}

/** What is told in sentences. */
const long = ['needs', 'guardian', 'story'];

function useReferralActs(found: PartnerReferral) {
  const { t } = useTranslation(['referrals', 'partners']);
  const { today } = useFormat();
  const text = (name: string, label: string, required = true) => ({ name, kind: 'text', lines: 4, label, required }) as const;
  return {
    accept: { name: 'accept', fields: [] },
    decline: {
      name: 'decline',
      fields: [
        {
          name: 'reason',
          kind: 'one',
          label: t('partner.reason'),
          options: declineReasons.map((one) => [one, t(`partner.decline.${one}`)] as const),
          starts: declineReasons[0],
        },
        text('because', t('referrals.because'), false),
      ],
    },
    ask: { name: 'ask', fields: [text('text', t('referrals.question'))] },
    report: {
      name: 'report',
      fields: [
        { name: 'on', kind: 'day', label: t('referrals.on'), min: found.sentOn, max: today, starts: today, required: true },
        text('what', t('referrals.what')),
      ],
    },
    complete: {
      name: 'complete',
      fields: [
        {
          name: 'outcome',
          kind: 'one',
          label: t('referrals.outcome'),
          options: outcomes.map((one) => [one, t(`partner.outcome.${one}`)] as const),
          starts: outcomes[0],
        },
        text('note', t('referrals.note'), false),
      ],
    },
  } satisfies Record<string, Act>;
}

function OpenReferral({ found, open }: { readonly found: PartnerReferral; readonly open: NonNullable<PartnerReferral['open']> }) {
  const { t } = useTranslation(['referrals', 'partners']);
  const { date, isOver } = useFormat();
  const say = useToast();
  const acts = useReferralActs(found);
  const [act, setAct] = useState<Act>();
  const stop = () => setAct(undefined);
  const first = found.status === 'sent' ? 'accept' : 'report';
  const button = (name: keyof typeof acts) =>
    open.next.includes(name) && (
      <Button key={name} kind={name === first ? 'primary' : 'plain'} onPress={() => setAct(acts[name])}>
        {t(`partner.act.${name}`)}
      </Button>
    );
  return (
    <Page
      title={open.told['name'] ? <Name>{open.told['name']}</Name> : t('referrals.no-name')}
      windowTitle={t('referrals.one')}
      back={{ to: '/referrals', label: t('referrals.title') }}
      lead={
        <Badges>
          <span>{t(`service.${found.service}`)}</span>
          <Badge tone="blue">{t(`partner.status.${found.status}`)}</Badge>
          {found.urgency === 'urgent' && <Badge tone="red">{t('referrals.urgent')}</Badge>}
        </Badges>
      }
      actions={(['accept', 'decline', 'report', 'complete', 'ask'] as const).map(button)}
    >
      <Stack>
        {found.status === 'sent' && (
          <Notice tone={isOver(open.answerBy) ? 'orange' : 'blue'} title={t('referrals.answer-by', { date: date(open.answerBy) })}>
            {open.handover && t('referrals.handover')}
          </Notice>
        )}
        {open.told['safety'] && (
          <Notice tone="orange" title={t('shared.safety')}>
            <p className="prose" dir="auto">
              {open.told['safety']}
            </p>
          </Notice>
        )}
        <Section title={t('referrals.asked-for')}>
          <p className="prose" dir="auto">
            {open.because}
          </p>
          {long
            .filter((field) => open.told[field])
            .map((field) => (
              <div key={field}>
                <h3 className="small soft">{t(`shared.${field}`)}</h3>
                <p className="prose" dir="auto">
                  {open.told[field]}
                </p>
              </div>
            ))}
          <Facts
            facts={[
              ...sharedFields
                .filter((field) => ![...long, 'safety', 'name'].includes(field))
                .map((field) => {
                  const text = open.told[field];
                  const said = text && (field === 'sex' ? t(`partner.child-sex.${text}`) : <Name key={field}>{text}</Name>);
                  return [t(`shared.${field}`), said] as const;
                }),
              [t('referrals.sent-on'), date(found.sentOn)],
              [t('referrals.shown-until'), date(found.until)],
            ]}
          />
        </Section>
        {(open.delivered.length > 0 || open.said.length > 0) && (
          <Section title={t('referrals.happened')}>
            <Timeline
              entries={[
                ...open.delivered.map(({ on, what }, i) => ({
                  key: `d${i}`,
                  what: t('referrals.delivered'),
                  when: date(on),
                  text: what,
                  on,
                })),
                ...open.said.map(({ from, on, text }, i) => ({
                  key: `s${i}`,
                  what: t(`referrals.said-${from}`),
                  when: date(on),
                  text,
                  on,
                })),
              ].sort((a, b) => b.on.localeCompare(a.on))}
            />
          </Section>
        )}
      </Stack>
      <Dialog title={act ? t(`partner.act.${act.name}`) : ''} isOpen={act !== undefined} onClose={stop}>
        {act && (
          <CommandForm
            kind="referrals.referral"
            id={found.id}
            {...act}
            {...(act.name === 'complete' ? { about: <p>{t('referrals.complete-means')}</p> } : {})}
            submit={t(`partner.act.${act.name}`)}
            onDone={() => {
              stop();
              say(t('referrals.told-office'));
            }}
            onClose={stop}
          />
        )}
      </Dialog>
    </Page>
  );
}
