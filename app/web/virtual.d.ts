/** Made from the `locales` folders when the app is built, by app/webCatalogues.ts. */
declare module 'virtual:catalogues' {
  import type { Catalogues } from '../../platform/shell/language.ts';
  export const catalogues: Catalogues;
}

/** Made by app/webFonts.ts when the app is built. */
declare module 'virtual:fonts' {
  import type { WebFont } from './webFont.ts';
  export const scripts: readonly { readonly text: RegExp; readonly fonts: () => Promise<readonly WebFont[]> }[];
}
