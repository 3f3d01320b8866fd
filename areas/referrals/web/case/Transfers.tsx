import { useTranslation } from 'react-i18next';
import { type Act, type RecordActs, useFormat, useOffice, useSession } from '../../../../platform/shell/index.ts';
import { Badge, Buttons, Facts, Name, Notice, Prose, Section } from '../../../../platform/ui/index.ts';
import type { CaseHead } from '../../../cases/contract/index.ts';
import type { CaseTransfer } from '../../contract/index.ts';

/** Who has the case, and to whom it is being given: it is theirs once they take it. */
export function Transfers({
  head,
  transfers,
  acts: { button },
}: {
  readonly head: CaseHead;
  readonly transfers: readonly CaseTransfer[];
  readonly acts: RecordActs;
}) {
  const { t } = useTranslation(['referrals', 'cases']);
  const { user } = useSession();
  const { nameOf, workers } = useOffice();
  const { date } = useFormat();
  const waiting = transfers.find(({ answer }) => answer === null);
  const past = transfers.filter(({ answer }) => answer !== null);
  const because = { name: 'because', label: t('act.because') };
  const colleagues = workers.filter(({ id }) => id !== head.worker);
  const offer: Act = {
    name: 'offer-transfer',
    makes: 'transfer',
    about: <p>{t('services.transfer-means')}</p>,
    fields: [
      { name: 'to', kind: 'pick', label: t('services.transfer-to'), options: colleagues.map(({ id, name }) => [id, name]), required: true },
      because,
    ],
  };
  const answer = ({ id }: CaseTransfer): Act => ({
    name: 'answer-transfer',
    target: { transfer: id },
    fields: [{ name: 'how', kind: 'one', label: t('services.transfer-answer'), said: (how) => t(`transfer-answer.${how}`) }, because],
  });
  const withdraw = ({ id }: CaseTransfer): Act => ({ name: 'withdraw-transfer', target: { transfer: id }, fields: [] });
  return (
    <Section title={t('services.who-has-it')} aside={!waiting && button(offer)}>
      <Facts
        facts={[
          [
            t('case.worker'),
            head.worker ? (
              <Name key="worker">{nameOf(head.worker)}</Name>
            ) : (
              <Badge key="none" tone="orange">
                {t('case.nobody')}
              </Badge>
            ),
          ],
        ]}
      />
      {waiting && (
        <Notice tone="orange" title={t('services.transfer-waits', { date: date(waiting.answerBy) })}>
          <p>
            <Name>{nameOf(waiting.by)}</Name> → <Name>{nameOf(waiting.to)}</Name>
          </p>
          <Prose>{waiting.because}</Prose>
          <Buttons>
            {waiting.to === user.id && button(answer(waiting), { primary: true })}
            {button(withdraw(waiting))}
          </Buttons>
        </Notice>
      )}
      {past.length > 0 && (
        <ul className="stack">
          {[...past].reverse().map((one) => (
            <li key={one.id} className="small">
              <Name>{nameOf(one.by)}</Name> → <Name>{nameOf(one.to)}</Name> <Badge>{t(`transfer-answer.${one.answer}`)}</Badge>{' '}
              <span className="soft">{date(one.answeredOn ?? one.on)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
