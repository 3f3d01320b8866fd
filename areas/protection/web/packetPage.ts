import type { TFunction } from 'i18next';
import { directionOf } from '../../../platform/decider/index.ts';
import type { useSentence } from '../../../platform/shell/index.ts';
import type { Packet } from '../contract/index.ts';

interface Words {
  readonly t: TFunction<'protection'>;
  readonly moment: (iso: string) => string;
  readonly nameOf: (user: string) => string;
  readonly sentence: ReturnType<typeof useSentence>;
  readonly language: string;
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
/** `birthDate` and `birth_date` as words. */
const spelled = (field: string) => field.replace(/_/g, ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** What a field of a record is called: by its area, as a page or a register calls it; spelled out where no catalogue has it. */
type Named = (field: string) => string;
function namesOf(kind: string, { t }: Pick<Words, 't'>): Named {
  const [area, record] = kind.split('.');
  return (field) => {
    const key = field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return t([`${area}:${record}.${key}`, `${area}:field.${key}`], { defaultValue: spelled(field) });
  };
}

function shownValue(value: unknown, named: Named): string {
  if (Array.isArray(value)) return `<ul>${value.map((one) => `<li>${shownValue(one, named)}</li>`).join('')}</ul>`;
  if (typeof value === 'object' && value !== null) return fieldsOf(value as Record<string, unknown>, named);
  return `<bdi dir="auto">${escaped(String(value))}</bdi>`;
}

function fieldsOf(fields: Readonly<Record<string, unknown>>, named: Named): string {
  const rows = Object.entries(fields).filter(([, value]) => !isEmpty(value));
  return rows.length === 0
    ? ''
    : `<dl>${rows.map(([field, value]) => `<dt>${escaped(named(field))}</dt><dd>${shownValue(value, named)}</dd>`).join('')}</dl>`;
}

type Told = Packet['records'][number]['history'][number];

/** The catalogues in which a packet's events and their values have their words. */
export const cataloguesOf = ({ records }: Packet): string[] => {
  const words = records.flatMap(({ history }) =>
    history.flatMap(({ entry }) => Object.values(entry?.values ?? {}).flatMap((value) => (value?.as === 'word' ? value.is : []))),
  );
  return [...new Set([...records.map(({ kind }) => kind.split('.')[0]!), ...words.map((key) => key.split(':')[0]!)])];
};

/** An event in the sentence of its history, with what was written; below it whatever else it holds: access is to all of it. */
function toldEvent({ at, by, what, fields, entry }: Told, named: Named, { moment, nameOf, sentence }: Words): string {
  const { values = {}, prose = [] } = entry ?? {};
  const others = Object.entries(fields).filter(([field, value]) => !(field in values) && !prose.includes(String(value)));
  return `<li>${escaped(moment(at))} · ${escaped(entry ? sentence(entry) : spelled(what))} · <bdi>${escaped(nameOf(by))}</bdi>${prose
    .map((text) => `<p dir="auto">${escaped(text)}</p>`)
    .join('')}${fieldsOf(Object.fromEntries(others), named)}</li>`;
}

/** A packet as a page that opens in any browser, without a network, and prints. */
export function packetPage({ name, city, madeAt, records, readings }: Packet, words: Words): string {
  const { t, moment, nameOf, language } = words;
  const sections = records.map(({ kind, state, history }) => {
    const named = namesOf(kind, words);
    return `<section><h2>${escaped(t(`kind.${kind}`, kind))}</h2>${fieldsOf(state, named)}
<h3>${escaped(t('packet.history'))}</h3><ol>${history.map((event) => toldEvent(event, named, words)).join('')}</ol></section>`;
  });
  const looks = readings.map(
    ({ at, by, why }) =>
      `<li>${escaped(moment(at))} · <bdi>${escaped(nameOf(by))}</bdi> · ${escaped(t(`accounts:readings.for.${why}`, why))}</li>`,
  );
  return `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${escaped(t('packet.title'))}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-inline-size:50rem;margin:2rem auto;padding-inline:1rem}dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.2rem 1rem}
dt{color:#555}dd{margin:0}section{border-block-start:1px solid #bbb}h2,h3,dt{break-after:avoid}li>dl{display:inline-grid;vertical-align:top}
@page{margin:18mm 15mm}@media print{body{margin:0;max-inline-size:none}}ul{margin:0;padding-inline-start:1.2rem}</style>
<h1>${escaped(t('packet.title'))}: <bdi dir="auto">${escaped(name)}</bdi></h1>
<p><bdi>${escaped(city)}</bdi> · ${escaped(moment(madeAt))}</p><p>${escaped(t('packet.lead'))}</p>
${sections.join('\n')}
<section><h2>${escaped(t('packet.readings'))}</h2><ol>${looks.join('')}</ol></section></html>`;
}

/** Gives the person at the screen a file; nothing of it is kept by the app. */
export function download(fileName: string, type: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
