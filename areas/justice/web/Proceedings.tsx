import { useTranslation } from 'react-i18next';
import { type RecordActs, useFormat } from '../../../platform/shell/index.ts';
import { Badge, Buttons, Columns, Entries, Entry, Facts, Name, Notice, Prose, Section, Stack } from '../../../platform/ui/index.ts';
import type * as contract from '../contract/index.ts';
import { stages } from '../domain/index.ts';
import { Accusations } from './Accusations.tsx';
import { useJusticeActs } from './justiceActs.ts';
import { LegalLimits } from './LegalLimits.tsx';

const laterFirst = (a: { readonly on: string }, b: { readonly on: string }) => b.on.localeCompare(a.on);
const isPlanned = ({ state }: contract.ShownCourtDate) => state === 'planned';

/** What police, prosecution and courts did for this child, and when they must be in court. */
export function Proceedings({ of, acts }: { readonly of: contract.Proceedings; readonly acts: RecordActs }) {
  const { steps, courtDates, stages: reached, wish, lawyer } = of;
  const { t } = useTranslation('justice');
  const { date } = useFormat();
  const may = useJusticeActs(of);
  const days = courtDates.toSorted(laterFirst);
  return (
    <Columns>
      <Stack>
        <Accusations of={of} acts={acts} may={may} />
        <LegalLimits of={of}>{(limit) => acts.button(may.settleLimit(limit), { of: t(`law-limit.${limit.duty}`) })}</LegalLimits>
        <Section title={t('proceedings.steps')} aside={acts.button(may.record, { primary: true })}>
          <Entries of={steps.toSorted(laterFirst)} none={[t('proceedings.no-steps'), t('proceedings.no-steps-more')]}>
            {(step) => (
              <Entry
                key={step.id}
                title={t(`step.${step.kind}`)}
                marks={
                  <>
                    {step.outcome && <Badge>{t(`step-outcome.${step.outcome}`)}</Badge>} <span className="soft">{date(step.on)}</span>
                  </>
                }
                about={
                  <>
                    <Name>{step.authority}</Name>
                    {step.reference && ` · ${t('proceedings.reference')}: `}
                    <Name>{step.reference}</Name>
                  </>
                }
                acts={step.struck === null && acts.button(may.strike(step), { of: t(`step.${step.kind}`) })}
              >
                <Prose>{step.note}</Prose>
                {step.struck !== null && (
                  <Notice title={t('proceedings.struck')}>
                    <Name>{step.struck}</Name>
                  </Notice>
                )}
              </Entry>
            )}
          </Entries>
        </Section>
        <Section title={t('proceedings.court')} aside={acts.button(may.planDay())}>
          <Entries
            of={[...days.filter(isPlanned).reverse(), ...days.filter((day) => !isPlanned(day))]}
            none={[t('proceedings.no-court'), t('proceedings.no-court-more')]}
          >
            {(day) => (
              <CourtDay key={day.id} of={day}>
                {isPlanned(day) && [may.holdDay, may.planDay, may.cancelDay].map((act) => acts.button(act(day), { of: date(day.on) }))}
              </CourtDay>
            )}
          </Entries>
        </Section>
      </Stack>
      <Stack>
        <Section title={t('proceedings.how-far')}>
          {reached.length === 0 && <p className="soft">{t('proceedings.nowhere')}</p>}
          <ol>
            {stages.map((stage) => (
              <li key={stage}>
                {t(`stage.${stage}`)}{' '}
                {reached.includes(stage) ? <Badge tone="blue">{t('proceedings.reached')}</Badge> : <span className="soft">–</span>}
              </li>
            ))}
          </ol>
        </Section>
        <Section title={t('proceedings.wish')} aside={acts.button(may.wish)}>
          {!wish && <p className="soft">{t('proceedings.no-wish')}</p>}
          {wish && (
            <>
              <Facts
                facts={[
                  [t('proceedings.child-says'), t(`wish.${wish.child}`)],
                  [t('proceedings.carer-says'), t(`wish.${wish.carer}`)],
                  [t('proceedings.said-on'), date(wish.on)],
                ]}
              />
              <Prose>{wish.note}</Prose>
              {wish.child === 'does-not' && <Notice tone="orange">{t('proceedings.child-does-not')}</Notice>}
            </>
          )}
        </Section>
        <Section title={t('proceedings.lawyer')} aside={acts.button(may.lawyer)}>
          {!lawyer && <p className="soft">{t('proceedings.no-lawyer')}</p>}
          {lawyer && (
            <>
              <Facts
                facts={[
                  [t('proceedings.lawyer-name'), <Name key="name">{lawyer.name}</Name>],
                  [t('proceedings.lawyer-contact'), lawyer.contact && <Name key="contact">{lawyer.contact}</Name>],
                  [t('proceedings.since'), date(lawyer.since)],
                ]}
              />
              <Buttons>{acts.button(may.endLawyer)}</Buttons>
            </>
          )}
        </Section>
      </Stack>
    </Columns>
  );
}

function CourtDay({ of: day, children }: { readonly of: contract.ShownCourtDate; readonly children: React.ReactNode }) {
  const { t } = useTranslation('justice');
  const { date, isOver } = useFormat();
  const late = isPlanned(day) && isOver(day.on);
  const accompanied = t(day.state === 'held' ? 'proceedings.was-accompanied' : 'proceedings.accompanied');
  return (
    <Entry
      title={date(day.on)}
      marks={
        <>
          <Badge tone={late ? 'red' : isPlanned(day) ? 'blue' : 'plain'}>{t(`court-state.${late ? 'late' : day.state}`)}</Badge>{' '}
          <Name>{day.purpose}</Name>
        </>
      }
      acts={children}
    >
      <Facts
        facts={[
          [t('proceedings.place'), day.place && <Name key="place">{day.place}</Name>],
          [accompanied, day.accompaniedBy && <Name key="by">{day.accompaniedBy}</Name>],
          [t('proceedings.heard'), day.heard && t(`heard.${day.heard}`)],
        ]}
      />
      <Prose>{day.note}</Prose>
    </Entry>
  );
}
