import { isWithCouncil, keepEnded, keepStatus, listSent, type Sent } from '../device/sent.ts';
import { StatusHere } from '../domain/api.ts';
import { fetchPatiently } from './fetch-patiently.ts';
import { readCode } from './read-code.ts';

/**
 * Asks the council how everything followed from this device stands, and keeps its answers. Never throws: without an
 * answer the last ones stay. False when one could not be had.
 */
export async function askHowItGoes(): Promise<boolean> {
  try {
    const sent = await listSent();
    const followed = sent.filter((each) => isWithCouncil(each) && !each.isEnded);
    const answers = await Promise.all(followed.map(ask));
    return answers.every(Boolean);
  } catch {
    // The phone's storage is not to be had.
    return false;
  }
}

async function ask({ id, followKey }: Sent): Promise<boolean> {
  try {
    const status = await fetchPatiently('/api/status', {
      headers: { Authorization: `Bearer ${followKey}` },
      read: async (response) => {
        if (response.ok) return StatusHere.parse(await response.json());
        return (await readCode(response)) === 'access-ended' ? 'ended' : undefined;
      },
    });
    if (status === 'ended') {
      await keepEnded(id);
      return true;
    }
    // About another submission under the same key: not an answer to this question.
    if (status?.id !== id) return false;
    await keepStatus(id, status);
    return true;
  } catch {
    // No network, or not our server: the last known answer stays, with its date.
    return false;
  }
}
