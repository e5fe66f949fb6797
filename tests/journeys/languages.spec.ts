import type { Page } from '@playwright/test';
import { signIn } from './at-desk.ts';
import { expect, test } from './fixtures.ts';
import { expectGoodScreen } from './look.ts';
import { andKept, councilHas, someWords, untilOfflineReady, untilStored } from './tell.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const root = (page: Page) => page.locator('html');

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click();
}

/** In the bar, as on every screen. */
async function speak(page: Page, howItLooks: string, language: string): Promise<void> {
  const bar = page.getByRole('banner');
  await bar.getByRole('button', { name: howItLooks }).click();
  await bar.getByRole('radio', { name: language, exact: true }).check();
  await page.keyboard.press('Escape');
}

const arabicWords = 'المعلم لا يسمعني. قلت له 3 مرات.';

test.describe('a child whose phone is set to Arabic', () => {
  test.use({ locale: 'ar', viewport: { width: 360, height: 640 } });

  test('is offered it, tells by pictures and words without a network, and staff see in which language', async ({
    page,
    heard,
  }) => {
    test.setTimeout(120_000);
    await page.goto(heard.url);
    // Offered, and nothing is chosen for anybody.
    await expect(heading(page)).toHaveText('Hello. Who are you?');
    await page.getByRole('main').getByRole('button', { name: 'العربية' }).click();
    await expect(heading(page)).toHaveText('مرحبًا. من أنت؟');
    await expect(root(page)).toHaveAttribute('dir', 'rtl');
    await expect(root(page)).toHaveAttribute('lang', 'ar');
    await untilOfflineReady(page);
    await page.context().setOffline(true);
    await page.reload();
    await expect(heading(page)).toHaveText('مرحبًا. من أنت؟');

    await expectGoodScreen(page, 'the start in Arabic');
    await page.getByRole('button', { name: 'شكل الصفحة' }).click();
    await expectGoodScreen(page, 'how it looks in Arabic');
    await page.keyboard.press('Escape');
    await press(page, 'أنا طفل أو طفلة');
    await press(page, 'شيء غير صحيح');
    await expectGoodScreen(page, 'what it is about in Arabic');
    await press(page, 'المدرسة');
    await press(page, 'حزن');
    await page.getByRole('textbox').fill(arabicWords);
    await expectGoodScreen(page, 'the words in Arabic');
    await press(page, 'التالي');
    await press(page, 'أن يسمعني أحد');
    await press(page, 'لا أعرف');
    await expect(heading(page)).toHaveText('مساعدة الآن');
    // Read in its groups from the left, as it is dialled.
    const call = page.getByRole('main').getByRole('link', { name: '0800 1111' });
    await expect(call).toHaveAttribute('href', 'tel:08001111');
    expect(await call.evaluate(groupsFromTheLeft)).toEqual(['0800', '1111']);
    await expectGoodScreen(page, 'help in Arabic');
    await press(page, 'إلى الأمام');
    await press(page, 'نعم، من فضلكم');
    await expectGoodScreen(page, 'the check in Arabic');
    await press(page, 'إرسال');
    await expect(heading(page)).toHaveText('هو على هذا الهاتف');
    await page.context().setOffline(false);
    await expect(heading(page)).toHaveText('وصل إلى البلدية', { timeout: 30_000 });
    await expectGoodScreen(page, 'what happens next in Arabic');

    const [said] = (await councilHas(heard))[0]?.versions ?? [];
    expect(said).toMatchObject({ language: 'ar', register: 'younger', words: arabicWords, feeling: 'sad' });
    await signIn(page, heard.url, heard.admin);
    await expect(page.getByRole('link', { name: 'المعلم' })).toContainText('In Arabic');
    await page.getByText('المعلم').click();
    const quoted = page.getByRole('blockquote').filter({ hasText: arabicWords });
    await expect(quoted).toHaveAttribute('lang', 'ar');
    await expect(quoted).toHaveCSS('direction', 'rtl');
    await expect(root(page)).toHaveAttribute('lang', 'en');
  });
});

test('the language is changed in the middle of a word: words, step and caret stay where they are', async ({
  page,
  heard,
}) => {
  await page.goto(`${heard.url}/tell`);
  const box = page.getByRole('textbox');
  await box.fill('They said ey would ring.');
  await box.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(10, 10));
  await speak(page, 'How it looks', 'Cymraeg');
  await expect(heading(page)).toHaveText('Beth ddigwyddodd?');
  await box.focus();
  await page.keyboard.type('th');
  await expect(box).toHaveValue('They said they would ring.');
  await speak(page, 'Sut mae’n edrych', 'العربية');
  await expect(heading(page)).toHaveText('ماذا حدث؟');
  await untilStored(page, 'They said they would ring.');
  await page.reload();
  await expect(heading(page)).toHaveText('ماذا حدث؟');
  await expect(box).toHaveValue('They said they would ring.');
  await andKept(page, () => press(page, 'التالي'));
  await press(page, 'شيء غير صحيح');
  await page.getByRole('button', { name: 'لست بأمان' }).click();
  await speak(page, 'شكل الصفحة', 'English');
  await expect(heading(page)).toHaveText('Get help now');
  await expect(root(page)).toHaveAttribute('dir', 'ltr');
  await press(page, 'Go back');
  await expect(heading(page)).toHaveText('What would put it right?');
});

test('a page that is only read is in the language of the app, and the app in that of the page', async ({
  page,
  heard,
}) => {
  await page.goto(heard.url);
  await press(page, 'Cymraeg');
  await page.getByRole('link', { name: 'Am Heard' }).click();
  await expect(page).toHaveURL(`${heard.url}/cy/about`);
  await expect(root(page)).toHaveAttribute('lang', 'cy');
  await expect(page.getByText('Drafft gan beiriant').filter({ visible: true })).toBeVisible();
  await expect(page.getByText('Machine draft, to be checked').filter({ visible: true })).toBeVisible();
  await page.getByRole('link', { name: 'العربية' }).click();
  await expect(page).toHaveURL(`${heard.url}/ar/about`);
  await page.getByRole('radio', { name: 'الكبار' }).check();
  await expectGoodScreen(page, 'about Heard, in Arabic');
  await page.getByRole('button', { name: 'لست بأمان' }).click();
  await expect(heading(page)).toHaveText('مساعدة الآن');
  await page.getByRole('link', { name: 'رجوع' }).click();
  await expect(page).toHaveURL(`${heard.url}/ar/about`);
  await page.getByRole('link', { name: 'العودة إلى البداية' }).click();
  await expect(heading(page)).toHaveText('مرحبًا. من أنت؟');
  await press(page, 'English');
  await page.goto(`${heard.url}/tell`);
  await expect(heading(page)).toHaveText('What happened?');
});

test('a language that cannot be fetched now says so, and comes with the network', async ({ page, heard }) => {
  // Without the worker, which would have put it away.
  await page.route('**/sw.js', (route) => route.abort());
  await page.goto(`${heard.url}/tell`);
  await page.getByRole('textbox').fill(someWords);
  await untilStored(page, someWords);
  await page.context().setOffline(true);
  await press(page, 'Cymraeg');
  await expect(page.getByRole('alert')).toContainText('needs internet');
  await expect(page.getByRole('textbox')).toHaveValue(someWords);
  await page.context().setOffline(false);
  await expect(heading(page)).toHaveText('Beth ddigwyddodd?');
  await expect(page.getByRole('textbox')).toHaveValue(someWords);
});

/** The groups of a number in the order in which they stand on the screen. */
function groupsFromTheLeft(link: Element): string[] {
  const texts = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  const groups: { digits: string; left: number }[] = [];
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    for (const { 0: digits, index } of text.data.matchAll(/\d+/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + digits.length);
      groups.push({ digits, left: range.getBoundingClientRect().left });
    }
  }
  return groups.sort((a, b) => a.left - b.left).map(({ digits }) => digits);
}
