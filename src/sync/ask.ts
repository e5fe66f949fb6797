import { keepStatus, listSent, type Sent } from '../device/sent.ts';
import { Status } from '../domain/api.ts';

const patience = 20_000;

/** Asks the council how everything sent from this device stands, and keeps its answers. Never throws: offline, the last ones stay. */
export async function askHowItGoes(): Promise<void> {
  const sent = await listSent();
  await Promise.all(sent.filter((each) => each.receipt).map(ask));
}

async function ask({ id, followKey }: Sent): Promise<void> {
  try {
    const response = await fetch('/api/status', {
      headers: { Authorization: `Bearer ${followKey}` },
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    const { data: status } = Status.safeParse(await response.json());
    if (response.ok && status) await keepStatus(id, status);
  } catch {
    // No network, or not our server: the last known answer stays, with its date.
  }
}
