import { createHash, randomUUID } from 'node:crypto';
import type { HeardServer } from '../heard-server.ts';
import { signIn } from './at-desk.ts';
import { expectGoodDesk } from './desk-look.ts';
import { expect, test } from './fixtures.ts';
import { someWords } from './tell.ts';

/** Says something as a phone does. */
async function put({ url }: HeardServer, id: string, body: object): Promise<void> {
  const response = await fetch(`${url}/api/submissions/${id}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${id.replaceAll('-', '')}` },
    body: JSON.stringify({ version: 1, kind: 'complaint', ...body }),
  });
  expect(response.ok).toBe(true);
}

const hidden = createHash('sha256').update('a helper').digest('base64url');

/** A name that turns the direction of writing, unless it is set apart. */
const turning = 'Robin \u202EReed 🦊';

for (const { colorScheme, width, height } of [
  { colorScheme: 'light', width: 1280, height: 800 },
  { colorScheme: 'dark', width: 360, height: 640 },
] as const) {
  test(`an officer sees first who is not safe, reads every answer, and records what was done, ${colorScheme} at ${width}`, async ({
    page,
    heard,
  }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Looking is at every size and in each theme: once of the two is enough.
    const look = async (screen: string) => colorScheme === 'dark' || expectGoodDesk(page, screen);
    await put(heard, randomUUID(), { words: 'My worker did not ring.', voice: 'young-person' });
    const id = randomUUID();
    await put(heard, id, {
      words: someWords,
      name: turning,
      safe: 'no',
      whereNow: 'In the park',
      mayTell: [],
      notThisPerson: 'Her manager',
      service: 'looked-after',
      helperKey: hidden,
    });
    await put(heard, id, { addition: randomUUID(), notThisPerson: 'Her manager and Mr Brown' });

    await signIn(page, heard.url, heard.admin);
    const rows = page.locator('.case-row');
    await expect(rows.first()).toContainText(someWords);
    await expect(rows.first()).toContainText(/Not safe\s*since .*, (less than a minute|\d+ minutes?)/);
    await look('the list');
    await page.getByRole('button', { name: 'Not safe 1' }).click();
    await expect(rows).toHaveCount(1);
    await rows.first().click();

    const panel = page.getByRole('region', { name: /Not safe since/ });
    await expect(panel).toContainText('Where they are now: In the park');
    await expect(panel).toContainText('No safeguarding e-mail went: none is set up.');
    await expect(panel).toContainText('Please tell your safeguarding team yourself, now.');
    const answers = page.getByRole('region', { name: 'What they answered' });
    await expect(answers).toContainText('Nobody chosen: ask first');
    await expect(answers).toContainText('Children looked after and care leavers');
    await expect(answers).toContainText(/Her manager and Mr Brown\s*changed/);
    await expect(answers).toContainText('steps and dates only');
    await expect(answers.locator('bdi', { hasText: turning })).toBeVisible();
    const said = page.getByRole('region', { name: 'What was said' });
    await expect(said.getByText(/^Added later/)).toBeVisible();
    await expect(said.getByText('Nothing was written this time.')).toBeVisible();
    expect(await page.content()).not.toContain(hidden);
    await look('a case that is not safe');

    await panel.getByRole('button', { name: 'Record that I have seen this' }).click();
    await expect(panel.getByText('Please write this first.')).toHaveCount(2);
    await expect(panel.getByLabel('What is the concern?')).toBeFocused();
    await look('a note that is missing');
    await panel.getByLabel('What is the concern?').fill('Afraid to go home.');
    await panel.getByLabel('What was done, by whom and when?').fill('Rang the duty team.');
    await panel.getByLabel('Referred to whom? (may stay empty)').fill('Emergency duty team');
    // What was written survives a reload.
    await page.reload();
    await expect(panel.getByLabel('What is the concern?')).toHaveValue('Afraid to go home.');
    // And so it does when something was added meanwhile, which has to be seen first.
    await put(heard, id, { addition: randomUUID(), words: 'I am at my aunt’s now.' });
    await panel.getByRole('button', { name: 'Record that I have seen this' }).click();
    await expect(panel.getByRole('alert')).toContainText('The case has changed since you opened it.');
    await expect(page.getByText('I am at my aunt’s now.')).toBeVisible();
    await panel.getByRole('button', { name: 'Record that I have seen this' }).click();

    const before = page.getByRole('region', { name: 'Was raised as not safe' });
    await expect(before).toContainText('Rang the duty team.');
    await expect(before).toContainText('Emergency duty team');
    await look('a case that was seen');
    await page.goto(`${heard.url}/desk`);
    await expect(rows.last()).toContainText('Was raised as not safe, seen');
    await expect(page.getByRole('button', { name: 'Not safe 0' })).toBeVisible();

    await put(heard, id, { addition: randomUUID(), safe: 'not-sure' });
    await page.getByRole('button', { name: 'Look for new ones' }).click();
    await expect(rows.first()).toContainText('May not be safe');
  });
}
