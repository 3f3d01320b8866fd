import { useTranslation } from 'react-i18next';

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
