import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { choose, expectCouncilHasIt, expectOnPhone, next, send, someWords } from './tell.ts';

declare global {
  var announced: string[];
}

/** Writes down what a screen reader says by itself: what changes in a live region, and the title that takes the focus. */
function listen(): void {
  globalThis.announced = [];
  const said = (text: string | null | undefined) => {
    if (text?.trim() && announced.at(-1) !== text) announced.push(text);
  };
  const watch = new MutationObserver((changes) => {
    const regions = changes.flatMap(({ target, addedNodes }) =>
      [target, ...addedNodes].map((node) =>
        (node instanceof Element ? node : node.parentElement)?.closest('[role=alert], [role=status]'),
      ),
    );
    for (const region of new Set(regions)) said(region?.textContent);
  });
  watch.observe(document, { childList: true, characterData: true, subtree: true });
  addEventListener('focusin', ({ target }) => target instanceof HTMLHeadingElement && said(target.textContent));
}

const saidTo = (page: Page) => page.evaluate(() => globalThis.announced);

test('each screen, what went wrong, what is kept and where it is are announced, each once', async ({ page, heard }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(listen);
  await page.goto(heard.url);
  await choose(page, 'I am a young person');
  await choose(page, 'Something is wrong');
  await next(page, 'Next');
  await expect.poll(() => saidTo(page)).toContain('Please write something first. One word is enough.');
  await page.getByRole('textbox').pressSequentially(someWords);
  await expect.poll(() => saidTo(page)).toContain('Kept on this phone as you type.');
  await next(page, 'Next');
  for (const _ of ['right', 'safe', 'advocate', 'reply']) await next(page, 'Skip this');
  await page.context().setOffline(true);
  await send(page);
  await expectOnPhone(page);
  await next(page, 'Try to send now');
  await expect.poll(() => saidTo(page)).toContain('It did not go yet. It is still on this phone.');
  await page.context().setOffline(false);
  await expectCouncilHasIt(page);
  expect(await saidTo(page)).toEqual([
    'What do you want to tell us?',
    'What happened?',
    'Please write something first. One word is enough.',
    'Kept on this phone as you type.',
    'What would put it right?',
    'Do you feel safe right now?',
    'Do you want an advocate?',
    'How should we reply?',
    'Is this right?',
    'It is on this phone',
    'It did not go yet. It is still on this phone.',
    'The council has it',
  ]);
});
