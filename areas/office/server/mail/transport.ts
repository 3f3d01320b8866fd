import type { Transporter } from 'nodemailer';
import type { Outside } from '../../../../platform/http/area.ts';

/** A message in plain text to one reader. */
export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for the same message however often it is sent: a mailbox that has it already may leave out the second. */
  readonly id: string;
  readonly at: Date;
  /** Where its reader ends such messages (RFC 2369). */
  readonly unsubscribe?: string;
}

const kept = new Map<string, Transporter>();
const atHome = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** The way to the server of the mail. It is spoken to under TLS, unless it is this machine or its address says otherwise. */
async function transportTo(server: string): Promise<Transporter> {
  let transport = kept.get(server);
  if (!transport) {
    const url = new URL(server);
    if (url.protocol === 'smtp:' && !atHome.test(url.hostname) && !/requireTLS|ignoreTLS/.test(url.search))
      url.searchParams.set('requireTLS', 'true');
    for (const [name, ms] of [
      ['connectionTimeout', 20_000],
      ['greetingTimeout', 20_000],
      ['socketTimeout', 60_000],
    ] as const)
      if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms));
    // Brought in with the first mail, not at start.
    const { createTransport } = await import('nodemailer');
    transport = createTransport(url.href, { disableFileAccess: true, disableUrlAccess: true });
    kept.set(server, transport);
  }
  return transport;
}

/**
 * Sends a message. Returns whether the address was refused for good; throws where it may succeed later. What the server says is not told
 * on: it often repeats the address.
 */
export async function sendMail(
  mail: NonNullable<Outside['mail']>,
  { to, subject, text, id, at, unsubscribe }: Message,
): Promise<'sent' | 'refused'> {
  const domain = /@([^\s>]+)/.exec(mail.from)![1];
  const transport = await transportTo(mail.server);
  try {
    await transport.sendMail({
      from: mail.from,
      to: { name: '', address: to },
      subject,
      text,
      date: at,
      messageId: `<${id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      ...(unsubscribe ? { list: { unsubscribe } } : {}),
    });
    return 'sent';
  } catch (error) {
    const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
    if (code === 'EENVELOPE' && responseCode >= 500) return 'refused';
    throw new MailUndelivered();
  }
}

/** The server of the mail was not reached, or did not take it this time. */
class MailUndelivered extends Error {
  override readonly name = 'MailUndelivered';
}
