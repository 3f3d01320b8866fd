import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../platform/shell/index.ts';
import { Link, Notice } from '../../../../platform/ui/index.ts';
import type { CaseOverview } from '../../contract/index.ts';
import { pathOf } from '../../domain/taskPages.ts';

type Hinders = CaseOverview['closing'][number]['hinders'];

const isDay = (value: string | number) => /^\d{4}-\d{2}-\d{2}$/.test(String(value));

/** What must be done before a case is closed for the reason that was chosen, each with a link to the page on which it is done. */
export function ClosingChecklist({ id, hinders }: { readonly id: string; readonly hinders: Hinders }) {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  if (hinders.length === 0) return null;
  return (
    <Notice tone="orange" title={t('case.hinders')}>
      <ul className="checklist">
        {hinders.map(({ code, params, page }) => {
          const said = Object.entries(params).map(([name, value]): [string, string | number] => [
            name,
            isDay(value) ? date(String(value)) : value,
          ]);
          return (
            <li key={code}>
              {t(code.replace('.', ':problem.'), Object.fromEntries(said) as Record<string, string | number>)}{' '}
              {page && (
                <Link to={pathOf(page)} params={{ id }}>
                  {t(`page.${page}`)}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
