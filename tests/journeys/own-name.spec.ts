import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.use({ sharesServer: true });

/** What the browser itself would install from this page. */
async function offered(page: Page): Promise<{ path: string; manifest: { name: string; id: string; icons: unknown } }> {
  const cdp = await page.context().newCDPSession(page);
  const { url, data = '{}', errors } = await cdp.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  return { path: new URL(url).pathname, manifest: JSON.parse(data) };
}

test('it is installed under another name and icon when somebody wants that', async ({ page, heard }) => {
  await page.goto(`${heard.url}/follow`);
  await expect(page).toHaveTitle('Heard');
  expect(await offered(page)).toMatchObject({ path: '/manifest.webmanifest', manifest: { name: 'Heard', id: '/' } });
  await page.getByText('Another name on this phone').click();
  await page.getByRole('button', { name: 'Notes' }).click();
  await expect(page.getByRole('button', { name: 'Notes' })).toHaveAttribute('aria-pressed', 'true');

  // Chosen once, it is so on every screen of the app.
  for (const address of ['/follow', '/', '/tell']) {
    await page.goto(heard.url + address);
    await expect(page).toHaveTitle('Notes');
    const { path, manifest } = await offered(page);
    expect(path).toBe('/manifest-notes.webmanifest');
    expect(manifest).toMatchObject({ name: 'Notes', id: '/notes', start_url: '/' });
    expect(JSON.stringify(manifest)).not.toMatch(/heard|council|child/i);
    await expect(page.locator('link[rel=icon]')).toHaveAttribute('href', '/icons/notes-48.png');
  }

  await page.goto(`${heard.url}/follow`);
  await page.getByText('Another name on this phone').click();
  await expect(page.getByText('Inside, it is the same. Your browser may still show you came.')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Heard' }).click();
  await expect(page).toHaveTitle('Heard');
  expect(await offered(page)).toMatchObject({ path: '/manifest.webmanifest' });
});
