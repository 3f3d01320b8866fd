import { useTranslation } from 'react-i18next';
import { Await, useFormat, useOffice } from '../../../../../platform/shell/index.ts';
import { Badge, Columns, Empty, Facts, Name, Notice, Section, Stack } from '../../../../../platform/ui/index.ts';
import type { Care, CaseHead } from '../../../contract/index.ts';
import { CaseFrame } from '../CaseFrame.tsx';
import { useActs } from '../useActs.tsx';
import { useCareActs } from './careActs.ts';
import { SafetyMark } from './Safety.tsx';
import { Stays } from './Stays.tsx';
import './protection.css';
import { mustPrepare } from '../../../domain/choices.ts';
import { useRead } from '../../api.ts';

/** Where the child lives, what is best for it, and how far its way home has come. */
export default function CarePage() {
  return <CaseFrame page="care">{(head) => <Found head={head} />}</CaseFrame>;
}

function Found({ head }: { readonly head: CaseHead }) {
  const found = useRead('/api/cases/case/{id}/care', { id: head.id });
  return <Await of={found}>{(data) => <CareFound head={head} of={data} />}</Await>;
}

function CareFound({ head, of }: { readonly head: CaseHead; readonly of: Care }) {
  const { t } = useTranslation('cases');
  const acts = useActs(head);
  const may = useCareActs(of);
  const now = of.stays.find(({ id }) => id === of.now);
  const { date } = useFormat();
  return (
    <Columns>
      <Stack>
        <Section title={t('care.where')} aside={<SafetyMark safety={of.safety} />}>
          <Stays stays={of.stays} />
          {now?.emergencyUntil && of.safety === 'not-assessed' && (
            <Notice tone="orange">{t('care.emergency', { date: date(now.emergencyUntil) })}</Notice>
          )}
          <div className="buttons">
            {may.fit.length > 0 && acts.button(may.place)}
            {acts.button(may.placeInEmergency)}
            {now && now.kind !== 'away' && acts.button(may.leave)}
          </div>
          {may.fit.length === 0 && <p className="small soft">{t('care.no-place-fit')}</p>}
        </Section>
        <Section title={t('care.places')} aside={acts.button(may.assess())}>
          {of.places.length === 0 && <Empty title={t('care.no-places')}>{t('care.no-places-more')}</Empty>}
          <ul className="stack">
            {of.places.map((place) => (
              <li key={place.id} className="section__head">
                <div>
                  <strong>
                    <Name>{place.name}</Name>
                  </strong>{' '}
                  <SafetyMark safety={place.safety} />
                  <div className="small soft">
                    {t(`stay.${place.kind}`)} {place.country}
                    {place.assessed && ` · ${t('care.seen', { on: date(place.assessed.on), until: date(place.assessed.until) })} · `}
                    {place.assessed && <Name>{place.assessed.by}</Name>}
                  </div>
                  {place.assessed && (
                    <p className="small prose" dir="auto">
                      {place.assessed.reasons}
                    </p>
                  )}
                </div>
                {acts.button(may.assess(place), { of: place.name, words: t('care.again') })}
              </li>
            ))}
          </ul>
        </Section>
      </Stack>
      <Stack>
        <Section title={t('care.best')} aside={acts.button(may.determine)}>
          <BestInterests of={of} />
          {of.determinations.length > 0 && <div className="buttons">{acts.button(may.decide)}</div>}
        </Section>
        <Section title={t('care.tracing')} aside={acts.button(may.trace)}>
          {of.tracings.length === 0 && <Empty title={t('care.no-tracing')} />}
          <ul className="stack">
            {of.tracings.map((one) => (
              <li key={one.id} className="section__head">
                <div>
                  <strong dir="auto">{one.whom}</strong>{' '}
                  <Badge tone={one.step === 'verified' ? 'blue' : 'plain'}>{t(`tracing-step.${one.step}`)}</Badge>
                  <div className="small soft" dir="auto">
                    {one.through} · {date(one.on)}
                  </div>
                  {one.note && (
                    <p className="small prose" dir="auto">
                      {one.note}
                    </p>
                  )}
                </div>
                {acts.button(may.traced(one), { of: one.whom })}
              </li>
            ))}
          </ul>
        </Section>
        <WayHome of={of} acts={acts} may={may} />
      </Stack>
      {acts.dialog}
    </Columns>
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
      <ul className="stack">
        {of.determinations.map((one) => (
          <li key={one.id}>
            <Determination one={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Determination({ one }: { readonly one: Care['determinations'][number] }) {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  return (
    <details>
      <summary>
        {date(one.on)}: {t(`solution.${one.solution}`)} {one.hearing === 'not-yet' && <Badge tone="red">{t('hearing.not-yet')}</Badge>}
      </summary>
      <Facts
        facts={[
          [t('care.participants'), one.participants.map(({ role, name }) => `${name} (${t(`participant.${role}`)})`).join(', ')],
          [t('care.hearing'), t(`hearing.${one.hearing}`)],
          [t('care.child-view'), one.childView && <bdi key="view">{one.childView}</bdi>],
          [t('care.options'), <bdi key="options">{one.options}</bdi>],
          [t('care.decision'), <bdi key="decision">{one.decision}</bdi>],
          [t('care.review-on'), date(one.reviewOn)],
        ]}
      />
    </details>
  );
}

function WayHome({
  of,
  acts,
  may,
}: {
  readonly of: Care;
  readonly acts: ReturnType<typeof useActs>;
  readonly may: ReturnType<typeof useCareActs>;
}) {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  const open = mustPrepare.filter((one) => !of.prepared.includes(one));
  const leads = of.solution?.solution === 'family-return' || of.solution?.solution === 'other-country';
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
                <Badge tone={open.includes(one) ? 'orange' : 'blue'}>{t(open.includes(one) ? 'care.open' : 'care.done')}</Badge>{' '}
                {t(`preparation.${one}`)}
              </li>
            ))}
          </ul>
          {leads && may.fit.length > 0 && may.carers.length > 0 && (
            <div className="buttons">{acts.button(may.comeHome, { primary: true })}</div>
          )}
        </>
      )}
    </Section>
  );
}
