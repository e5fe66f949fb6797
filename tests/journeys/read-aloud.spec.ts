import type { Page } from '@playwright/test';
import { english, faraway, standInVoices } from '../aloud/stand-in-voices.ts';
import { expect, test } from './fixtures.ts';
import { expectGoodScreen } from './look.ts';
import { andKept, choose, openThenGoOffline, someWords, tellUntilCheck, watchRequests } from './tell.ts';

const readToMe = (page: Page) => page.getByRole('button', { name: 'Read to me' });
const stop = (page: Page) => page.getByRole('button', { name: 'Stop' });
const said = (page: Page) => page.evaluate(() => engine.said.map(({ text }) => text.trim()));
const isSpeaking = (page: Page) => page.evaluate(() => engine.isSpeaking());
const saySome = (page: Page, sentences: number) =>
  page.evaluate((count) => {
    for (let said = 0; said < count; said += 1) {
      engine.begin();
      engine.finish();
    }
  }, sentences);

/** What is marked on the screen, in the middle of a sentence. */
const marked = (page: Page, name: string) =>
  page.evaluate((mark) => [...(CSS.highlights.get(mark) ?? [])].map(String).join(), name);

async function listen(page: Page): Promise<void> {
  await readToMe(page).click();
  await expect(stop(page)).toBeVisible();
  await expect.poll(() => isSpeaking(page)).toBe(true);
}

test('where the browser has no voice there is nothing to press, and no empty bar', async ({ page, heard }) => {
  for (const address of ['/', '/tell', '/follow', '/about']) {
    await page.goto(heard.url + address);
    await expect(page.getByRole('button', { name: 'I am not safe' })).toBeVisible();
    await page.waitForFunction(() => 'heardIsReady' in globalThis || location.pathname === '/about');
    await expect(readToMe(page)).toBeHidden();
  }
  await page.getByRole('button', { name: 'I am not safe' }).click();
  await expect(page.getByRole('heading', { name: 'Get help now' })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toHaveCount(0);
});

test.describe('with voices', () => {
  test.beforeEach(({ page }) => page.addInitScript(standInVoices, [faraway, english]));

  test('a screen is read as it stands, without the bars and without a network, word by word', async ({
    page,
    heard,
  }) => {
    await openThenGoOffline(page, heard.url);
    await page.reload();
    await listen(page);
    await page.evaluate(() => engine.begin());
    await page.evaluate(() => engine.word(7, 3));
    expect(await marked(page, 'heard-sentence')).toBe('Hello.');
    await page.evaluate(() => engine.finish());
    await page.evaluate(() => engine.begin());
    await page.evaluate(() => engine.word(4, 3));
    expect(await marked(page, 'heard-sentence')).toBe('Who are you?');
    expect(await marked(page, 'heard-word')).toBe('are');
    await expectGoodScreen(page, 'the start while it is read', { inOtherWords: false });
    await page.evaluate(() => engine.finish());
    await saySome(page, 40);
    await expect(readToMe(page)).toBeVisible();
    const heardWords = await said(page);
    expect(heardWords.slice(0, 4)).toEqual([
      'Hello.',
      'Who are you?',
      'You do not have to say your name.',
      'I am a child',
    ]);
    for (const barred of ['Hide', 'I am not safe', 'Stop', 'Read to me']) expect(heardWords).not.toContain(barred);
    expect(await marked(page, 'heard-sentence')).toBe('');
  });

  test('it begins by a press alone, and pressed again, or on another screen, it is silent', async ({ page, heard }) => {
    await page.goto(heard.url);
    await listen(page);
    await stop(page).click();
    await expect(readToMe(page)).toBeVisible();
    expect(await isSpeaking(page)).toBe(false);

    await listen(page);
    await choose(page, 'I am a young person');
    await expect(readToMe(page)).toBeVisible();
    expect(await isSpeaking(page)).toBe(false);
    const before = (await said(page)).length;
    await choose(page, 'Something is wrong');
    await expect(page.getByRole('textbox')).toBeVisible();
    expect(await said(page)).toHaveLength(before);

    await page.getByRole('textbox').fill('She did not come.');
    await listen(page);
    await saySome(page, 6);
    expect(await said(page)).toContain('She did not come.');
    await page.getByRole('button', { name: 'I am not safe' }).click();
    await expect(readToMe(page)).toBeVisible();
    expect(await isSpeaking(page)).toBe(false);
    await listen(page);
    await saySome(page, 3);
    expect(await said(page)).toContain('Ring 9 9 9');
  });

  test('"Hide" is silent at once, though the other site never comes', async ({ page, heard }) => {
    await page.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ status: 204 }));
    await page.goto(heard.url);
    await listen(page);
    await page.getByRole('button', { name: 'Hide' }).click();
    await expect.poll(() => isSpeaking(page)).toBe(false);
  });

  test('a voice that comes late moves nothing, and one that goes is said in words', async ({ page, heard }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    await page.goto(heard.url);
    await expect(readToMe(page)).toBeVisible();
    const places = async () => [
      await page.getByRole('button', { name: 'I am not safe' }).boundingBox(),
      await page.getByRole('button', { name: 'Someone else' }).boundingBox(),
    ];
    const before = await places();
    await page.evaluate((voices) => engine.setVoices(voices), [faraway]);
    await expect(readToMe(page)).toHaveCount(0);
    expect(await places()).toEqual(before);
    await page.evaluate((voices) => engine.setVoices(voices), [english]);
    await listen(page);
    await page.evaluate(() => engine.setVoices([]));
    await expect(stop(page)).toBeVisible();
    await page.evaluate(() => engine.fail('voice-unavailable'));
    await expect(page.getByRole('status').filter({ hasText: 'no voice' })).toBeVisible();
    await expectGoodScreen(page, 'without a voice');
    await andKept(page, () => choose(page, 'I am a young person'));
    await expect(page.getByText('no voice')).toHaveCount(0);
  });

  test('each point said back is heard by itself, and in a language without a voice nothing is', async ({
    page,
    heard,
  }) => {
    await tellUntilCheck(page, heard.url);
    const ownWords = page.locator('.answers > div').filter({ hasText: someWords });
    await expect(ownWords.getByRole('button', { name: 'Hear it' })).toHaveAccessibleDescription('Your words');
    await ownWords.getByRole('button', { name: 'Hear it' }).click();
    await expect.poll(() => isSpeaking(page)).toBe(true);
    await saySome(page, 2);
    expect((await said(page)).join(' ')).toBe(someWords);
    await expect.poll(() => isSpeaking(page)).toBe(false);
    await expectGoodScreen(page, 'the check, with a voice');

    const hear = page.locator('.read, .read-small');
    await page.getByRole('button', { name: 'How it looks' }).click();
    await page.getByRole('radio', { name: 'Cymraeg' }).check();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ydy hyn yn iawn?');
    await expect(hear).toHaveCount(0);
    await page.getByRole('button', { name: 'Sut mae’n edrych' }).click();
    await page.getByRole('radio', { name: 'English' }).check();
    await expect(readToMe(page)).toBeVisible();
  });

  test('a page that is only read is read too, and asks for nothing before it is pressed', async ({ page, heard }) => {
    const asked = watchRequests(page.context());
    await page.goto(`${heard.url}/privacy`);
    await expect(readToMe(page)).toBeVisible();
    expect(asked.filter((url) => url.includes('/assets/'))).toEqual([]);
    await listen(page);
    await saySome(page, 1);
    expect((await said(page))[0]).toBe('Privacy: what we keep, and who sees it');
    await page.getByRole('radio', { name: 'Adults' }).check();
    await expect(readToMe(page)).toBeVisible();
    expect(await isSpeaking(page)).toBe(false);
    await page.getByRole('button', { name: 'I am not safe' }).click();
    await listen(page);
    await page.getByRole('button', { name: 'Stop' }).click();
    expect((await said(page)).at(-1)).toBe('Get help now');
    await expectGoodScreen(page, 'not safe, on a page that is only read');
  });
});
