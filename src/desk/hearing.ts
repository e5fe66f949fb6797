import * as z from 'zod/mini';
import { Message } from '../domain/api.ts';
import { FollowKey } from '../domain/keys.ts';
import { Channel, earliestReceipt, type Recording } from '../domain/recording.ts';
import { Kind, Safe, SubmissionId, Voice } from '../domain/submission.ts';

/** What an officer writes down of what they heard, before it is recorded. */
export interface Hearing {
  id: string;
  followKey: string;
  kind: Kind;
  words: string;
  voice: Voice | '';
  person: string;
  service: string;
  channel: Channel | '';
  receivedOn: string;
  name: string;
  about: string;
  contact: string;
  /** Who must not handle a complaint, as they said it. */
  notThisPerson: string;
  safe: Safe;
}

/** What is wrong with which field; the words for it are `record.…`. */
export interface Fault {
  field: 'words' | 'voice' | 'channel' | 'receivedOn';
  fault: 'missingWords' | 'longWords' | 'missing' | 'noDay' | 'future' | 'longAgo';
}

/** Recorded again after an answer that was lost, it is the same. */
export function newHearing(today: string): Hearing {
  return {
    ...{ id: crypto.randomUUID(), followKey: newFollowKey(), kind: 'compliment', receivedOn: today, safe: 'yes' },
    ...{
      words: '',
      voice: '',
      person: '',
      service: '',
      channel: '',
      name: '',
      about: '',
      contact: '',
      notThisPerson: '',
    },
  };
}

/** A key for somebody to follow with, of 244 random bits. */
export function newFollowKey(): string {
  return [crypto.randomUUID(), crypto.randomUUID()].join('').replaceAll('-', '');
}

/** True when something was written: what is only chosen is as quickly chosen again. */
export function holdsWords({ words, person, name, about, contact, notThisPerson }: Hearing): boolean {
  return [words, person, name, about, contact, notThisPerson].some((text) => text.trim() !== '');
}

/** A recording as it was left; a new one where there is none, or none that this desk can read. */
export function hearingOf(draft: Record<string, string>, today: string): Hearing {
  const [fresh, read] = [newHearing(today), KeptHearing.safeParse(draft)];
  return read.success ? { ...fresh, ...read.data } : fresh;
}

const KeptHearing = z.object({
  id: SubmissionId,
  followKey: FollowKey,
  kind: Kind,
  voice: z.union([Voice, z.literal('')]),
  channel: z.union([Channel, z.literal('')]),
  safe: Safe,
  words: z.string(),
  person: z.string(),
  service: z.string(),
  receivedOn: z.string(),
  name: z.string(),
  about: z.string(),
  contact: z.string(),
  notThisPerson: z._default(z.string(), ''),
});

/** What is sent, or everything that keeps it from being sent. */
export function recordingOf(hearing: Hearing, today: string): { recording: Recording } | { faults: Fault[] } {
  const { id, followKey, voice, channel, receivedOn } = hearing;
  const faults = faultsOf(hearing, today);
  if (faults.length > 0 || voice === '' || channel === '') return { faults };
  return { recording: { id, followKey, channel, receivedOn, said: saidOf({ ...hearing, voice }) } };
}

function faultsOf({ words, voice, channel, receivedOn }: Hearing, today: string): Fault[] {
  const faults: (Fault | false)[] = [
    words.trim() === ''
      ? { field: 'words', fault: 'missingWords' }
      : !Message.safeParse(words).success && { field: 'words', fault: 'longWords' },
    voice === '' && { field: 'voice', fault: 'missing' },
    channel === '' && { field: 'channel', fault: 'missing' },
    receivedOn === ''
      ? { field: 'receivedOn', fault: 'noDay' }
      : receivedOn > today
        ? { field: 'receivedOn', fault: 'future' }
        : receivedOn < earliestReceipt(today) && { field: 'receivedOn', fault: 'longAgo' },
  ];
  return faults.filter((each) => each !== false);
}

// A thank you asks for less, and what was filled in before it became one is not sent.
function saidOf(hearing: Hearing & { voice: Voice }): Recording['said'] {
  const { kind, words, voice, safe } = hearing;
  const [person, service, name, about, contact, notThisPerson] = [
    hearing.person,
    hearing.service,
    hearing.name,
    hearing.about,
    hearing.contact,
    hearing.notThisPerson,
  ].map((text) => text.trim());
  const said = { version: 1 as const, kind, words, voice, ...(person && { person }), ...(service && { service }) };
  if (kind === 'compliment') return said;
  const by = contact?.includes('@') ? ('email' as const) : ('phone' as const);
  return {
    ...said,
    ...(kind === 'complaint' && { safe }),
    ...(kind === 'complaint' && notThisPerson && { notThisPerson }),
    ...(name && { name }),
    ...(about && { about: { who: 'child' as const, name: about } }),
    ...(contact && { reply: { by, to: contact } }),
  };
}
