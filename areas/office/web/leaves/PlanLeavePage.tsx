import record from 'virtual:record/office.leave';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPartialDate } from '../../../../platform/decider/index.ts';
import { type AskedField, Await, CommandForm, useFormat, useOffice, useParam, useSession } from '../../../../platform/shell/index.ts';
import { Badge, Buttons, LinkButton, Name, Notice, Page, Section, useNavigate } from '../../../../platform/ui/index.ts';
import { useAsk, useRead } from '../api.ts';
import { chosenCases } from './chosenCases.tsx';
import { HandOver, handOver, useMoving } from './Moving.tsx';

/** A worker is away: from when to when, who has which of their cases meanwhile, and what that moves. What begins today moves at once. */
export default function PlanLeavePage() {
  const { t } = useTranslation(['office', 'cases']);
  const { nameOf, workers } = useOffice();
  const { city } = useSession();
  const navigate = useNavigate();
  const worker = useParam('worker');
  const [made, setMade] = useState<string>();
  const show = (id: string) => void navigate({ to: '/office/leaves/$id', params: { id } });
  const moving = useMoving(handOver, show);
  const isLater = (from: unknown) => String(from) > city.today;
  const fields: readonly AskedField[] = [
    { name: 'from', section: t('leave.title'), label: t('leave.from') },
    {
      name: 'until',
      label: t('leave.until'),
      check: ({ from, until }) => (String(until) < String(from) ? t('problem.until-before') : undefined),
    },
    {
      name: 'to',
      kind: 'people',
      label: t('leave.to'),
      hint: t('leave.to-hint'),
      required: true,
      options: workers.filter(({ id }) => id !== worker).map(({ id, name }) => [id, name]),
    },
    { name: 'cases', kind: chosenCases, label: t('leave.which') },
  ];
  return (
    <Page
      title={t('leave.plan')}
      lead={<Name>{nameOf(worker)}</Name>}
      back={{ to: `/office/team/${worker}`, label: nameOf(worker) }}
      windowTitle={t('leave.plan')}
    >
      {made ? (
        <Section title={t('leave.title')}>
          {moving.told}
          {!moving.pending && <GoesOn id={made} />}
        </Section>
      ) : (
        <CommandForm
          kind={record}
          name="plan"
          fields={fields}
          held={{ from: city.today }}
          target={{ worker }}
          draft={worker}
          side={(answers) => <Preview {...(answers as Omit<Asked, 'worker'>)} worker={worker} isLater={isLater(answers['from'])} />}
          submit={({ from }) => t(isLater(from) ? 'leave.submit-later' : 'leave.submit')}
          onDone={(id, { from }: { readonly from: string }) => {
            if (isLater(from)) return show(id);
            setMade(id);
            moving.start(id);
          }}
        />
      )}
    </Page>
  );
}

/** Where moving was broken off or some cases did not move: the way on from there. */
function GoesOn({ id }: { readonly id: string }) {
  const { t } = useTranslation('office');
  return (
    <Await of={useRead('/api/office/leave/{id}', { id })}>
      {(leave) => (
        <Buttons>
          {leave.left > 0 && <HandOver leave={leave} />}
          <LinkButton to={`/office/leaves/${id}`}>{t('leave.look')}</LinkButton>
        </Buttons>
      )}
    </Await>
  );
}

interface Asked {
  readonly worker: string;
  readonly from?: string;
  readonly until?: string;
  readonly to?: string[];
  readonly cases?: string[];
}

/** What a leave would move, as far as it was said. */
function Preview({ from, until, to = [], isLater, ...more }: Asked & { readonly isLater: boolean }) {
  const { t } = useTranslation(['office', 'cases']);
  const { nameOf } = useOffice();
  const { date, number } = useFormat();
  const asked = { ...more, from: from ?? '', until: until ?? from ?? '', to };
  const preview = useAsk('/api/office/leaves/preview', asked, { enabled: isPartialDate(asked.from) && isPartialDate(asked.until) }).data;
  if (!preview) return null;
  const counted = (key: string, count: number, what = {}) => t(`leave.${key}`, { ...what, count, n: number(count) });
  return (
    <Notice tone={preview.cases === 0 ? 'orange' : 'blue'} title={counted('preview', preview.cases)}>
      <ul>
        {preview.high > 0 && <li>{counted('preview-high', preview.high)}</li>}
        {preview.due.map(({ kind, cases }) => (
          <li key={kind}>{counted('preview-due', cases, { what: t(`task.${kind}`) })}</li>
        ))}
        {preview.elsewhere > 0 && <li>{counted('preview-elsewhere', preview.elsewhere)}</li>}
        {preview.away.map((one) => (
          <li key={one}>
            <Badge tone="orange">{t('leave.preview-away')}</Badge> <Name>{nameOf(one)}</Name>
          </li>
        ))}
      </ul>
      <p>{isLater ? t('leave.later', { date: date(asked.from) }) : t('leave.means')}</p>
    </Notice>
  );
}
