import record from 'virtual:record/protection.retention-review';
import { useTranslation } from 'react-i18next';
import { RecordHistory, RecordPage, useFormat, useParam } from '../../../platform/shell/index.ts';
import { Badge, Facts, LinkButton, Notice, Section } from '../../../platform/ui/index.ts';
import type { Retention } from '../contract/index.ts';
import { useRead } from './api.ts';

/** A closed case whose time is over: a person keeps it for longer or requests erasure; nothing goes by itself. */
export default function RetentionPage() {
  const { t } = useTranslation('protection');
  const { date } = useFormat();
  const name = (act: string) => t(`retention.${act}`);
  return (
    <RecordPage
      of={useRead('/api/protection/retention/{id}', { id: useParam('id') })}
      record={record}
      words={{ name, submit: name }}
      head={(held: Retention) => ({
        title: t('retention.window'),
        windowTitle: t('retention.window'),
        back: { to: '/protection', label: t('nav') },
        marks: <Badge tone={held.isDue ? 'orange' : 'plain'}>{t('retention.on', { date: date(held.reviewOn) })}</Badge>,
        acts: [
          {
            name: 'keep',
            target: { case: held.case },
            fields: [
              { name: 'ground', kind: 'one', label: t('retention.ground-label'), said: (one) => t(`retention.ground.${one}`) },
              { name: 'until', kind: 'day', label: t('retention.until'), required: true },
            ],
          },
        ],
        actions: !held.onHold && !held.erasureAsked && (
          <LinkButton to={`/protection/person/${held.subject}`}>{t('retention.erase')}</LinkButton>
        ),
      })}
    >
      {(held) => (
        <>
          {held.onHold && <Notice tone="orange">{t('retention.on-hold')}</Notice>}
          {held.erasureAsked && <Notice tone="blue">{t('retention.erasure-asked')}</Notice>}
          {!held.isPerson && <Notice>{t('retention.no-person')}</Notice>}
          <Section title={t('retention.why')}>
            <Facts
              facts={[
                [t('retention.kind-label'), t(`retention.kind.${held.kind}`)],
                [t('retention.closed-on'), date(held.closedOn)],
                [t('retention.schedule'), t('retention.months', { months: held.months })],
                [t('retention.source'), held.source],
                [
                  t('retention.checked'),
                  held.mark === 'V' ? (
                    t('retention.verified')
                  ) : (
                    <Badge key="mark" tone="orange">
                      {t('retention.not-verified')}
                    </Badge>
                  ),
                ],
                [t('retention.until'), held.keptUntil && date(held.keptUntil)],
                [t('retention.ground-label'), held.ground && t(`retention.ground.${held.ground}`)],
              ]}
            />
          </Section>
          {held.version > 0 && <RecordHistory kind={record.kind} id={held.id} />}
        </>
      )}
    </RecordPage>
  );
}
