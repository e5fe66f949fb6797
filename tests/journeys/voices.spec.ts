import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import {
  andKept,
  choose,
  councilHas,
  expectCouncilHasIt,
  expectOnPhone,
  next,
  safeUntilCheck,
  send,
  someWords,
  untilOfflineReady,
} from './tell.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const forward = (page: Page) => page.locator('main form button[type=submit]').click();
const fill = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);

async function say(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox').fill(words);
  await next(page, 'Next');
}

/** As a parent, up to whether the child knows. */
async function complainAboutSam(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await choose(page, 'I am a parent or carer');
  await choose(page, 'Something is wrong');
  await say(page, someWords);
  await choose(page, 'Yes, everyone is safe');
  await choose(page, 'It is about a child');
  await say(page, 'Sam');
  await choose(page, 'I am a parent');
  await next(page, 'No');
}

for (const network of ['online', 'offline'] as const) {
  test(`a parent complains about what happens to their child, ${network}`, async ({ page, heard }) => {
    await page.goto(heard.url);
    if (network === 'offline') {
      await untilOfflineReady(page);
      await page.context().setOffline(true);
    }
    await choose(page, 'I am a parent or carer');
    await choose(page, 'Something is wrong');
    await say(page, 'We have waited for weeks.');
    await choose(page, 'Yes, everyone is safe');
    await choose(page, 'It is about a child');
    await say(page, 'سام 🐢 \u202eO’Neill');
    await choose(page, 'I am a foster carer');
    await expect(page.getByText('You may complain yourself.')).toBeVisible();
    await next(page, 'No');
    await say(page, 'A call back.');
    await say(page, 'Her manager');
    await next(page, 'I don’t know');
    await choose(page, 'Ring me');
    await fill(page, 'Your phone number', '01743 000000');
    await fill(page, 'When is it safe?', 'After six');
    await fill(page, 'Who else might answer or open it?', 'My son');
    await next(page, 'Next');
    await expect(heading(page)).toHaveText('Is this right?');
    await send(page);
    if (network === 'offline') {
      await expectOnPhone(page);
      await page.context().setOffline(false);
    }
    await expectCouncilHasIt(page);
    const [one] = await councilHas(heard);
    expect(one?.versions).toEqual([
      expect.objectContaining({
        voice: 'parent-or-carer',
        kind: 'complaint',
        words: 'We have waited for weeks.',
        safe: 'yes',
        about: { who: 'child', name: 'سام 🐢 \u202eO’Neill' },
        relation: 'foster-carer',
        agreement: { knows: 'no' },
        wanted: 'A call back.',
        notThisPerson: 'Her manager',
        court: 'not-sure',
        reply: { by: 'phone', to: '01743 000000', when: 'After six', whoElse: 'My son' },
        register: 'adult',
      }),
    ]);
  });
}

test('somebody else who is worried says whom about, and is asked nothing of a parent', async ({ page, heard }) => {
  await page.goto(heard.url);
  await choose(page, 'Someone else');
  await choose(page, 'Something is wrong');
  await say(page, 'I hear shouting next door.');
  await choose(page, 'I am not sure');
  await expect(heading(page)).toHaveText('Get help now');
  await fill(page, 'Where are they now?', 'Next door');
  await next(page, 'Carry on');
  await choose(page, 'It is about someone else');
  await expect(heading(page)).toHaveText('What is their name?');
  while ((await heading(page).textContent()) !== 'Is this right?') {
    const before = (await heading(page).textContent()) ?? '';
    await forward(page);
    await expect(heading(page)).not.toHaveText(before);
  }
  await send(page);
  await expectCouncilHasIt(page);
  const [one] = await councilHas(heard);
  expect(one?.unsafe).toMatchObject({ said: 'not-sure' });
  expect(one?.versions[0]).toMatchObject({ safe: 'not-sure', whereNow: 'Next door', about: { who: 'somebody-else' } });
  expect(one?.versions[0]).not.toHaveProperty('relation');
  expect(one?.versions[0]).not.toHaveProperty('agreement');
});

test('a thank you is sent with nine presses and a few words', async ({ page, heard }) => {
  let presses = 0;
  await page.exposeFunction('pressed', () => (presses += 1));
  await page.addInitScript('addEventListener("click", (event) => event.isTrusted && pressed(), true)');
  await page.goto(heard.url);
  await choose(page, 'I am a young person');
  await choose(page, 'Thank you');
  await say(page, 'She listened.');
  await say(page, 'My social worker');
  await next(page, 'Send my thank you');
  await expectCouncilHasIt(page);
  await expect(page.getByText('Thank you for saying so.')).toBeVisible();
  expect(presses).toBeLessThanOrEqual(9);
  expect((await councilHas(heard))[0]?.versions[0]).toMatchObject({ kind: 'compliment', person: 'My social worker' });
});

test('who turns out to be a child sends nothing of what was asked of a parent', async ({ page, heard }) => {
  await complainAboutSam(page, heard.url);
  while ((await heading(page).textContent()) !== 'Is this right?') {
    const before = (await heading(page).textContent()) ?? '';
    await forward(page);
    await expect(heading(page)).not.toHaveText(before);
  }
  await choose(page, 'Change Who is telling us');
  await choose(page, 'I am a young person');
  // The rest was answered before, but for the advocate whom only a child is asked about.
  await expect(heading(page)).toHaveText('Do you want an advocate?');
  await choose(page, 'Not now');
  await expect(heading(page)).toHaveText('Is this right?');
  await expect(page.getByText('Sam')).toHaveCount(0);
  await send(page);
  await expectCouncilHasIt(page);
  const [version] = (await councilHas(heard))[0]?.versions ?? [];
  const { receivedAt: _, writtenAt: __, saidBack, ...sent } = version ?? { receivedAt: '' };
  // Nor is anything of it said to have been agreed.
  expect(saidBack?.points.map(({ name, is }) => [name, is])).toEqual([
    ['kind', 'shown'],
    ['words', 'shown'],
    ['voice', 'changed'],
    ['safe', 'shown'],
    ['advocate', 'shown'],
    ['reply', 'shown'],
  ]);
  expect(sent).toEqual({
    ...{ kind: 'complaint', words: someWords, voice: 'young-person', safe: 'yes', advocate: 'not-now' },
    ...{ register: 'older', language: 'en', reply: { by: 'app' } },
  });
});

test('back and forward through every step of a parent keeps every answer', async ({ page, heard }) => {
  await complainAboutSam(page, heard.url);
  await say(page, 'A call back.');
  const titles: string[] = [];
  while ((await heading(page).textContent()) !== 'Hello. Who are you?') {
    const before = (await heading(page).textContent()) ?? '';
    titles.unshift(before);
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(heading(page)).not.toHaveText(before);
  }
  for (const title of titles) {
    await andKept(page, () => forward(page));
    await expect(heading(page)).toHaveText(title);
    await page.reload();
    await expect(heading(page)).toHaveText(title);
  }
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(page.getByRole('textbox')).toHaveValue('A call back.');
});

test('a date of birth instead of a name, and far too much pasted, are answered kindly, and nothing is lost', async ({
  page,
  heard,
}) => {
  const much = 'Why? '.repeat(20_000);
  await page.goto(`${heard.url}/tell`);
  await page.getByRole('textbox').fill(much);
  await next(page, 'Next');
  await expect(page.getByRole('alert')).toHaveText(/letters shorter. Nothing is lost.$/);
  await expect(page.getByRole('textbox')).toHaveValue(much);
  await page.reload();
  await expect(page.getByRole('textbox')).toHaveValue(much);
  await page.getByRole('textbox').fill('   ');
  await next(page, 'Next');
  await expect(page.getByRole('alert')).toHaveText('Please write something first. One word is enough.');
  await say(page, 'Why?');
  await choose(page, 'Something is wrong');
  await safeUntilCheck(page, 'Not now');
  await page.getByText('Add more, if you like').click();
  await choose(page, 'Your name');
  await say(page, '12/03/2015');
  await expect(page.getByRole('alert')).toContainText('That looks like a date.');
  await expect(page.getByRole('textbox')).toHaveValue('12/03/2015');
  await expect(page.getByRole('textbox')).toBeFocused();
  await say(page, 'Sam');
  await send(page);
  await expectCouncilHasIt(page);
  expect((await councilHas(heard))[0]?.versions[0]).toMatchObject({ words: 'Why?', name: 'Sam' });
});
