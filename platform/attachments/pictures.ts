import { refuse } from '../decider/index.ts';
import { Refused } from '../ledger/problems.ts';

/** A photograph of a good telephone has 12 to 50 million; one of 200 would need a gigabyte to be opened. */
const mostPixels = 64_000_000;
/** Edge of a thumbnail, in pixels. */
const thumbnailEdge = 320;

/** A picture encoded again from its pixels: what a camera or a person had added is removed. */
export interface Redrawn {
  readonly content: Buffer;
  /** JPEG of at most 320 by 320. */
  readonly thumbnail: Buffer;
}

/** One at a time: a picture is some hundred megabytes while it is open. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Encodes a picture again, upright: no place, time, device, comment or hidden file in it remains. Throws `Refused` where it has
 * more than 64 million pixels, or cannot be opened.
 */
export function redraw(bytes: Buffer, type: string): Promise<Redrawn> {
  const result = last.then(() => redrawNow(bytes, type));
  last = result.catch(() => undefined);
  return result;
}

async function redrawNow(bytes: Buffer, type: string): Promise<Redrawn> {
  const [{ Transformer, ResizeFit }, { imageDimensionsFromData }] = await Promise.all([
    import('@napi-rs/image'),
    import('image-dimensions'),
  ]);
  // Told by its head, before anything is unpacked: a few kilobytes can say that they are a square of 30,000 pixels.
  const size = imageDimensionsFromData(bytes);
  if (!size) throw new Refused(refuse('attachments.picture-broken'));
  if (size.width * size.height > mostPixels) throw new Refused(refuse('attachments.too-many-pixels'));
  try {
    const upright = () => new Transformer(bytes).rotate();
    const content =
      type === 'image/png' ? await upright().png() : type === 'image/webp' ? await upright().webp(85) : await upright().jpeg(88);
    const small = new Transformer(content);
    const edge = Math.max(size.width, size.height);
    const thumbnail =
      edge <= thumbnailEdge
        ? await small.jpeg(75)
        : await small.fastResize({ width: thumbnailEdge, height: thumbnailEdge, fit: ResizeFit.Inside }).jpeg(75);
    return { content, thumbnail };
  } catch {
    throw new Refused(refuse('attachments.picture-broken'));
  }
}
