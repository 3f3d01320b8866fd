import { useTranslation } from 'react-i18next';
import { Await, useFormat } from '../../../../platform/shell/index.ts';
import { Bars, Empty, Figure, Figures, Page, Section, Stack } from '../../../../platform/ui/index.ts';
import type { CaseFigures } from '../../contract/index.ts';
import { useRead } from '../api.ts';

/** What is counted, under which title and by which words. */
const ofOpen = [
  ['danger', 'column.danger', 'danger'],
  ['trafficking', 'list.trafficking', 'list'],
  ['phase', 'column.phase', 'phase'],
  ['lives', 'column.lives', 'stay'],
  ['interests', 'care.best', 'interests'],
  ['solution', 'care.solution', 'solution'],
  ['consent', 'list.consent', 'list.consent-'],
  ['basis', 'figures.basis', 'basis'],
] as const;
const ofClosed = [
  ['closeReason', 'figures.why', 'close-reason'],
  ['closedUnseen', 'figures.seen', 'child-seen'],
  ['leaving', 'column.leaving', 'adult-services'],
] as const;

/** The cases in figures, for those who see no names as well. */
export default function FiguresPage() {
  const { t } = useTranslation('cases');
  const { number } = useFormat();
  const figures = useRead('/api/cases/figures');
  return (
    <Page title={t('figures.nav')} lead={t('figures.lead')}>
      <Await of={figures}>
        {(found) =>
          found.open + found.closed === 0 ? (
            <Empty title={t('figures.none')}>{t('figures.none-more')}</Empty>
          ) : (
            <Stack>
              <Figures>
                <Figure n={number(found.open)} label={t('figures.open')} />
                <Figure n={number(found.closed)} label={t('figures.closed')} />
              </Figures>
              <Counts title={t('figures.of-open')} of={found} list={ofOpen} />
              <Counts title={t('figures.of-closed')} of={found} list={ofClosed} />
            </Stack>
          )
        }
      </Await>
    </Page>
  );
}

interface CountsProps {
  readonly title: string;
  readonly of: CaseFigures;
  readonly list: typeof ofOpen | typeof ofClosed;
}

/** Each of what is counted as bars; of what there is nothing is left out. */
function Counts({ title, of, list }: CountsProps) {
  const { t } = useTranslation('cases');
  const words = (prefix: string, value: string) => t(prefix.endsWith('-') ? `${prefix}${value}` : `${prefix}.${value}`);
  const counted = list.filter(([what]) => of[what].length > 0);
  return (
    counted.length > 0 && (
      <Section title={title}>
        {list === ofOpen && of.danger.length === 0 && <p>{t('list.none-danger')}</p>}
        {counted.map(([what, name, prefix]) => (
          <div key={what}>
            <h3>{t(name)}</h3>
            <Bars bars={of[what].map(({ value, n }) => ({ key: value, label: words(prefix, value), n }))} />
          </div>
        ))}
      </Section>
    )
  );
}
