import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, CommandForm, RecordHistory, useFormat, useOffice, useParam } from '../../../../platform/shell/index.ts';
import { Badge, Button, Buttons, Dialog, Empty, Facts, Link, Name, Notice, Page, Section, Table } from '../../../../platform/ui/index.ts';
import type { LeaveFile } from '../../contract/index.ts';
import { useRead } from '../api.ts';
import { EndLeave, HandOver } from './Moving.tsx';
import { waitsOf } from './waitsOf.ts';

/** One leave: what is to be done for it now, who has the cases, and what waits for who is away in cases of others. */
export default function LeavePage() {
  const { t } = useTranslation(['office', 'cases']);
  const id = useParam('id');
  const found = useRead('/api/office/leaves/{id}', { id });
  return <Await of={found}>{(leave) => <Found leave={leave} words={t('leave.title')} />}</Await>;
}

function Found({ leave, words }: { readonly leave: LeaveFile; readonly words: string }) {
  const { t } = useTranslation(['office', 'cases']);
  const { nameOf } = useOffice();
  const { date, number, today, isOver } = useFormat();
  const [moving, setMoving] = useState(false);
  const waits = waitsOf(leave, today);
  const close = () => setMoving(false);
  return (
    <Page
      title={<Name>{nameOf(leave.worker)}</Name>}
      windowTitle={words}
      lead={t('leave.from-to', { from: date(leave.from), to: date(leave.until) })}
      back={{ to: '/office/team', label: t('team.nav') }}
    >
      {leave.ended ? (
        <Notice title={t(`leave.ended-${leave.ended}`)} />
      ) : (
        <Section title={t('leave.now')}>
          <Facts
            facts={[
              [t('leave.to'), <Name key="to">{leave.to.map(nameOf).join(', ')}</Name>],
              [t('leave.left'), number(leave.left)],
              [t('leave.lent-now'), number(leave.lent)],
            ]}
          />
          {leave.from > today && <p>{t('leave.begins', { date: date(leave.from) })}</p>}
          <Buttons>
            {waits === 'hand-over-now' && <HandOver leave={leave} />}
            {(waits === 'give-back-now' || leave.lent > 0 || leave.from > today) && (
              <EndLeave leave={leave} how="given-back" primary={waits === 'give-back-now'} />
            )}
            {leave.lent > 0 && <EndLeave leave={leave} how="kept" />}
            <Button onPress={() => setMoving(true)}>{t('leave.move-end')}</Button>
          </Buttons>
        </Section>
      )}
      {!leave.ended && (
        <Section title={t('leave.elsewhere')}>
          {leave.elsewhere.length === 0 ? (
            <Empty title={t('leave.elsewhere-none')} />
          ) : (
            <>
              <p className="soft">{t('leave.elsewhere-more')}</p>
              <Table
                caption={t('leave.elsewhere')}
                rows={leave.elsewhere}
                keyOf={(one) => `${one.case}${one.kind}${one.due}`}
                columns={[
                  {
                    key: 'what',
                    title: t('case.what'),
                    main: true,
                    cell: (one) => (
                      <Link to="/cases/$id" params={{ id: one.case }}>
                        {t(`task.${one.kind}`)}
                      </Link>
                    ),
                  },
                  {
                    key: 'worker',
                    title: t('case.worker'),
                    cell: (one) => (one.worker ? <Name>{nameOf(one.worker)}</Name> : t('case.nobody')),
                  },
                  {
                    key: 'due',
                    whole: true,
                    title: t('case.due'),
                    cell: (one) => <Badge tone={isOver(one.due) ? 'orange' : 'plain'}>{date(one.due)}</Badge>,
                  },
                ]}
              />
            </>
          )}
        </Section>
      )}
      <RecordHistory kind="office.leave" id={leave.id} />
      <Dialog title={t('leave.move-end')} isOpen={moving} onClose={close}>
        <CommandForm
          kind="office.leave"
          id={leave.id}
          name="move-end"
          fields={[{ name: 'until', kind: 'day', label: t('leave.until'), min: today, starts: leave.until, required: true }]}
          submit={t('act.save')}
          onDone={close}
          onClose={close}
        />
      </Dialog>
    </Page>
  );
}
