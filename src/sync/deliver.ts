import type { OutboxItem } from '../device/outbox.ts';
import { type Receipt, ReceiptHere } from '../domain/api.ts';
import { ProblemHere, refusedForGood } from '../domain/problem-here.ts';
import { sealedType } from '../domain/sealing.ts';
import { readRetryAfter } from './back-off.ts';
import { fetchPatiently } from './fetch-patiently.ts';

/** What came of one try. Only `accepted` means that the council has it. */
export type Outcome =
  | { outcome: 'accepted'; receipt: Receipt }
  | { outcome: 'retryLater'; after?: number | undefined }
  | { outcome: 'refused'; code: string };

/**
 * Tries to hand one item to the council. Never throws. A network that is not there, a server that is unwell, and
 * anything that is not our own receipt or our own refusal (a captive portal's page, a proxy's error, a redirect to a
 * login) all mean: it stays on this phone and goes later.
 */
export async function deliver(item: OutboxItem, now: () => number): Promise<Outcome> {
  try {
    return await fetchPatiently<Outcome>(`/api/submissions/${item.id}`, {
      method: 'PUT',
      headers: { 'Content-Type': types[item.form], Authorization: authorization(item) },
      body: item.body,
      read: async (response) => {
        const answer: unknown = await response.json().catch(() => undefined);
        if (response.ok) return readReceipt(answer, item);
        if (!mayPass(response.status)) return readRefusal(response, answer);
        return { outcome: 'retryLater', after: readRetryAfter(response.headers.get('Retry-After'), now()) };
      },
    });
  } catch {
    return { outcome: 'retryLater' };
  }
}

const types = { plain: 'application/json', sealed: sealedType };

function authorization({ followKey, deposit }: OutboxItem): string {
  return deposit ? `Deposit ${deposit}` : `Bearer ${followKey}`;
}

function readReceipt(answer: unknown, item: OutboxItem): Outcome {
  const { data: receipt } = ReceiptHere.safeParse(answer);
  const isOurs = receipt?.id === item.id && receipt.digest === item.digest;
  return isOurs ? { outcome: 'accepted', receipt } : { outcome: 'retryLater' };
}

function mayPass(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

// Only our own server says no for good, and it says so in its own words.
function readRefusal(response: Response, answer: unknown): Outcome {
  const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json');
  const told = ProblemHere.safeParse(answer).data?.code;
  const code = refusedForGood.find((each) => each === told);
  return isProblem && code ? { outcome: 'refused', code } : { outcome: 'retryLater' };
}
