import { keepSealingKey, readSealingKey } from '../device/sealing-key.ts';
import type { Instant } from '../domain/dates.ts';
import { SealingKeyTold } from '../domain/sealing.ts';
import { fetchPatiently } from '../sync/fetch-patiently.ts';

const day = 86_400_000;

/**
 * Asks which key to seal to, once a day at most. What is known stays when nobody answers: the council opens what was
 * sealed to any key that it ever had.
 */
export async function bringCouncilKey(now: Instant = new Date().toISOString()): Promise<void> {
  const age = Date.parse(now) - Date.parse(readSealingKey()?.heardAt ?? '');
  // A time that has not come yet was written under another clock.
  if (age >= 0 && age < day) return;
  await fetchPatiently('/api/sealing-key', {
    cache: 'default',
    read: async (response) => {
      const { data: told } = SealingKeyTold.safeParse(await response.json());
      if (response.ok && told) keepSealingKey(told, now);
    },
  }).catch(() => undefined);
}
