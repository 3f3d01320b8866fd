import { useTranslation } from 'react-i18next';
import { Page, Stack } from '../../ui/index.ts';
import type { WebArea } from '../area.ts';
import { useEntries } from '../Frame.tsx';
import { Menu } from './Menu.tsx';

/** What does not fit into the bar at the foot of a phone. */
export function MorePage({ areas }: { readonly areas: readonly WebArea[] }) {
  const { t } = useTranslation('shell');
  return (
    <Page title={t('more.nav')}>
      <Stack>
        <Menu entries={useEntries(areas).filter(({ bar }) => !bar)} />
      </Stack>
    </Page>
  );
}
