import { scripts } from 'virtual:fonts';
import type { WebFont } from './webFont.ts';

/** The scripts of which no text was on the page yet. */
const unseen = new Set(scripts);

/** Whether the device has a font of its own, which is drawn at once and has true bold letters. */
const isThere = ({ family, local }: WebFont) =>
  new FontFace(family, local).load().then(
    () => true,
    () => false,
  );

async function add(font: WebFont): Promise<void> {
  if (await isThere(font)) return;
  for (const { source, unicodeRange } of font.parts)
    document.fonts.add(new FontFace(font.family, source, { unicodeRange, weight: '400', display: 'swap' }));
}

/** Makes the fonts of the scripts that a text is written in known to the browser, which fetches those parts that the page needs. */
function provide(text: string): void {
  for (const script of unseen) {
    if (!script.text.test(text)) continue;
    unseen.delete(script);
    script.fonts().then(
      (fonts) => void fonts.map(add),
      // Without a network: again when there is new text.
      () => unseen.add(script),
    );
  }
}

/** Nothing of this comes before what was asked for is on the page. */
const isLoading = () => document.querySelector('.skeleton') !== null;
const added: Node[] = [document.body];
function look(): void {
  if (isLoading()) return;
  provide(
    added
      .splice(0)
      .map(({ textContent }) => textContent)
      .join(' '),
  );
}
new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) added.push(...(addedNodes.length > 0 ? addedNodes : [target]));
  look();
}).observe(document.body, { childList: true, characterData: true, subtree: true });
look();
