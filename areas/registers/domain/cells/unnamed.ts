import { bareText, plainDigits } from '../../../../platform/cells/text.ts';
import words from './unnamed.json' with { type: 'json' };

const whole: ReadonlySet<string> = new Set(words.whole.map(bareText));
const [before, after] = [words.before, words.after].map((some) => some.map(bareText));

/**
 * Whether a name stands for a child who has none yet (`unnamed.json`): words for a newborn in any of the languages, with a number or not
 * ("Twin 2"), or what a child is of whom ("B/O Sita Rai", "सीताको बच्चा").
 */
export function isUnnamed(name: string): boolean {
  const text = bareText(plainDigits(name))
    .replace(/\b\d+$/, '')
    .trim();
  if (whole.has(text) || before!.includes(text)) return true;
  return before!.some((words) => text.startsWith(`${words} `)) || after!.some((words) => text.endsWith(` ${words}`));
}
