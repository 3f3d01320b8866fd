import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { directionOf, type Language, languages, notReviewed } from '../decider/index.ts';
import type { Catalogues } from '../http/catalogues.ts';
import { Html, html } from './html.ts';

/** What an area puts into a page that anyone may open. */
export interface PublicContent {
  readonly title: string;
  /** Whose page it is: the city's name. */
  readonly city: string;
  readonly body: Html;
  /** The bar that leaves at once, for pages that must not be seen over somebody's shoulder. */
  readonly exit?: boolean;
}

/** The design system's colours and measures; dark where the device is. */
function tokens(): string {
  const text = readFileSync(join(import.meta.dirname, '../ui/tokens.css'), 'utf8');
  const dark = /:root\[data-theme="dark"\]\s*\{([^}]*)\}/.exec(text)!;
  return text.replace(dark[0], `@media (prefers-color-scheme: dark) { :root { ${dark[1]} } }`);
}

/** Without comments and space that no reader needs: these pages are read over slow lines. */
const smaller = (css: string) =>
  css
    .replace(/\/\*[^*]*\*\//g, '')
    .replace(/\s*([{};,])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

export interface PublicStyle {
  readonly text: string;
  readonly policy: string;
}

/** Among the files of the built app: its fonts as style. */
export const fontsOfPublicPages = 'publicFonts.css';

/** The one style of these pages, written into each, with the fonts that the app serves; and the security policy that permits both and nothing else. */
export function publicStyle(pages: string | undefined): PublicStyle {
  const fonts = pages && join(pages, fontsOfPublicPages);
  const text = smaller(
    (fonts && existsSync(fonts) ? readFileSync(fonts, 'utf8') : '') +
      tokens() +
      readFileSync(join(import.meta.dirname, 'public.css'), 'utf8'),
  );
  const hash = createHash('sha256').update(text).digest('base64');
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return { text, policy };
}

const languageNames: Readonly<Record<Language, string>> = { en: 'English', ko: '한국어', ne: 'नेपाली', ur: 'اردو' };
/** Where the exit bar leads: a page that nobody wonders about. */
const somewhereElse = 'https://www.wikipedia.org/';

/** A whole page: one column, no script, readable without its style too. `path`: its address without the language. */
export function publicPage(
  { title, city, body, exit = false }: PublicContent,
  {
    language,
    path,
    style,
    catalogues,
  }: {
    readonly language: Language;
    readonly path: string;
    readonly style: PublicStyle;
    readonly catalogues: Catalogues;
  },
): string {
  const say = (key: string) => catalogues.say(language, 'public', key);
  const others = languages.filter((one) => one !== language);
  const page = html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title} · ${city}</title><style>${new Html(style.text)}</style></head>
<body>${exit && html`<div class="exit"><span>${say('exit-honest')}</span><a href="${somewhereElse}" rel="noreferrer">${say('exit')}</a></div>`}
<header class="top"><strong><bdi>${city}</bdi></strong><ul class="languages" aria-label="${say('languages')}">${others.map((one) => html`<li><a href="${path}/${one}" lang="${one}" hreflang="${one}">${languageNames[one]}</a></li>`)}</ul></header>
<main><h1>${title}</h1>
${body}</main>
<footer><p>${say('small-print')}</p>${notReviewed.has(language) && html`<p>${say('not-reviewed')}</p>`}</footer></body></html>`;
  return page.text;
}
