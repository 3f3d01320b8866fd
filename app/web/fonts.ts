import { scripts } from 'virtual:fonts';

/** The scripts of which no text was on the page yet. */
const unseen = new Set(scripts);

/** Makes the fonts of the scripts that a text is written in known to the browser, which fetches those parts that the page needs. */
function provide(text: string): void {
  for (const script of unseen) {
    if (!script.text.test(text)) continue;
    unseen.delete(script);
    script.faces().then(
      (faces) => {
        for (const { family, source, unicodeRange } of faces)
          document.fonts.add(new FontFace(family, source, { unicodeRange, weight: '400', display: 'swap' }));
      },
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
