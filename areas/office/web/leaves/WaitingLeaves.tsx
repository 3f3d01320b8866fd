import { useTranslation } from 'react-i18next';
import { useFormat, useOffice } from '../../../../platform/shell/index.ts';
import { LinkButton, Name, Section } from '../../../../platform/ui/index.ts';
import type { Leave } from '../../contract/index.ts';
import { EndLeave, HandOver } from './Moving.tsx';
import { waitsOf } from './waitsOf.ts';

export interface WaitingLeavesProps {
  readonly waiting: readonly Leave[];
}

/** Whose cases are to be handed over today, and who is back and has none yet: each with one press. */
export default function WaitingLeaves({ waiting }: WaitingLeavesProps) {
  const { t } = useTranslation('office');
  const { date, today } = useFormat();
  const { nameOf } = useOffice();
  return (
    <Section title={t('leave.today')}>
      <ul className="stack">
        {waiting.map((leave) => (
          <li key={leave.id} className="section__head">
            <div>
              <strong>
                <Name>{nameOf(leave.worker)}</Name>
              </strong>
              <div className="small soft">{t('leave.from-to', { from: date(leave.from), to: date(leave.until) })}</div>
            </div>
            <div className="buttons">
              {waitsOf(leave, today) === 'hand-over-now' ? <HandOver leave={leave} /> : <EndLeave leave={leave} how="given-back" primary />}
              <LinkButton to={`/office/leaves/${leave.id}`} label={`${t('leave.look')}: ${nameOf(leave.worker)}`}>
                {t('leave.look')}
              </LinkButton>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
