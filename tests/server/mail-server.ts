import { once } from 'node:events';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../../tooling/postgres.mjs';

/** What somebody must say who names a user. */
export const mailPassword = 'hunter2';

export interface MailServer {
  url: string;
  /** What it said yes to and is asked about, in that order. */
  mails: ParsedMail[];
  /** How many were handed to it, accepted or not. */
  offered: () => number;
  /** The next are answered with these codes, one each, before it says yes again. */
  refuseNext: (...codes: number[]) => void;
  /** Until so many were accepted. */
  untilAccepted: (count: number) => Promise<void>;
  start: () => Promise<void>;
  stop: () => Promise<void>;
}

/** To the safeguarding team: at some hours of some days the running service tells others of other things. */
export function isAboutSafety({ to }: ParsedMail): boolean {
  return [to].flat().some((each) => each?.text.startsWith('safeguarding@'));
}

/**
 * A real mail server, on one address for as long as the test lives.
 *
 * @param isAsked which of those that it accepts the test asks about
 */
export async function startMailServer(isAsked: (mail: ParsedMail) => boolean = () => true): Promise<MailServer> {
  const port = await freePort();
  const mails: ParsedMail[] = [];
  const refusals: number[] = [];
  let offered = 0;
  let tellWaiting = () => {};
  let server: SMTPServer | undefined;

  const start = async () => {
    server = new SMTPServer({
      authOptional: true,
      disableReverseLookup: true,
      allowInsecureAuth: true,
      onAuth: ({ password }, _session, answer) => {
        if (password === mailPassword) answer(null, { user: 'heard' });
        else answer(new Error('not this one'));
      },
      disabledCommands: ['STARTTLS'],
      closeTimeout: 100,
      onRcptTo: (_address, _session, answer) => {
        offered += 1;
        const code = refusals.shift();
        // As real ones do, with the address in it.
        answer(code ? Object.assign(new Error('no such mailbox: safeguarding@'), { responseCode: code }) : null);
      },
      onData: async (stream, _session, answer) => {
        const mail = await simpleParser(stream).catch(() => undefined);
        // Whoever was sending it was ended in the middle.
        if (!mail) return answer(new Error('not whole'));
        if (isAsked(mail)) mails.push(mail);
        answer(null);
        tellWaiting();
      },
    });
    server.on('error', () => undefined);
    await once(server.listen(port, '127.0.0.1'), 'listening');
  };
  const stop = async () => {
    const closing = server;
    server = undefined;
    if (closing) await new Promise<void>((resolve) => closing.close(resolve));
  };
  const untilAccepted = async (count: number) => {
    while (mails.length < count) {
      await new Promise<void>((resolve) => {
        tellWaiting = resolve;
      });
    }
  };
  await start();
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    offered: () => offered,
    refuseNext: (...codes) => refusals.push(...codes),
    untilAccepted,
    start,
    stop,
  };
}
