import { useTranslation } from 'react-i18next';
import { useFormat, useOffice } from '../../../../../platform/shell/index.ts';
import {
  Badge,
  Buttons,
  Columns,
  Empty,
  Entries,
  Entry,
  Facts,
  Name,
  Notice,
  Prose,
  Section,
  Stack,
} from '../../../../../platform/ui/index.ts';
import { namesIn } from '../../../../../platform/ui/names/names.ts';
import type { Care } from '../../../contract/index.ts';
import { homeward, mustPrepare } from '../../../domain/choices.ts';
import { useRead } from '../../api.ts';
import { type CasePart, casePart } from '../casePage.tsx';
import { useCareActs } from './careActs.ts';
import { SafetyMark } from './Safety.tsx';
import { Stays } from './Stays.tsx';
import './protection.css';

const useCare = (id: string) => useRead('/api/cases/case/{id}/care', { id });

/** Where the child lives, what is best for them, and how far reunification has come. */
export const CarePart = casePart('care', useCare, CareFound);

function CareFound(part: CasePart<Care>) {
  const { t, i18n } = useTranslation('cases');
  const { date } = useFormat();
  const { of, acts } = part;
  const may = useCareActs(of);
  const now = of.stays.find(({ id }) => id === of.now);
  return (
    <Columns>
      <Stack>
        <Section title={t('care.where')} aside={<SafetyMark safety={of.safety} />}>
          <Stays stays={of.stays} />
          {now?.emergencyUntil && of.safety === 'not-assessed' && (
            <Notice tone="orange">{t('care.emergency', { date: date(now.emergencyUntil) })}</Notice>
          )}
          <Buttons>
            {may.fit.length > 0 && acts.button(may.place)}
            {acts.button(may.placeInEmergency)}
            {acts.button(may.recordWhereabouts)}
            {now && now.kind !== 'away' && acts.button(may.leave)}
          </Buttons>
          {may.fit.length === 0 && <p className="small soft">{t('care.no-place-fit')}</p>}
        </Section>
        <Section title={t('care.places')} aside={acts.button(may.assess())}>
          <Entries of={of.places} none={[t('care.no-places'), t('care.no-places-more')]}>
            {(place) => (
              <Entry
                key={place.id}
                title={place.name}
                marks={<SafetyMark safety={place.safety} />}
                about={
                  <>
                    {t(`stay.${place.kind}`)} {place.country && namesIn(i18n.language, 'region')(place.country)}
                    {place.assessed && ` · ${t('care.seen', { on: date(place.assessed.on), until: date(place.assessed.until) })} · `}
                    <Name>{place.assessed?.by}</Name>
                  </>
                }
                acts={acts.button(may.assess(place), { of: place.name, words: t('care.again') })}
              >
                <Prose small>{place.assessed?.reasons}</Prose>
              </Entry>
            )}
          </Entries>
        </Section>
      </Stack>
      <Stack>
        <Section title={t('care.interests')} aside={acts.button(may.assessInterests)}>
          <Interests of={of} />
        </Section>
        <Section title={t('care.best')} aside={of.assessments.length > 0 && acts.button(may.determine)}>
          {of.reconsider && <Notice tone="red">{t('care.reconsider', { date: date(of.reconsider) })}</Notice>}
          <BestInterests of={of} />
          {of.determinations.length > 0 && !of.reconsider && (
            <Buttons>
              {acts.button(may.decide)}
              {acts.button(may.reconsider)}
            </Buttons>
          )}
        </Section>
        <Section title={t('care.tracing')} aside={acts.button(may.trace)}>
          <Entries of={of.tracings} none={[t('care.no-tracing')]}>
            {(one) => (
              <Entry
                key={one.id}
                title={one.whom}
                marks={<Badge tone={one.step === 'verified' ? 'blue' : 'plain'}>{t(`tracing-step.${one.step}`)}</Badge>}
                about={
                  <>
                    <Name>{one.through}</Name> · {date(one.on)}
                  </>
                }
                acts={acts.button(may.traced(one), { of: one.whom })}
              >
                <Prose small>{one.note}</Prose>
              </Entry>
            )}
          </Entries>
        </Section>
        <WayHome {...part} />
      </Stack>
    </Columns>
  );
}

/** What was weighed for the child as an ordinary step, the latest first. */
function Interests({ of }: { readonly of: Care }) {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  return (
    <Entries of={of.assessments} none={[t('care.not-weighed'), t('care.not-weighed-more')]}>
      {(one) => (
        <Entry key={one.id} title={date(one.on)} about={`${t(`hearing.${one.hearing}`)} · ${t('care.review-on')}: ${date(one.reviewOn)}`}>
          <Prose small>{one.childView}</Prose>
          <Prose small>{one.options}</Prose>
          <Prose small>{one.finding}</Prose>
        </Entry>
      )}
    </Entries>
  );
}

function BestInterests({ of }: { readonly of: Care }) {
  const { t } = useTranslation('cases');
  const { nameOf } = useOffice();
  const { date } = useFormat();
  if (of.determinations.length === 0) return <Empty title={t('care.not-determined')}>{t('care.not-determined-more')}</Empty>;
  return (
    <>
      {of.solution ? (
        <Facts
          facts={[
            [t('care.solution'), t(`solution.${of.solution.solution}`)],
            [t('care.decided'), `${date(of.solution.on)} · ${nameOf(of.solution.by)}`],
          ]}
        />
      ) : (
        <Notice tone="orange">{t('care.not-decided')}</Notice>
      )}
      {of.determinations.map((one) => (
        <details key={one.id}>
          <summary>
            {date(one.on)}: {t(`solution.${one.solution}`)} {one.hearing === 'not-yet' && <Badge tone="red">{t('hearing.not-yet')}</Badge>}
          </summary>
          <Facts
            facts={[
              [t('care.participants'), one.participants.map(({ role, name }) => `${name} (${t(`participant.${role}`)})`).join(', ')],
              [t('care.hearing'), t(`hearing.${one.hearing}`)],
              [t('care.child-view'), one.childView && <Name key="view">{one.childView}</Name>],
              [t('care.options'), <Name key="options">{one.options}</Name>],
              [t('care.decision'), <Name key="decision">{one.decision}</Name>],
              [t('care.wish'), t(`wish-of-child.${one.wish}`)],
              [t('care.why-not'), one.whyNot && <Name key="why">{one.whyNot}</Name>],
              [t('care.review-on'), date(one.reviewOn)],
            ]}
          />
        </details>
      ))}
    </>
  );
}

function WayHome({ of, acts }: CasePart<Care>) {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  const may = useCareActs(of);
  const leads = of.solution !== null && homeward.includes(of.solution.solution);
  return (
    <Section title={t('care.way-home')} aside={acts.button(may.prepare)}>
      {of.returned ? (
        <p>{t('care.returned', { date: date(of.returned.on) })}</p>
      ) : (
        <>
          {!leads && <p className="soft">{t('care.no-return-decided')}</p>}
          <ul className="stack small">
            {mustPrepare.map((one) => (
              <li key={one}>
                <Badge tone={of.prepared.includes(one) ? 'blue' : 'orange'}>
                  {t(of.prepared.includes(one) ? 'care.done' : 'care.open')}
                </Badge>{' '}
                {t(`preparation.${one}`)}
              </li>
            ))}
          </ul>
          {leads && may.fit.length > 0 && may.carers.length > 0 && <Buttons>{acts.button(may.comeHome, { primary: true })}</Buttons>}
        </>
      )}
    </Section>
  );
}
