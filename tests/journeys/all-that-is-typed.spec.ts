import type { Page } from '@playwright/test';
import { addDays, londonDate } from '../../src/domain/dates.ts';
import { allThatIsKept } from './all-that-is-kept.ts';
import { expect, test } from './fixtures.ts';
import type { Phone } from './phone.ts';
import { choose, councilHas, expectOnPhone, next, send, untilReadyToSeal } from './tell.ts';
import { plantedPhrase, tracesOf } from './traces.ts';

test.describe.configure({ timeout: 120_000 });

// Every answer that is typed, each with a phrase of its own: none of them is left where it was typed once it is sent.

/** Types a phrase that nobody knows into each of these, and remembers it. */
function typing(page: Page, planted: Map<string, string>) {
  return async (...names: string[]) => {
    for (const name of names) {
      const phrase = plantedPhrase();
      planted.set(name, phrase);
      await page.locator(`main [name="${name}"], main textarea`).first().fill(phrase);
    }
    await next(page, names.includes('whereNow') ? 'Carry on' : 'Next');
  };
}

/** The answers of which anything stands in any storage of this address, by name. */
async function keptOf(page: Page, planted: Map<string, string>): Promise<string[]> {
  const kept = await allThatIsKept(page);
  return [...planted].filter(([, phrase]) => kept.includes(phrase)).map(([name]) => name);
}

/** The answers of which anything stands in any file of the phone. */
function tracedOf(phone: Phone, planted: Map<string, string>): string[] {
  return [...planted].filter(([, phrase]) => tracesOf([phrase], phone.profile).length > 0).map(([name]) => name);
}

/** Opens "Add more", before sending, at one question. */
async function addBeforeSending(page: Page, name: string): Promise<void> {
  await page.getByText('Add more, if you like').click();
  await next(page, name);
}

/** Chooses to be answered by letter, and says where and when. */
async function answeredByLetter(page: Page, type: ReturnType<typeof typing>): Promise<void> {
  await choose(page, 'By letter');
  await type('replyTo', 'replyWhen', 'replyWhoElse');
}

/** What the council has of all of these, over everything that came. */
async function missingThere(heard: Parameters<typeof councilHas>[0], planted: Map<string, string>): Promise<string[]> {
  const there = JSON.stringify(await councilHas(heard));
  return [...planted].filter(([, phrase]) => !there.includes(phrase)).map(([name]) => name);
}

test('nothing that a young person typed is left in a file or a storage of their phone, whatever it was asked for', async ({
  phone,
  heard,
}) => {
  const planted = new Map<string, string>();
  await phone.open();
  const [page = await phone.context().newPage()] = phone.context().pages();
  await untilReadyToSeal(page, heard.url);
  await phone.context().setOffline(true);
  const type = typing(page, planted);
  await choose(page, 'I am a young person');
  await choose(page, 'Someone helps me');
  const withMeWho = plantedPhrase();
  planted.set('withMeWho', withMeWho);
  await page.locator('[name="withMeWho"]').fill(withMeWho);
  await choose(page, 'Something is wrong');
  await type('words');
  await type('wanted');
  await next(page, 'No');
  await type('whereNow');
  await choose(page, 'I have someone who helps me');
  await type('trusted');
  await answeredByLetter(page, type);
  await addBeforeSending(page, 'Who it is about');
  await type('person');
  await addBeforeSending(page, 'Who should not handle it');
  await type('notThisPerson');
  await addBeforeSending(page, 'Your name');
  await type('name');
  await send(page);
  await expectOnPhone(page);
  expect(await keptOf(page, planted)).toEqual([]);
  await phone.close();
  expect(tracedOf(phone, planted)).toEqual([]);

  // What can be said only once the council has it: a message, and why it should write at last.
  await phone.open();
  const again = await phone.context().newPage();
  const typeAgain = typing(again, planted);
  await again.goto(`${heard.url}/follow`);
  await again.getByRole('button', { name: 'Write to the team' }).click({ timeout: 30_000 });
  await typeAgain('message');
  await next(again, 'Send what I added');
  await expect.poll(() => missingThere(heard, planted), { timeout: 30_000 }).toEqual([]);
  await phone.context().setOffline(true);
  await again.clock.setFixedTime(new Date(`${addDays(londonDate(new Date().toISOString()), 14)}T12:00:00Z`));
  await again.goto(`${heard.url}/follow`);
  await again.getByRole('button', { name: 'Ask them to write to me' }).click();
  await typeAgain('asksWhy');
  await next(again, 'Send what I added');
  await expect(again.getByText('What you added is still on this phone.')).toBeVisible();
  expect(await keptOf(again, planted)).toEqual([]);
  await phone.close();
  expect(tracedOf(phone, planted)).toEqual([]);
  await phone.open();
  await (await phone.context().newPage()).goto(heard.url);
  await expect.poll(() => missingThere(heard, planted), { timeout: 30_000 }).toEqual([]);
});

test('of what an advocate typed for a child nothing is left but their own details, kept for the next child', async ({
  phone,
  heard,
}) => {
  const [own, planted] = [new Map<string, string>(), new Map<string, string>()];
  await phone.open();
  const [page = await phone.context().newPage()] = phone.context().pages();
  await untilReadyToSeal(page, heard.url);
  await phone.context().setOffline(true);
  const type = typing(page, planted);
  await choose(page, 'I help a child');
  await typing(page, own)('helperName', 'helperOrganisation', 'helperContact');
  await type('aboutName');
  await choose(page, 'The child’s words, typed by me');
  await choose(page, 'Something is wrong');
  await type('words');
  await next(page, 'No');
  await type('whereNow');
  await type('wanted');
  await type('notThisPerson');
  await next(page, 'To a part of it');
  await type('askedBy', 'askedHow', 'agreementWhy');
  await choose(page, 'All that the child is told');
  await addBeforeSending(page, 'Who it is about');
  await type('person');
  await addBeforeSending(page, 'How to reply');
  await answeredByLetter(page, type);
  await send(page);
  await expectOnPhone(page);
  expect(await keptOf(page, planted)).toEqual([]);
  expect(await keptOf(page, own)).toEqual([...own.keys()]);
  // It is still known by the child's name, which lies hidden beside it.
  const name = planted.get('aboutName') ?? '';
  await page.goto(`${heard.url}/follow`);
  await expect(page.locator('summary').filter({ hasText: name })).toBeVisible();
  await phone.close();
  expect(tracedOf(phone, planted)).toEqual([]);
  expect(tracedOf(phone, own)).toEqual([...own.keys()]);

  await phone.open();
  const again = await phone.context().newPage();
  await again.goto(`${heard.url}/follow`);
  await expect.poll(() => missingThere(heard, planted), { timeout: 30_000 }).toEqual([]);
  await expect(again.locator('summary').filter({ hasText: name })).toContainText('The council has it');
  await phone.close();
  expect(tracedOf(phone, planted)).toEqual([]);
});
