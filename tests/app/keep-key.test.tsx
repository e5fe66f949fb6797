import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KeepKey } from '../../src/app/KeepKey.tsx';
import type { SentItem } from '../../src/app/use-kept.ts';
import { newFollowKey } from '../../src/device/keys.ts';
import { settle } from '../../src/device/outbox.ts';
import { listSent } from '../../src/device/sent.ts';
import { followLink } from '../../src/domain/follow-link.ts';
import { aDraft, aParcel, forgetEverything, layInto, now, queued, receiptFor } from '../device/this-device.ts';

beforeEach(forgetEverything);
afterEach(cleanup);

const waiting: SentItem = {
  ...{ id: crypto.randomUUID(), followKey: newFollowKey(), kind: 'complaint', queuedAt: now, whereabouts: 'onPhone' },
};
const receipt = receiptFor({ id: waiting.id, digest: (await aParcel()).digest });
const notYet = () => screen.queryByText('The council does not have it yet. Until then, the key opens nothing.');

async function open(title: string): Promise<void> {
  fireEvent.click(screen.getByText(title));
  await screen.findByRole('button', { name: 'Save the key as a file' });
}

describe('the key', () => {
  test('of what waits says that it opens nothing yet', async () => {
    render(<KeepKey item={waiting} />);
    await open('Look from another phone');
    expect(notYet()).not.toBeNull();
  });

  test('of what the council has does not, whatever is still to be added', async () => {
    render(<KeepKey item={{ ...waiting, receipt, whereabouts: 'adding' }} />);
    await open('Look from another phone');
    expect(notYet()).toBeNull();
  });

  test('of what the council refused is not offered, unless it is an addition that it refused', () => {
    const { rerender } = render(<KeepKey item={{ ...waiting, whereabouts: 'refused' }} />);
    expect(screen.queryByText('Look from another phone')).toBeNull();
    rerender(<KeepKey item={{ ...waiting, receipt, whereabouts: 'refused' }} />);
    expect(screen.queryByText('Look from another phone')).not.toBeNull();
  });
});

test('a child’s own key is the child’s to take, and then leaves the helper’s phone; the helper’s stays', async () => {
  const item = await queued('Some words.', now, aDraft({ id: waiting.id }));
  await settle(item, receiptFor(item));
  const [stored] = await listSent();
  const childKey = newFollowKey();
  const sent = { ...waiting, ...stored, childKey };
  await layInto('sent', { ...stored, childKey });
  // The clipboard is refused here, so that the link is shown.
  const { clipboard } = navigator;
  Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
  render(<KeepKey item={sent} />);
  await open('Give the child the key');
  fireEvent.click(screen.getByRole('button', { name: 'Copy the link' }));
  const link = await screen.findByRole('textbox', { name: 'The link' });
  expect(link).toHaveProperty('value', followLink(location.origin, childKey));
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  fireEvent.click(screen.getByRole('button', { name: 'The child has the key' }));
  fireEvent.click(screen.getByRole('button', { name: 'Yes, the child has it' }));
  await expect.poll(async () => JSON.stringify(await listSent())).not.toContain(childKey);
  expect(await listSent()).toMatchObject([{ id: waiting.id, followKey: item.followKey }]);
});
