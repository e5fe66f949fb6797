import type { Page } from '@playwright/test';
import { signIn } from './at-desk.ts';
import { expect, test } from './fixtures.ts';
import { expectGoodScreen } from './look.ts';
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

test('every screen of a younger child is good, and each picture stands beside its word and is not read out', async ({
  page,
  heard,
}) => {
  test.setTimeout(180_000);
  const heading = page.getByRole('heading', { level: 1 });
  await page.goto(heard.url);
  await page.getByRole('button', { name: 'Easier words' }).click();
  await expectGoodScreen(page, 'the choice of words');
  await page.keyboard.press('Escape');
  const way = [
    ...['I am a child', 'Something is wrong', 'School', 'Sad', 'Skip this', 'I see my family', 'I don’t know'],
    ...['Go on', 'Yes, please'],
  ];
  for (const name of way) {
    const title = (await heading.textContent()) ?? '';
    await expectGoodScreen(page, title);
    for (const picture of await page.getByRole('main').locator('img.picture').all()) {
      await expect(picture).toHaveAttribute('alt', '');
      const width = await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth));
      expect(width).toBeGreaterThan(0);
    }
    await press(page, [name]);
    await expect(heading).not.toHaveText(title);
  }
  await expectGoodScreen(page, 'Is this right?');
  await expect(page.getByRole('definition').locator('img.picture')).toHaveCount(5);
  await press(page, ['Send']);
  await expectCouncilHasIt(page);
  await expectGoodScreen(page, 'The council has it');
});
