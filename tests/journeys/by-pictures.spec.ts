import { signIn } from './at-desk.ts';
import { expect, test } from './fixtures.ts';
import { expectGoodScreen } from './look.ts';
import { complaintByPictures, mostTaps, press, thanksByPictures } from './taps.ts';
import { councilHas, expectCouncilHasIt, expectOnPhone, openThenGoOffline } from './tell.ts';
import { collectTrees } from './trees.ts';

test('a six-year-old complains without typing and without a network, and staff read it in words', async ({
  page,
  heard,
}) => {
  await openThenGoOffline(page, heard.url);
  await page.reload();
  expect(await press(page, complaintByPictures)).toBeLessThanOrEqual(mostTaps.complaint);
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
  // What they pressed came back to them as it was, and "Send" said that it is right.
  const points = said?.saidBack?.points ?? [];
  expect(points.map(({ name }) => name)).toEqual(expect.arrayContaining(['aboutWhat', 'feeling', 'better', 'safe']));
  await signIn(page, heard.url, heard.admin);
  await page.getByText('By pictures: Someone hurts or scares them · Scared · It stops').click();
  await expect(page.getByText('They told it by pictures, without words.')).toBeVisible();
  await expect(page.getByText('Someone hurts or scares them', { exact: true })).toBeVisible();
});

test('a six-year-old says thank you without typing, and it goes from the last picture', async ({ page, heard }) => {
  await page.goto(heard.url);
  expect(await press(page, thanksByPictures)).toBeLessThanOrEqual(mostTaps.thanks);
  await expectCouncilHasIt(page);
  expect((await councilHas(heard))[0]?.versions[0]).toMatchObject({ thankWhom: 'carer', whatWasGood: 'we-had-fun' });
  // It went at once: nothing was said back, and nothing is said to have been agreed.
  expect((await councilHas(heard))[0]?.versions[0]).not.toHaveProperty('saidBack');
});

test('every screen of a younger child is good, and each picture stands beside its word and is not read out', async ({
  page,
  heard,
}) => {
  test.setTimeout(180_000);
  const heading = page.getByRole('heading', { level: 1 });
  const trees = collectTrees(page);
  const look = async (screen: string) => {
    await expectGoodScreen(page, screen);
    await trees.add(screen);
  };
  await page.goto(heard.url);
  await page.getByRole('button', { name: 'How it looks' }).click();
  await expectGoodScreen(page, 'how it looks');
  await page.keyboard.press('Escape');
  const way = [
    ...['I am a child', 'Something is wrong', 'School', 'Sad', 'Skip this', 'I see my family', 'I don’t know'],
    ...['Go on', 'Yes, please'],
  ];
  for (const name of way) {
    const title = (await heading.textContent()) ?? '';
    await look(title);
    for (const picture of await page.getByRole('main').locator('img.picture').all()) {
      await expect(picture).toHaveAttribute('alt', '');
      const width = await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth));
      expect(width).toBeGreaterThan(0);
    }
    await press(page, [name]);
    await expect(heading).not.toHaveText(title);
  }
  await look('Is this right?');
  await expect(page.getByRole('definition').locator('img.picture')).toHaveCount(5);
  await press(page, ['Send']);
  await expectCouncilHasIt(page);
  await look('The council has it');
  trees.expectAs('younger-child');
});
