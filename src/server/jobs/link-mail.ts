import { randomUUID } from 'node:crypto';
import type { Post } from './post.ts';
import { mailWords } from './words.ts';

export interface LinkToMail {
  to: string;
  name: string;
  link: string;
  expiresAt: string;
}

const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});

/**
 * Sends invitations to colleagues, at once or not at all: the link must not lie in a table until a mail server wakes
 * up. Whoever invites has it on the screen, and is told when it did not go. False when it was not taken.
 */
export function createLinkMail(post: Post, publicUrl: URL): (mail: LinkToMail) => Promise<boolean> {
  const { t } = mailWords;
  return async ({ to, name, link, expiresAt }) => {
    const date = day.format(new Date(expiresAt)).replace(',', '');
    const paragraphs = [
      t('invitation.hello', { name }),
      t('invitation.what'),
      t('invitation.open', { link }),
      t('invitation.until', { date }),
      t('invitation.ignore'),
    ];
    const messageId = `<invitation.${randomUUID()}@${publicUrl.hostname}>`;
    const text = `${paragraphs.join('\n\n')}\n`;
    const { outcome } = await post({ messageId, subject: t('invitation.subject'), text }, to);
    return outcome === 'accepted';
  };
}
