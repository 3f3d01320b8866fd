import { Readable } from 'node:stream';
import { type DocumentFormat, documentTypes } from '../contract/print.ts';
import type { Call } from '../http/area.ts';
import type { PrintedDocument } from './document.ts';
import { print } from './printer.ts';
import type { DocumentSpeech } from './speech.ts';
import { webPage } from './webPage.ts';

interface Given extends Pick<PrintedDocument, 'language' | 'title' | 'blocks'> {
  readonly speech: DocumentSpeech;
  /** The record that it is about: the last letters of its id are in the letterhead and in the name of the file, which names nobody. */
  readonly id: string;
  readonly file: string;
  readonly format: DocumentFormat | undefined;
}

/** Answers with a document of the office, as PDF if nothing else is asked for: each page says whose it is, who printed it and when. */
export async function sendDocument(
  { tx, actor, services, reply }: Pick<Call<unknown, unknown, unknown>, 'tx' | 'actor' | 'services' | 'reply'>,
  { language, title, blocks, speech, id, file, format = 'pdf' }: Given,
): Promise<Readable> {
  const { t, nameOf, moment, date, city } = speech;
  const document: PrintedDocument = {
    language,
    title,
    letterhead: { name: city, lines: [t('documents:office')] },
    reference: [date(await services.ledger.today(tx, actor.city)), id.slice(-8).toUpperCase()],
    mark: t('documents:mark', { name: nameOf(actor.id), at: moment(services.clock().toISOString()) }),
    pageOf: t('documents:page'),
    inLatin: t('documents:in-latin'),
    blocks,
  };
  const bytes = format === 'pdf' ? (await print(document)).bytes : Buffer.from(webPage(document), 'utf8');
  reply
    .header('content-type', format === 'pdf' ? documentTypes.pdf : `${documentTypes.html}; charset=utf-8`)
    .header('content-disposition', `attachment; filename="${file}-${id.slice(-8)}.${format}"`)
    .header('content-security-policy', "sandbox; default-src 'none'");
  return Readable.from([bytes]);
}
