import { type Draft, DraftConflict } from '../device/drafts.ts';
import { helperKeyOf, newPictureKey, sha256 } from '../device/keys.ts';
import { enqueue, type OutboxItem, type Parcel } from '../device/outbox.ts';
import { deliver } from '../sync/deliver.ts';
import { sayPictures } from '../sync/pictures.ts';
import { appWords } from '../words/app-words.ts';
import { isHelper } from './journey.ts';
import { submissionOf } from './submission-of.ts';
import type { SentItem } from './use-kept.ts';

/**
 * Sends a draft: when this resolves, it is in the outbox and on the disk. Everything slow comes first, so that
 * nothing stands between reading the draft again and putting it away. Throws when the answers are not whole yet or
 * the phone cannot keep them; the draft is then still there. `DraftConflict`: another tab changed it; look again.
 */
export async function send(draft: Draft): Promise<SentItem> {
  const { parcel, item } = await pack(draft);
  const outcome = await enqueue(draft, parcel, item.queuedAt);
  if (outcome === 'draft-changed') throw new DraftConflict();
  return item;
}

/**
 * Hands a draft over without the phone's keeping it first, for a phone that cannot (private windows, a full disk).
 * Gives nothing when the council could not be reached; the words are then where they were.
 */
export async function sendUnkept(draft: Draft): Promise<SentItem | undefined> {
  const { parcel, item } = await pack(draft);
  const { id, followKey, deposit } = draft;
  const { body, digest } = parcel;
  const outboxItem: OutboxItem = {
    ...{ id, digest, form: 'plain', body, followKey, queuedAt: item.queuedAt, attempts: 0, notBefore: 0 },
    ...(deposit && { deposit }),
  };
  const delivered = await deliver(outboxItem, Date.now);
  if (delivered.outcome !== 'accepted') return undefined;
  const { pictureKey } = parcel;
  const arePicturesKnown = pictureKey !== undefined && (await sayPictures({ id, key: followKey, pictureKey }));
  return { ...item, receipt: delivered.receipt, whereabouts: 'received', isUnkept: true, arePicturesKnown };
}

async function pack(draft: Draft): Promise<{ parcel: Parcel; item: SentItem }> {
  const { id, followKey, answers, isAddition, addition = crypto.randomUUID() } = draft;
  const now = new Date().toISOString();
  const helper = isHelper(answers) && !isAddition ? await helperOf(draft) : undefined;
  const submission = submissionOf(draft, {
    writtenAt: now,
    language: appWords.language,
    helperKey: helper && (await sha256(helper.followKey)),
    ...(isAddition && { addition }),
  });
  const { kind, voice } = submission;
  const pictureKey = isAddition ? undefined : (draft.pictureKey ?? newPictureKey());
  const body = JSON.stringify(submission);
  return {
    parcel: { body, digest: await sha256(body), kind, voice, helper, pictureKey },
    item: {
      ...{ id, followKey, kind, queuedAt: now, whereabouts: 'onPhone', ...(voice && { voice }) },
      ...(pictureKey && { pictureKey }),
      ...(helper && { ...helper, childKey: followKey }),
    },
  };
}

// The key in the draft is the child's; the helper has one of their own, which can be ended without the child's.
async function helperOf({ followKey, answers }: Draft): Promise<Parcel['helper']> {
  return {
    followKey: await helperKeyOf(followKey),
    deposit: await sha256(followKey),
    label: answers.aboutName?.trim() ?? '',
  };
}
