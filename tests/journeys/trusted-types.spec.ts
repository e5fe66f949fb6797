import { expect, test } from './fixtures.ts';
import { untilOfflineReady } from './tell.ts';

interface TrustedTypes {
  createPolicy: (name: string, rules: { createScriptURL: (address: string) => string }) => unknown;
}

test('what should come into a page can name no script, and no worker but the app’s own', async ({ page, heard }) => {
  await page.goto(heard.url);
  // The app has made its one policy, for its worker runs.
  await untilOfflineReady(page);
  const outcomes = await page.evaluate(async () => {
    const { trustedTypes } = globalThis as unknown as { trustedTypes: TrustedTypes };
    const policy = (name: string) => trustedTypes.createPolicy(name, { createScriptURL: (address) => address });
    const tried: Record<string, () => unknown> = {
      'a policy of another name': () => policy('other'),
      'the same policy again, with rules of its own': () => policy('heard'),
      'the address of a script': () => {
        document.createElement('script').src = '/assets/other.js';
      },
      'the text of a script': () => {
        document.createElement('script').text = 'document.title = "run"';
      },
      'a page as text': () => {
        document.body.innerHTML = '<img src=x onerror="document.title = 1">';
      },
      'another worker': () => navigator.serviceWorker.register('/other.js'),
    };
    const refused: [string, string][] = [];
    for (const [name, attempt] of Object.entries(tried)) {
      try {
        await attempt();
        refused.push([name, 'done']);
      } catch (error) {
        refused.push([name, error instanceof TypeError ? 'refused' : String(error)]);
      }
    }
    return Object.fromEntries(refused);
  });
  expect(outcomes).toEqual({
    'a policy of another name': 'refused',
    'the same policy again, with rules of its own': 'refused',
    'the address of a script': 'refused',
    'the text of a script': 'refused',
    'a page as text': 'refused',
    'another worker': 'refused',
  });
  const workers = await page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(
      ({ active }) => active && new URL(active.scriptURL).pathname,
    ),
  );
  expect(workers).toEqual(['/sw.js']);
});

test.describe('where the app makes no policy', () => {
  for (const address of ['/desk', '/privacy', '/nowhere'])
    test(`nobody makes one in its name: ${address}`, async ({ page, heard }) => {
      // Said once by the browser, in the console, for whatever is refused of the page's own.
      const refused: string[] = [];
      page.on('console', (message) => message.text().includes('TrustedTypes') && refused.push(message.text()));
      await page.goto(heard.url + address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(refused).toEqual([]);
      const made = await page.evaluate(() => {
        const { trustedTypes } = globalThis as unknown as { trustedTypes: TrustedTypes };
        try {
          trustedTypes.createPolicy('heard', { createScriptURL: (other) => other });
          return 'made';
        } catch (error) {
          return error instanceof TypeError ? 'refused' : String(error);
        }
      });
      expect(made).toBe('refused');
    });
});
