import { localeOf } from '../../../../platform/decider/index.ts';
import type { NoticeKind } from '../../domain/index.ts';
import { wordsIn } from './words.ts';

export type Counts = readonly (readonly [NoticeKind, number])[];

/** How many of which kind, a line each: all that is ever said outside of Olle of what waits in it. */
function linesOf(language: string, counts: Counts): string[] {
  const say = wordsIn(language);
  const number = new Intl.NumberFormat(localeOf(language));
  return counts.map(([kind, n]) => `${say(`kind.${kind}`)}: ${number.format(n)}`);
}

/** What a mail says: that something waits, how many of which kind, and where. */
export function mailOf(language: string, counts: Counts, address: string): { subject: string; text: string } {
  const say = wordsIn(language);
  return {
    subject: say('letter.title'),
    text: [
      say('letter.title'),
      '',
      ...linesOf(language, counts),
      '',
      address,
      '',
      say('letter.why', { address: `${address}/office/notices` }),
    ].join('\n'),
  };
}

/** The same for a device, as its service worker takes it. */
export const pushOf = (language: string, counts: Counts): { title: string; body: string } => ({
  title: wordsIn(language)('letter.title'),
  body: linesOf(language, counts).join('\n'),
});

/** What a mail says that asks whether an address is its reader's. */
export function confirmationOf(language: string, link: string): { subject: string; text: string } {
  const say = wordsIn(language);
  return {
    subject: say('letter.confirm-title'),
    text: [say('letter.confirm-lead'), '', link, '', say('letter.confirm-until'), '', say('letter.confirm-other')].join('\n'),
  };
}
