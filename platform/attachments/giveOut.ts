import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Attachment } from './store.ts';

/**
 * Sends a file so that a browser keeps it rather than opens it: whatever it holds runs nowhere, is taken for nothing else, and stays in
 * no cache. `name` is what it is called there, without its ending.
 */
export function giveOut(reply: FastifyReply, attachment: Attachment, name: string): Readable {
  const called = `${
    name
      .replace(/[\p{C}/\\:*?"<>|]/gu, ' ')
      .trim()
      .slice(0, 120) || 'file'
  }.${attachment.ending}`;
  return send(reply, attachment.content(), attachment.type, attachment.bytes, `attachment; filename*=UTF-8''${percentEncoded(called)}`);
}

/** Sends the thumbnail of a picture, to be shown in a page of Olle. */
export const giveThumbnail = (reply: FastifyReply, attachment: Attachment): Readable =>
  send(reply, attachment.thumbnail(), 'image/jpeg', attachment.thumbnailBytes, 'inline; filename="thumbnail.jpg"');

const percentEncoded = (text: string) =>
  encodeURIComponent(text).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

function send(reply: FastifyReply, bytes: AsyncIterable<Buffer>, type: string, length: number, disposition: string): Readable {
  reply
    .header('content-type', type)
    .header('content-length', length)
    .header('content-disposition', disposition)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'no-store');
  return Readable.from(bytes);
}
