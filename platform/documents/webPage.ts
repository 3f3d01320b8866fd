import { directionOf, type Language } from '../decider/index.ts';
import { Html, html } from '../public/html.ts';
import type { Block, PrintedDocument } from './document.ts';

/** Each text stands for itself: a date or a name of the other direction must not turn its neighbours round. */
const said = (text: string): Html => html`${text.split('\n').map((line, i) => html`${i > 0 && html`<br>`}<bdi>${line}</bdi>`)}`;

function blockOf(block: Block): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h2>${said(block.text)}</h2>`;
    case 'text':
      return html`<p dir="auto">${said(block.text)}</p>`;
    case 'notice':
      return html`<p class="notice">${said(block.text)}</p>`;
    case 'small':
      return html`<p class="small">${said(block.text)}</p>`;
    case 'entry':
      return html`<p><span class="small">${said(block.when)}</span>${[block.sentence, block.text].map((one) => one !== '' && html`<br>${said(one)}`).filter((one) => one !== false)}</p>`;
    case 'facts':
      return html`<dl>${block.rows.map(([label, value]) => html`<dt>${said(label)}</dt><dd>${said(value)}</dd>`)}</dl>`;
    case 'table':
      return html`<table><thead><tr>${block.head.map((cell) => html`<th scope="col">${said(cell)}</th>`)}</tr></thead><tbody>${block.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${said(cell)}</td>`)}</tr>`)}</tbody></table>`;
    case 'signatures':
      return html`<div class="signatures">${block.labels.map((label) => html`<p>${said(label)}</p>`)}</div>`;
  }
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-inline-size:50rem;margin:2rem auto;padding-inline:1rem;overflow-wrap:anywhere}
header{display:flex;justify-content:space-between;gap:1rem;border-block-end:1px solid #1257a0}header p{margin:0 0 .5rem}.small,dt,th{color:#5b6166;font-size:.875rem}
h2{color:#1257a0;font-size:1.15rem;break-after:avoid}dl{display:grid;grid-template-columns:minmax(8rem,1fr) 2fr;gap:.2rem 1rem}dd{margin:0}
table{border-collapse:collapse;inline-size:100%}th,td{text-align:start;vertical-align:top;padding:.3rem;border-block-end:1px solid #d5dade}
.notice{border:1px solid #c46a12;border-radius:.3rem;padding:.7rem}.signatures{display:flex;gap:2rem;margin-block-start:4rem}.signatures p{flex:1;border-block-start:1px solid}
@page{margin:18mm 15mm}@media print{body{margin:0;max-inline-size:none}}`;

/** A document as a page that opens in any browser, for whoever reads it by ear, copies from it or searches it: a PDF does not say every script right. */
export function webPage({ language, title, letterhead, reference, mark, blocks }: PrintedDocument): string {
  const page = html`<!doctype html>
<html lang="${language}" dir="${directionOf(language as Language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${new Html(style)}</style></head>
<body><header><p><strong>${said(letterhead.name)}</strong>${letterhead.lines.map((line) => html`<br>${said(line)}`)}</p><p>${said(reference.join('\n'))}</p></header>
<main><h1>${said(title)}</h1>
${blocks.map(blockOf)}</main>
<footer class="small"><p>${said(mark)}</p></footer></body></html>`;
  return page.text;
}
