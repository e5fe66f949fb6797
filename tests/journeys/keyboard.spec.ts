import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { councilHas, expectCouncilHasIt, someWords } from './tell.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Moves on with Tab to what is called so; nothing that has the focus on the way stands behind a bar. */
async function pressUntil(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 25; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) continue;
    const isInBar = await focused.evaluate((element) => Boolean(element.closest('.bar')));
    const seen = await focused.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return hit !== null && element.contains(hit);
    });
    expect(seen || isInBar, `${await focused.textContent()} is in sight`).toBe(true);
    const label = (await focused.getAttribute('name')) ?? (await focused.textContent());
    if (label?.includes(name)) return;
  }
  throw new Error(`"${name}" was not reached with Tab.`);
}

/** On each screen by its title: what is written, if anything, and then what is pressed, with which key. */
type Step = [title: string, press: string, key?: 'Enter' | 'Space', write?: string];

async function goByKeyboard(page: Page, steps: Step[]): Promise<void> {
  for (const [title, press, key = 'Enter', write] of steps) {
    await expect(heading(page)).toHaveText(title);
    if (write) {
      const box = page.locator('textarea:focus, main input:focus');
      for (let presses = 0; presses < 25 && (await box.count()) === 0; presses += 1) await page.keyboard.press('Tab');
      await page.keyboard.type(write);
    }
    await pressUntil(page, press);
    await page.keyboard.press(key);
  }
}

test('a young person goes the whole way by keyboard alone on a phone, and the focus is at the title of each screen', async ({
  page,
  heard,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(heard.url);
  await goByKeyboard(page, [
    ['Hello. Who are you?', 'I am a young person'],
    ['What do you want to tell us?', 'Something is wrong', 'Space'],
  ]);
  await expect(heading(page)).toHaveText('What happened?');
  await expect(heading(page)).toBeFocused();
  await goByKeyboard(page, [
    ['What happened?', 'Next', 'Enter', someWords],
    ['What would put it right?', 'Next', 'Enter', 'A call back.'],
    ['Do you feel safe right now?', 'Skip this'],
    ['Do you want an advocate?', 'Skip this'],
    ['How should we reply?', 'Skip this'],
    ['Is this right?', 'Send'],
  ]);
  await expectCouncilHasIt(page);
  await expect(heading(page)).toBeFocused();
});

test('an adult at 400 % goes the whole way by keyboard alone, larger letters and whom to ring included', async ({
  page,
  heard,
}) => {
  test.setTimeout(120_000);
  // 1280 by 1024 at 400 %.
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto(heard.url);
  await pressUntil(page, 'How it looks');
  await page.keyboard.press('Enter');
  await pressUntil(page, 'size');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'How it looks' })).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.dataset.look)).toBe('big normal');
  await pressUntil(page, 'I am not safe');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Get help now');
  await expect(heading(page)).toBeFocused();
  await pressUntil(page, 'Go back');
  await page.keyboard.press('Enter');
  await goByKeyboard(page, [
    ['Hello. Who are you?', 'I am a parent or carer'],
    ['What do you want to tell us?', 'Something is wrong', 'Space'],
    ['What happened?', 'Next', 'Enter', someWords],
    ['Is everyone safe right now?', 'Yes, everyone is safe'],
    ['Is this about you, or a child?', 'It is about a child', 'Space'],
    ['What is their name?', 'Next', 'Enter', 'Sam'],
    ['How are you linked to the child?', 'I am a parent'],
    ['Does the child know about this?', 'No'],
    ['What would put it right?', 'Next', 'Enter', 'A call back.'],
    ['Who should not handle it?', 'Skip this'],
    ['Is a court case going on?', 'No'],
    ['How should we reply?', 'Skip this'],
    ['Is this right?', 'Send'],
  ]);
  await expectCouncilHasIt(page);
  await expect(heading(page)).toBeFocused();
  expect((await councilHas(heard))[0]?.versions[0]).toMatchObject({ words: someWords, wanted: 'A call back.' });
});
