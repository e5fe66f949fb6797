import { removeLetGo } from '../device/lock-forget.ts';
import { keepPicturesKnown, listSentAndLetGo, type Sent } from '../device/sent.ts';
import type { FollowKey } from '../domain/keys.ts';
import type { PictureKey } from '../domain/picture-key.ts';
import { fetchPatiently } from './fetch-patiently.ts';

/**
 * Says by which pictures the person comes back, of everything that the council has and has not been told them of.
 * Never throws: what does not go is said at the next time that something is handed over.
 */
export async function handOverPictures(): Promise<void> {
  try {
    const all = await listSentAndLetGo();
    for (const sent of all) {
      const saying = sayingOf(sent);
      // Where a full phone cannot note it, it is said again the next time; the others' are said all the same.
      if (saying && (await sayPictures(saying))) await keepPicturesKnown(sent.id).catch(() => undefined);
    }
    if (all.some(({ isLetGo }) => isLetGo)) await removeLetGo();
  } catch {
    // The phone's storage is not to be had.
  }
}

interface Saying {
  id: string;
  key: FollowKey;
  pictureKey: PictureKey;
}

// Only where it was sent, and with the person's own key: a helper's own only looks.
function sayingOf({
  id,
  followKey,
  childKey,
  deposit,
  receipt,
  pictureKey,
  arePicturesKnown,
}: Sent): Saying | undefined {
  const key = deposit ? childKey : followKey;
  return receipt && pictureKey && !arePicturesKnown && key ? { id, key, pictureKey } : undefined;
}

/** Whether the council knows these pictures now. Never throws. */
export async function sayPictures({ id, key, pictureKey }: Saying): Promise<boolean> {
  try {
    return await fetchPatiently(`/api/submissions/${id}/picture-key`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` },
      body: JSON.stringify({ pictures: pictureKey }),
      // Our own server says it with this and nothing else; a captive portal says 200.
      read: (response) => Promise.resolve(response.status === 204),
    });
  } catch {
    return false;
  }
}
