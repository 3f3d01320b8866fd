import { useTranslation } from 'react-i18next';
import { Await, useFormat } from '../../../../../platform/shell/index.ts';
import { Badge, Buttons, Empty, Facts, Link, Name, Notice, Prose, Section, Stack } from '../../../../../platform/ui/index.ts';
import type { Instrument } from '../../../../forms/domain/index.ts';
import { useInstrument, useWords } from '../../../../forms/web/index.ts';
import type { CaseDecision, CaseIdentification } from '../../../contract/index.ts';
import { useRead } from '../../api.ts';
import { type CasePart, casePart } from '../casePage.tsx';
import { useIdentificationActs } from './identificationActs.ts';

const useIdentification = (id: string) => useRead('/api/cases/case/{id}/identification', { id });

/** Whether those whom the law names have decided that the child is a victim, and what became of that. */
export const IdentificationPart = casePart('identification', useIdentification, WithScreening);

/** The words of the questions are those of the version that was answered. */
function WithScreening(part: CasePart<CaseIdentification>) {
  const last = part.of.screenings.at(-1);
  const instrument = useInstrument(last?.questionnaire ?? '', last?.version);
  if (!last) return <Identification {...part} instrument={undefined} />;
  return <Await of={instrument}>{(data) => <Identification {...part} instrument={data} />}</Await>;
}

function Identification({ of: found, acts, instrument }: CasePart<CaseIdentification> & { readonly instrument: Instrument | undefined }) {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  const say = useWords(instrument?.languages ?? []);
  const adult = found.screenings.at(-1)?.adult;
  const sayItem = (name: string) => say(instrument?.question(name, adult)?.label) || name;
  const may = useIdentificationActs(found, sayItem);
  return (
    <Stack>
      {found.again && (
        <Notice tone="red" title={t('identification.trafficked-again')}>
          <p>{t('identification.trafficked-again-more')}</p>
          <ul>
            {found.earlierCases.map(({ id, openedOn, readable }) => (
              <li key={id}>
                {readable ? (
                  <Link to="/cases/$id" params={{ id }}>
                    {t('case.opened-on', { date: date(openedOn) })}
                  </Link>
                ) : (
                  `${t('case.opened-on', { date: date(openedOn) })} · ${t('identification.not-yours')}`
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {found.trafficking !== null && found.trafficking !== 'identified' && (
        <Notice tone="orange" title={t(`identification.${found.trafficking}`)}>
          {t('identification.undecided')}
        </Notice>
      )}
      <Section title={t('identification.title')} aside={acts.button(may.record, { primary: found.decisions.length === 0 })}>
        <p className="soft">{t('identification.lead')}</p>
        {found.decisions.length === 0 && <Empty title={t('identification.none')}>{t('identification.none-more')}</Empty>}
      </Section>
      {[...found.decisions].reverse().map((decision) => (
        <Decided key={decision.id} decision={decision} sayItem={sayItem}>
          {decision.stands && !decision.reviews.some(({ settled }) => !settled) && acts.button(may.ask(decision))}
          {decision.reviewUntil && decision.reviews.length === 0 && !decision.accepted && acts.button(may.leave(decision))}
          {decision.reviews.some(({ settled }) => !settled) && acts.button(may.settle(decision))}
        </Decided>
      ))}
    </Stack>
  );
}

function Decided({
  decision,
  sayItem,
  children,
}: {
  readonly decision: CaseDecision;
  readonly sayItem: (name: string) => string;
  readonly children: React.ReactNode;
}) {
  const { t, i18n } = useTranslation('cases');
  const { date, isOver } = useFormat();
  const list = (words: readonly string[]) => (words.length > 0 ? new Intl.ListFormat(i18n.language).format(words) : null);
  const { status, on, body, bodyName, decidedBy, reviewUntil } = decision;
  return (
    <Section
      title={
        <>
          {t(`trafficking-status.${status}`)} <span className="soft">{date(on)}</span>{' '}
          {!decision.stands && <Badge>{t('identification.set-aside')}</Badge>}{' '}
          {decision.again && <Badge tone="red">{t('identification.again')}</Badge>}
        </>
      }
    >
      <Facts
        facts={[
          [t('identification.body'), t(`body.${body}`)],
          [t('identification.body-name'), <Name key="body">{bodyName}</Name>],
          [t('identification.decided-by'), decidedBy && <Name key="by">{decidedBy}</Name>],
          [t('identification.act'), list(decision.act.map((one) => t(`act-of.${one}`)))],
          [t('identification.means'), list(decision.means.map((one) => t(`means-of.${one}`)))],
          [t('identification.exploitation'), list(decision.exploitation.map((one) => t(`exploitation.${one}`)))],
          [
            t('identification.review-until'),
            reviewUntil && (
              <Badge key="until" tone={isOver(reviewUntil) ? 'plain' : 'orange'}>
                {date(reviewUntil)}
              </Badge>
            ),
          ],
        ]}
      />
      <Prose>{decision.reasons}</Prose>
      {decision.items.length > 0 && (
        <ul className="reasons">
          {decision.items.map((name) => (
            <li key={name} dir="auto">
              {sayItem(name)}
            </li>
          ))}
        </ul>
      )}
      {decision.reviews.map((review) => (
        <Notice key={review.askedOn + review.because} title={t(`review.${review.how}`)}>
          <p dir="auto">
            {date(review.askedOn)}: {review.because}
          </p>
          {review.settled && (
            <p dir="auto">
              <strong>{t(`review-outcome.${review.settled.outcome}`)}</strong> {date(review.settled.on)} ·{' '}
              <Name>{review.settled.bodyName}</Name>: {review.settled.because}
            </p>
          )}
        </Notice>
      ))}
      <Buttons>{children}</Buttons>
    </Section>
  );
}
