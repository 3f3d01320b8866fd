import { useTranslation } from 'react-i18next';
import { Await, useFormat } from '../../../../../platform/shell/index.ts';
import { Badge, Buttons, Columns, Empty, Facts, Name, Notice, Section, Stack } from '../../../../../platform/ui/index.ts';
import type { CaseHead, CaseJustice, JusticeCourtDate, JusticeStep } from '../../../contract/index.ts';
import { stages } from '../../../domain/index.ts';
import { useRead } from '../../api.ts';
import { CaseFrame } from '../CaseFrame.tsx';
import { useActs } from '../useActs.tsx';
import { useJusticeActs } from './justiceActs.ts';

/** What police, prosecution and courts did for this child, and when it must be in court. */
export default function JusticePage() {
  return <CaseFrame page="justice">{(head) => <Justice head={head} />}</CaseFrame>;
}

function Justice({ head }: { readonly head: CaseHead }) {
  const found = useRead('/api/cases/case/{id}/justice', { id: head.id });
  return <Await of={found}>{(justice) => <JusticeFound head={head} justice={justice} />}</Await>;
}

const laterFirst = (a: { readonly on: string }, b: { readonly on: string }) => b.on.localeCompare(a.on);

function JusticeFound({ head, justice }: { readonly head: CaseHead; readonly justice: CaseJustice }) {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  const { dialog, button } = useActs(head);
  const acts = useJusticeActs(justice);
  const planned = justice.courtDates.filter(({ state }) => state === 'planned').sort((a, b) => a.on.localeCompare(b.on));
  const over = justice.courtDates.filter(({ state }) => state !== 'planned').sort(laterFirst);
  const { wish, lawyer } = justice;
  return (
    <Columns>
      <Stack>
        <Section title={t('justice.steps')} aside={button(acts.record, { primary: true })}>
          {justice.steps.length === 0 && <Empty title={t('justice.no-steps')}>{t('justice.no-steps-more')}</Empty>}
          <Stack>
            {[...justice.steps].sort(laterFirst).map((step) => (
              <StepShown key={step.id} step={step}>
                {step.struck === null && button(acts.strike(step), { of: t(`step.${step.kind}`) })}
              </StepShown>
            ))}
          </Stack>
        </Section>
        <Section title={t('justice.court')} aside={button(acts.planDay)}>
          {justice.courtDates.length === 0 && <Empty title={t('justice.no-court')}>{t('justice.no-court-more')}</Empty>}
          <Stack>
            {planned.map((one) => (
              <CourtDay key={one.id} of={one}>
                {button(acts.holdDay(one), { of: date(one.on) })}
                {button(acts.moveDay(one), { of: date(one.on) })}
                {button(acts.cancelDay(one), { of: date(one.on) })}
              </CourtDay>
            ))}
            {over.map((one) => (
              <CourtDay key={one.id} of={one} />
            ))}
          </Stack>
        </Section>
      </Stack>
      <Stack>
        <Section title={t('justice.how-far')}>
          {justice.stages.length === 0 && <p className="soft">{t('justice.nowhere')}</p>}
          <ol>
            {stages.map((stage) => (
              <li key={stage}>
                {t(`stage.${stage}`)}{' '}
                {justice.stages.includes(stage) ? <Badge tone="blue">{t('justice.reached')}</Badge> : <span className="soft">–</span>}
              </li>
            ))}
          </ol>
        </Section>
        <Section title={t('justice.wish')} aside={button(acts.wish)}>
          {!wish && <p className="soft">{t('justice.no-wish')}</p>}
          {wish && (
            <>
              <Facts
                facts={[
                  [t('justice.child-says'), t(`wish.${wish.child}`)],
                  [t('justice.carer-says'), t(`wish.${wish.carer}`)],
                  [t('justice.said-on'), date(wish.on)],
                ]}
              />
              {wish.note && (
                <p className="prose" dir="auto">
                  {wish.note}
                </p>
              )}
              {wish.child === 'does-not' && <Notice tone="orange">{t('justice.child-does-not')}</Notice>}
            </>
          )}
        </Section>
        <Section title={t('justice.lawyer')} aside={button(acts.lawyer)}>
          {!lawyer && <p className="soft">{t('justice.no-lawyer')}</p>}
          {lawyer && (
            <>
              <Facts
                facts={[
                  [t('justice.lawyer-name'), <Name key="name">{lawyer.name}</Name>],
                  [t('justice.lawyer-contact'), lawyer.contact && <Name key="contact">{lawyer.contact}</Name>],
                  [t('justice.since'), date(lawyer.since)],
                ]}
              />
              <Buttons>{button(acts.endLawyer)}</Buttons>
            </>
          )}
        </Section>
      </Stack>
      {dialog}
    </Columns>
  );
}

function StepShown({ step, children }: { readonly step: JusticeStep; readonly children: React.ReactNode }) {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  return (
    <div>
      <strong>{t(`step.${step.kind}`)}</strong> {step.outcome && <Badge>{t(`step-outcome.${step.outcome}`)}</Badge>}{' '}
      <span className="soft">{date(step.on)}</span>
      <div>
        <Name>{step.authority}</Name>
        {step.reference && (
          <>
            {' · '}
            {t('justice.reference')}: <Name>{step.reference}</Name>
          </>
        )}
      </div>
      {step.note && (
        <p className="prose" dir="auto">
          {step.note}
        </p>
      )}
      {step.struck !== null && (
        <Notice title={t('justice.struck')}>
          <span dir="auto">{step.struck}</span>
        </Notice>
      )}
      <Buttons>{children}</Buttons>
    </div>
  );
}

const tones = { planned: 'blue', held: 'plain', cancelled: 'plain' } as const;

function CourtDay({ of: day, children }: { readonly of: JusticeCourtDate; readonly children?: React.ReactNode }) {
  const { t } = useTranslation('cases');
  const { date, isOver } = useFormat();
  const late = day.state === 'planned' && isOver(day.on);
  return (
    <div>
      <strong>{date(day.on)}</strong> <Badge tone={late ? 'red' : tones[day.state]}>{t(`court-state.${late ? 'late' : day.state}`)}</Badge>{' '}
      <span dir="auto">{day.purpose}</span>
      <Facts
        facts={[
          [t('justice.place'), day.place && <Name key="place">{day.place}</Name>],
          [t(day.state === 'held' ? 'justice.was-accompanied' : 'justice.accompanied'), day.accompaniedBy && <Name key="by">{day.accompaniedBy}</Name>], // biome-ignore format: one thought
          [t('justice.heard'), day.heard && t(`heard.${day.heard}`)],
        ]}
      />
      {day.note && (
        <p className="prose" dir="auto">
          {day.note}
        </p>
      )}
      <Buttons>{children}</Buttons>
    </div>
  );
}
