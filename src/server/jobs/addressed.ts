import type { Instant } from '../../domain/dates.ts';

/** An e-mail as it goes. */
export interface Written {
  /** The same whenever it is sent again, so that a mail program can tell. */
  messageId: string;
  subject: string;
  text: string;
}

/** With whom it is for; nobody named is the safeguarding team. */
export interface Addressed {
  mail: Written;
  to?: string;
}

const inLondon = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});

/** As staff read it: "Friday 20 November 2026 at 10:00". */
export function inEngland(instant: Instant): string {
  return inLondon.format(new Date(instant)).replace(',', '');
}

/** Paragraphs of lines as a plain text. */
export function textOf(paragraphs: readonly (readonly string[])[]): string {
  return `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
