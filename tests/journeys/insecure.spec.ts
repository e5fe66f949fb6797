import { networkInterfaces } from 'node:os';
import { startHeard } from '../heard-server.ts';
import { expect, test } from './fixtures.ts';

// An address of this machine that a browser does not take for the machine itself.
function outsideAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flat();
  return all.find((each) => each?.family === 'IPv4' && !each.internal)?.address;
}

test('over plain http from elsewhere the app takes no words, and says whom to ring', async ({ page }) => {
  const address = outsideAddress();
  test.skip(!address, 'This machine has no address but its own loopback.');
  const heard = await startHeard({ HOST: '0.0.0.0' });
  try {
    await page.goto(`http://${address}:${new URL(heard.url).port}/tell`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not private');
    await expect(page.getByText('Please open the address that starts with https.')).toBeVisible();
    await expect(page.getByText('You can ring the complaints team: 0345 678 9000.')).toBeVisible();
    await expect(page.locator('#insecure').getByText('Ring 0800 1111')).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
  } finally {
    await heard.remove();
  }
});
