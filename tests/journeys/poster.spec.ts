import { signIn } from './at-desk.ts';
import { expectGoodDesk } from './desk-look.ts';
import { expect, test } from './fixtures.ts';
import { readQrCode } from './read-qr-code.ts';
import { tellUntilCheck } from './tell.ts';

test('a poster leads a camera to Heard, and shows the key that the app shows, in every language', async ({
  page,
  heard,
  elsewhere,
}) => {
  await signIn(page, heard.url, heard.admin);
  await page.getByRole('link', { name: 'Poster' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Poster' })).toBeFocused();
  const poster = page.getByRole('article', { name: 'Tell us' });
  const picture = poster.getByRole('img');
  await expect(picture).toBeVisible();
  expect(await readQrCode(await picture.screenshot(), page.context())).toBe(`${heard.url}/`);
  await expectGoodDesk(page, 'poster');

  const { fingerprint } = (await (await page.request.get(`${heard.url}/api/sealing-key`)).json()) as {
    fingerprint: string;
  };
  await expect(poster.getByText(fingerprint)).toBeVisible();
  // The app shows what it seals with, once it has begun something.
  await tellUntilCheck(elsewhere, heard.url);
  await elsewhere.goto(`${heard.url}/follow`);
  await elsewhere.getByText('Hide or forget?').click();
  await expect(elsewhere.getByText(fingerprint)).toBeVisible();

  await page.getByRole('combobox', { name: 'Language' }).selectOption('ar');
  const arabic = page.getByRole('article', { name: 'أخبرنا' });
  await expect(arabic).toHaveAttribute('dir', 'rtl');
  await expect(arabic.getByText(fingerprint)).toBeVisible();
  await expect(page.getByText('A machine has translated this.')).toBeVisible();
  await expectGoodDesk(page, 'poster in Arabic');

  // One side of A4, with what is around it left out.
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print the poster' })).toBeHidden();
  const pages = (await page.pdf({ format: 'A4', preferCSSPageSize: true }))
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g);
  expect(pages).toHaveLength(1);
});
