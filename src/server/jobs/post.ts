import { createTransport } from 'nodemailer';
import type { Written } from './addressed.ts';

/** Where e-mail goes, all from the environment. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with the user and password in it. Never logged. */
  smtpUrl: URL;
  from: string;
  safeguarding: string;
}

/**
 * What became of an e-mail, without a word of the server's answer: it may repeat an address.
 * `refused` is about this one, for good or for now; `unreachable` would meet the next one as well.
 */
export type Posted =
  | { outcome: 'accepted' }
  | { outcome: 'refused' | 'unreachable'; code: string; responseCode?: number };

/** @param to to whom; the safeguarding team when nobody is named */
export type Post = (mail: Written, to?: string) => Promise<Posted>;

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, dnsTimeout: 10_000, socketTimeout: 15_000 };

/** Hands e-mails to a mail server, each over a connection of its own: there are few, and none may wait for another. */
export function createPost({ smtpUrl, from, safeguarding }: MailSettings, isThisMachine: boolean): Post {
  const transport = createTransport({
    url: smtpUrl.href,
    // A password must not cross a network in the clear; without one there is nothing secret in an e-mail of ours.
    requireTLS: smtpUrl.password !== '' && !isThisMachine,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...patience,
  });
  const headers = { 'Auto-Submitted': 'auto-generated' };
  return async (mail, to) => {
    try {
      const priority = to === undefined ? 'high' : 'normal';
      await transport.sendMail({ ...mail, from, to: to ?? safeguarding, priority, headers });
      return { outcome: 'accepted' };
    } catch (error) {
      return failureOf(error);
    }
  };
}

/** The sender, the receiver or the message was refused: what nodemailer calls the answers to those commands. */
const aboutThisOne = new Set(['EENVELOPE', 'EMESSAGE']);

function failureOf(error: unknown): Posted {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const name = typeof code === 'string' ? code : 'unknown';
  return {
    outcome: aboutThisOne.has(name) ? 'refused' : 'unreachable',
    code: name,
    ...(typeof responseCode === 'number' && { responseCode }),
  };
}
