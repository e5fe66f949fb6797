import { keepStatus, listSent, type Sent } from '../device/sent.ts';
import { Status } from '../domain/api.ts';
import { fetchPatiently } from './fetch-patiently.ts';

/**
 * Asks the council how everything sent from this device stands, and keeps its answers. Never throws: offline, or when
 * the phone refuses its storage, the last ones stay.
 */
export async function askHowItGoes(): Promise<void> {
  const sent = await listSent().catch(() => []);
  await Promise.all(sent.filter((each) => each.receipt).map(ask));
}

async function ask({ id, followKey }: Sent): Promise<void> {
  try {
    const status = await fetchPatiently('/api/status', {
      headers: { Authorization: `Bearer ${followKey}` },
      read: async (response) => (response.ok ? Status.parse(await response.json()) : undefined),
    });
    if (status) await keepStatus(id, status);
  } catch {
    // No network, or not our server: the last known answer stays, with its date.
  }
}
