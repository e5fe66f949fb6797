import { isSaid } from '../device/answers.ts';
import { type Draft, DraftConflict } from '../device/drafts.ts';
import { helperKeyOf, newPictureKey, sha256 } from '../device/keys.ts';
import type { LastSaid } from '../device/last-said.ts';
import { enqueue, type OutboxItem, type Parcel } from '../device/outbox.ts';
import { seal } from '../device/seal.ts';
import { readSealingKey } from '../device/sealing-key.ts';
import { londonDate } from '../domain/dates.ts';
import { Said, type SaidBack, type Submission } from '../domain/submission.ts';
import { deliver } from '../sync/deliver.ts';
import { sayPictures } from '../sync/pictures.ts';
import { appWords } from '../words/app-words.ts';
import { answersThatCount, givenBy, questionNames } from './journey.ts';
import { isHelper } from './speaker.ts';
import { submissionOf } from './submission-of.ts';
import type { SentItem } from './use-kept.ts';

/**
 * Sends a draft: when this resolves, it is in the outbox and on the disk. Everything slow comes first, so that
 * nothing stands between reading the draft again and putting it away. Throws when the answers are not whole yet or
 * the phone cannot keep them; the draft is then still there. `DraftConflict`: another tab changed it; look again.
 *
 * @param points what was said back before; nothing when it went at once
 */
export async function send(draft: Draft, points?: SaidBack['points']): Promise<SentItem> {
  const { parcel, item } = await pack(draft, points);
  const outcome = await enqueue(draft, parcel, item.queuedAt);
  if (outcome === 'draft-changed') throw new DraftConflict();
  return item;
}

/**
 * Hands a draft over without the phone's keeping it first, for a phone that cannot (private windows, a full disk).
 * Gives nothing when the council could not be reached; the words are then where they were.
 */
export async function sendUnkept(draft: Draft, points?: SaidBack['points']): Promise<SentItem | undefined> {
  const { parcel, item } = await pack(draft, points);
  const { id, followKey, deposit } = draft;
  const { form, body, digest } = parcel;
  const outboxItem: OutboxItem = {
    ...{ id, digest, form, body, followKey, queuedAt: item.queuedAt, attempts: 0, notBefore: 0 },
    ...(deposit && { deposit }),
  };
  const delivered = await deliver(outboxItem, Date.now);
  if (delivered.outcome !== 'accepted') return undefined;
  const { pictureKey } = parcel;
  const arePicturesKnown = pictureKey !== undefined && (await sayPictures({ id, key: followKey, pictureKey }));
  return { ...item, receipt: delivered.receipt, whereabouts: 'received', isUnkept: true, arePicturesKnown };
}

async function pack(draft: Draft, points: SaidBack['points'] | undefined): Promise<{ parcel: Parcel; item: SentItem }> {
  const { id, followKey, answers, isAddition, addition = crypto.randomUUID() } = draft;
  const now = new Date().toISOString();
  const helper = isHelper(answers) && !isAddition ? await helperOf(draft) : undefined;
  const submission = submissionOf(draft, {
    writtenAt: now,
    language: appWords.language,
    points,
    helperKey: helper && (await sha256(helper.followKey)),
    ...(isAddition && { addition }),
  });
  const { kind, voice } = submission;
  const pictureKey = isAddition ? undefined : (draft.pictureKey ?? newPictureKey());
  const lastSaid = lastSaidIn(submission, now);
  const { form, body } = await wrapped(JSON.stringify(submission), draft);
  return {
    parcel: {
      form,
      body,
      digest: await sha256(body),
      kind,
      voice,
      helper,
      pictureKey,
      lastSaid,
      later: laterAfter(draft),
    },
    item: {
      ...{ id, followKey, kind, queuedAt: now, whereabouts: 'onPhone', ...(voice && { voice }) },
      ...(pictureKey && { pictureKey }),
      ...(helper && { ...helper, childKey: followKey }),
      ...(lastSaid && { lastSaid }),
    },
  };
}

// Sealed where this phone has the council's key and can; else as it is, for nothing is lost because a key is missing.
async function wrapped(
  json: string,
  { id, followKey, deposit }: Draft,
): Promise<{ form: OutboxItem['form']; body: string }> {
  const known = readSealingKey();
  if (!known) return { form: 'plain', body: json };
  try {
    const sealedFor = { id, deposit: deposit ?? (await sha256(followKey)) };
    return { form: 'sealed', body: await seal(json, known.key, sealedFor) };
  } catch {
    return { form: 'plain', body: json };
  }
}

// What an addition has said now was kept for later before, and is no more. What is kept again stays.
function laterAfter({ answers, isAddition }: Draft): Parcel['later'] {
  const counted = answersThatCount({ answers, ...(isAddition && { isAddition }) });
  return {
    kept: answers.later ?? [],
    said: isAddition ? questionNames.filter((name) => givenBy(name).some((each) => isSaid(counted[each]))) : [],
  };
}

// Only what the screen shows again.
function lastSaidIn(submission: Submission, at: string): LastSaid | undefined {
  const { asksFor, now, mayTell, voice } = Said.parse(submission);
  const said = {
    ...(asksFor && { asked: { for: asksFor, at } }),
    ...(now && { nowOn: londonDate(at) }),
    // What a child agreed to is not kept on a helper's phone.
    ...(mayTell && !isHelper({ voice }) && { mayTell }),
  };
  return Object.keys(said).length > 0 ? said : undefined;
}

// The key in the draft is the child's; the helper has one of their own, which can be ended without the child's.
async function helperOf({ followKey, answers }: Draft): Promise<Parcel['helper']> {
  return {
    followKey: await helperKeyOf(followKey),
    deposit: await sha256(followKey),
    label: answers.aboutName?.trim() ?? '',
  };
}
