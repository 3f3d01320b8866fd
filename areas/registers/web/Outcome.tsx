import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../platform/shell/index.ts';
import { Badge, Badges } from '../../../platform/ui/index.ts';
import type { ImportRow } from '../contract/index.ts';

type Ended = Pick<ImportRow, 'status' | 'counts' | 'reason'>;

/** What came of an import: why it failed, or in a few marks what is not nought. */
export function Outcome({ of }: { readonly of: Ended }) {
  const { t, i18n } = useTranslation('registers');
  const { number } = useFormat();
  const problem = `problem.${of.reason?.replace(/^registers\./, '')}`;
  if (of.status === 'undone') return t('undo.is-undone');
  if (of.status === 'failed') return i18n.exists(problem, { ns: 'registers' }) ? t(problem) : t('history.failed-otherwise');
  const { added, changed, recognised = 0, unchanged, gone, setAside, unread = 0 } = of.counts;
  const marks = [
    [added, 'blue', 'history.added'],
    [changed, 'blue', 'history.changed'],
    [recognised, 'plain', 'history.recognised'],
    [unchanged, 'plain', 'history.unchanged'],
    [gone, 'blue', 'history.gone'],
    [unread, 'orange', 'history.unread'],
    [setAside, 'orange', 'history.aside'],
  ] as const;
  return (
    <Badges>
      {added + changed + gone + setAside === 0 && <Badge>{t('history.nothing-new')}</Badge>}
      {marks.map(
        ([n, tone, words]) =>
          n > 0 && (
            <Badge key={words} tone={tone}>
              {t(words, { n: number(n) })}
            </Badge>
          ),
      )}
    </Badges>
  );
}

/** The rows an import set aside, as a file to be mended and sent again. */
export function SetAsideLink({ id, primary = false }: { readonly id: string; readonly primary?: boolean }) {
  const { t, i18n } = useTranslation('registers');
  return (
    <a
      className={`button button--${primary ? 'primary' : 'plain'}`}
      href={`/api/registers/imports/${id}/set-aside.csv?language=${i18n.language}`}
      download
    >
      {t('history.download')}
    </a>
  );
}
