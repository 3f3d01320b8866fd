/** Made from the `locales` folders when the app is built, by app/webCatalogues.ts. */
declare module 'virtual:catalogues' {
  import type { Catalogues } from '../../platform/shell/language.ts';
  export const catalogues: Catalogues;
}
