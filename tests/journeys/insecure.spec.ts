import { expect, test } from './fixtures.ts';

test('over plain http from elsewhere the app takes no words, and says whom to ring', async ({
  playwright,
  launchOptions,
  heard,
}) => {
  // A name that is not this machine's own, so that the browser does not take the page for a private one.
  const args = [...(launchOptions.args ?? []), '--host-resolver-rules=MAP heard.example 127.0.0.1'];
  const browser = await playwright.chromium.launch({ ...launchOptions, args });
  try {
    const page = await browser.newPage();
    await page.goto(`http://heard.example:${new URL(heard.url).port}/tell`);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not private');
    await expect(page.getByText('Please open the address that starts with https.')).toBeVisible();
    await expect(page.getByText('You can ring the complaints team: 0345 678 9000.')).toBeVisible();
    await expect(page.locator('#insecure').getByText('Ring 0800 1111')).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
  } finally {
    await browser.close();
  }
});
