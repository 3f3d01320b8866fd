import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/index.ts';

/** The end of a list that has more rows. */
export function More({ query }: { readonly query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown } }) {
  const { t } = useTranslation('shell');
  if (!query.hasNextPage) return null;
  return (
    <Button pending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
      {t('show-more')}
    </Button>
  );
}
