import { useTranslation } from 'react-i18next';
import { Await, type RecordActs, useFormat, useOffice, useSession } from '../../../platform/shell/index.ts';
import { Facts, Link, Name, Notice, Section } from '../../../platform/ui/index.ts';
import type { Import, UndoPreview } from '../contract/index.ts';
import { useRead } from './api.ts';

/** Undoing an import: what was undone, by whom and why; or the way to ask for it. */
export function UndoSection({ found, acts }: { readonly found: Import; readonly acts: RecordActs }) {
  const { t } = useTranslation('registers');
  const { moment, number } = useFormat();
  const { nameOf } = useOffice();
  const { may } = useSession();
  const { undo, status } = found;
  if (!undo && !acts.can('undo')) return null;
  return (
    <Section title={t('undo.title')}>
      {undo?.endedAt && status !== 'undone' && <Notice tone="orange">{t('undo.failed')}</Notice>}
      {undo && undo.kept > 0 && <Notice tone="orange">{t('undo.kept', { count: undo.kept, n: number(undo.kept) })}</Notice>}
      {undo && (
        <Facts
          facts={[
            [t('undo.why'), undo.because && <Name>{undo.because}</Name>],
            [t('undo.by'), may('read', 'accounts.user') && nameOf(undo.by)],
            [t('undo.asked'), moment(undo.at)],
            [t('import.ended'), undo.endedAt && moment(undo.endedAt)],
            [t('undo.removed'), number(undo.removed)],
            [t('undo.restored'), number(undo.restored)],
          ]}
        />
      )}
      {acts.can('undo') && (
        <>
          <p className="soft">{t('undo.lead')}</p>
          <div>
            {acts.button({
              name: 'undo',
              fields: [{ name: 'because', label: t('undo.why') }],
              about: <Preview id={found.id} />,
              done: t('undo.begun'),
              grave: true,
            })}
          </div>
        </>
      )}
    </Section>
  );
}

/** What an undoing would do, and what is in its way. */
function Preview({ id }: { readonly id: string }) {
  return <Await of={useRead('/api/registers/imports/{id}/undo', { id })}>{(found) => <Would found={found} />}</Await>;
}

function Would({ found: { rows, laterImport, resting, more, others } }: { readonly found: UndoPreview }) {
  const { t } = useTranslation('registers');
  const { number } = useFormat();
  const inTheWay = laterImport !== null || resting.length > 0 || others;
  return (
    <div className="stack">
      {!inTheWay && (
        <>
          <p>{t('undo.would')}</p>
          <Facts
            facts={[
              [t('undo.would-added'), number(rows.added)],
              [t('undo.would-changed'), number(rows.changed)],
              [t('undo.would-gone'), number(rows.gone)],
            ]}
          />
          <p className="soft">{t('undo.then')}</p>
        </>
      )}
      {laterImport !== null && (
        <Notice tone="orange" title={t('undo.not-now')}>
          {t('problem.later-import')} <Link to={`/registers/imports/${laterImport}`}>{t('undo.later')}</Link>
        </Notice>
      )}
      {(resting.length > 0 || others) && (
        <Notice tone="orange" title={t('undo.not-now')}>
          <p>{t('problem.undo-rests')}</p>
          <ul>
            {resting.map(({ kind, records, first }) => (
              <li key={kind}>
                <Rests kind={kind} first={first}>
                  {t(more ? 'undo.rests-at-least' : 'undo.rests', { what: t(`undo.kind.${wordOf(kind)}`), n: number(records) })}
                </Rests>
              </li>
            ))}
            {others && <li>{t('undo.others')}</li>}
          </ul>
        </Notice>
      )}
    </div>
  );
}

const kinds = ['case', 'concern', 'child', 'pair', 'suspect', 'referral', 'hold'] as const;
type Kind = (typeof kinds)[number] | 'other';
const wordOf = (kind: string): Kind => {
  const name = kind.split('.')[1] ?? '';
  return name.startsWith('retention') ? 'hold' : (kinds.find((one) => one === name) ?? 'other');
};

function Rests({ kind, first, children }: { readonly kind: string; readonly first: string; readonly children: string }) {
  if (kind === 'cases.case') return <Link to={`/cases/${first}`}>{children}</Link>;
  if (kind === 'cases.concern') return <Link to={`/cases/concerns/${first}`}>{children}</Link>;
  if (kind === 'risks.child') return <Link to={`/risks/${first}`}>{children}</Link>;
  if (kind === 'people.pair') return <Link to={`/people/review/${first}`}>{children}</Link>;
  if (kind === 'suspects.suspect') return <Link to={`/suspects/${first}`}>{children}</Link>;
  return children;
}
