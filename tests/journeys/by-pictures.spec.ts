import type { Page } from '@playwright/test';
import { signIn } from './at-desk.ts';
import { expect, test } from './fixtures.ts';
import { councilHas, expectCouncilHasIt, expectOnPhone, untilOfflineReady } from './tell.ts';

/** What a child presses, counted: the flows allow so many, without reading aloud and the recording. */
async function press(page: Page, names: readonly string[]): Promise<number> {
  for (const name of names) await page.getByRole('main').getByRole('button', { name, exact: true }).click();
  return names.length;
}

test('a six-year-old complains without typing and without a network, and staff read it in words', async ({
  page,
  heard,
}) => {
  await page.goto(heard.url);
  await untilOfflineReady(page);
  await page.context().setOffline(true);
  await page.reload();
  const taps = await press(page, [
    ...['I am a child', 'Something is wrong', 'Someone hurts or scares me', 'Yes', 'Scared', 'Skip this'],
    ...['It stops', 'Yes, please', 'Send'],
  ]);
  expect(taps).toBeLessThanOrEqual(12 - 1 - 2);
  await expectOnPhone(page);
  await page.context().setOffline(false);
  await expectCouncilHasIt(page);

  const [one] = await councilHas(heard);
  const [said] = one?.versions ?? [];
  expect(said).toMatchObject({
    register: 'younger',
    aboutWhat: 'hurt-or-scared',
    feeling: 'scared',
    better: 'it-stops',
  });
  expect(said).not.toHaveProperty('words');
  await signIn(page, heard.url, heard.admin);
  await page.getByText('By pictures: Someone hurts or scares them · Scared · It stops').click();
  await expect(page.getByText('They told it by pictures, without words.')).toBeVisible();
  await expect(page.getByText('Someone hurts or scares them', { exact: true })).toBeVisible();
});

test('a six-year-old says thank you without typing, and it goes from the last picture', async ({ page, heard }) => {
  await page.goto(heard.url);
  const taps = await press(page, ['I am a child', 'Thank you', 'My carer', 'We had fun', 'Send my thank you']);
  expect(taps).toBeLessThanOrEqual(8 - 1 - 2);
  await expectCouncilHasIt(page);
  expect((await councilHas(heard))[0]?.versions[0]).toMatchObject({ thankWhom: 'carer', whatWasGood: 'we-had-fun' });
});

test('every picture is there, beside its word, and is not read out', async ({ page, heard }) => {
  await page.goto(heard.url);
  const looked = async () => {
    const pictures = page.getByRole('main').locator('img.picture');
    await expect(pictures.first()).toBeVisible();
    for (const picture of await pictures.all()) {
      await expect(picture).toHaveAttribute('alt', '');
      expect(
        await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
      ).not.toBe(0);
    }
  };
  for (const name of ['I am a child', 'Something is wrong', 'School', 'Sad', 'Skip this', 'I see my family', 'Yes']) {
    if (!['Something is wrong', 'Skip this', 'Yes'].includes(name)) await looked();
    await press(page, [name]);
  }
  await looked();
});
